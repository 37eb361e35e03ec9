package io.satisflow.local.erasure;

/** A customer could not be erased, or not everywhere; the message is for the user. */
public final class ErasureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ErasureException(String message) {
        super(message);
    }

    public ErasureException(String message, Throwable cause) {
        super(message, cause);
    }
}
