package io.satisflow.local.replay.recording;

import org.jspecify.annotations.Nullable;

/** A replay that cannot go on, in one sentence for the one who asked for it. */
public final class ReplayException extends RuntimeException {

    public ReplayException(String message) {
        this(message, null);
    }

    public ReplayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
