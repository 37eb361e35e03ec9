package io.satisflow.wall.stream;

/**
 * Events ready to be sent.
 *
 * @param end the place of the cursor when it has been sent
 * @param bytes in the form of Server-Sent Events; empty when all has been overtaken since
 */
record Frame(long end, byte[] bytes) {}
