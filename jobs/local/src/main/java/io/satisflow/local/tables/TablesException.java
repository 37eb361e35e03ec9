package io.satisflow.local.tables;

/** A question that cannot be answered, in a sentence for the one who asked. */
public final class TablesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TablesException(String message) {
        super(message);
    }

    public TablesException(String message, Throwable cause) {
        super(message, cause);
    }
}
