package io.satisflow.local.live.input;

import org.jspecify.annotations.Nullable;

/** A live run that cannot go on, in one sentence for the one who asked for it. */
public final class LiveException extends RuntimeException {

    public LiveException(String message) {
        this(message, null);
    }

    public LiveException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
