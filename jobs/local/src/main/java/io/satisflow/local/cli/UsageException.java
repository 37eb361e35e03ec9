package io.satisflow.local.cli;

/** The command was told something that cannot be; the message says what, and the remedy. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
