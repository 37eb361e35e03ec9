package io.satisflow.scoring.labelled;

/** The labelled data cannot be used; the message says which, why, and what is expected. */
public final class LabelledDataException extends RuntimeException {

    public LabelledDataException(String message) {
        super(message);
    }
}
