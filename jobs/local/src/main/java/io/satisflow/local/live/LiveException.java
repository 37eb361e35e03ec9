package io.satisflow.local.live;

import org.jspecify.annotations.Nullable;

/** A live run that cannot go on, in one sentence for the one who asked for it. */
public final class LiveException extends RuntimeException {

    LiveException(String message) {
        this(message, null);
    }

    LiveException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
