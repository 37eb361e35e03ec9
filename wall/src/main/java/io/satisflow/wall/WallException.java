package io.satisflow.wall;

/** The wall cannot be shown; the message is for the user. */
public final class WallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WallException(String message) {
        super(message);
    }

    WallException(String message, Throwable cause) {
        super(message, cause);
    }
}
