package io.satisflow.local.live.input;

/**
 * A line of a file, its end mark left out.
 *
 * @param start where it begins, in bytes
 * @param end where the next one begins
 */
record FileLine(long start, long end, byte[] bytes) {

    /** Nothing to send; intake would refuse it. */
    boolean isBlank() {
        for (byte each : bytes) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }
}
