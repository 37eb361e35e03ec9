package io.satisflow.scoring.linear;

/** These bytes are no model that this version can use; the message says why, and the remedy. */
public final class ModelFormatException extends RuntimeException {

    public ModelFormatException(String message) {
        super(message);
    }
}
