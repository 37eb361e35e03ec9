package io.satisflow.local.live.input;

import java.io.IOException;

/** Reads one input and passes on what is there. */
interface InputReader {

    /**
     * Passes on what has come since.
     *
     * @return how many lines were passed on; none when there is nothing to do for now
     */
    int advance() throws IOException;

    /** Whether all that was there has been passed on, when it looked last. */
    boolean hasReadAll();

    /** Whether nothing is ever going to come again. */
    default boolean isAtEnd() {
        return false;
    }
}
