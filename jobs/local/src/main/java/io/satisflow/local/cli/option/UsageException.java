package io.satisflow.local.cli.option;

/** The command was told something that cannot be; the message says what, and the remedy. */
public final class UsageException extends RuntimeException {

    public UsageException(String message) {
        super(message);
    }
}
