package io.satisflow.scoring;

/** There is no such scorer here; the message says why, and the remedy. */
public final class ScorerUnavailableException extends RuntimeException {

    public ScorerUnavailableException(String message) {
        super(message);
    }
}
