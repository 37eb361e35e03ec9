package io.satisflow.wall.stream;

/**
 * Events ready to be sent.
 *
 * @param after the place of the cursor that it begins behind
 * @param end the place of the cursor when it has been sent
 * @param bytes in the form of Server-Sent Events
 */
record Frame(long after, long end, byte[] bytes) {}
