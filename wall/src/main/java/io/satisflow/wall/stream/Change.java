package io.satisflow.wall.stream;

/**
 * The newest value of something.
 *
 * @param key what has changed; the next change of the same key takes its place
 * @param event in the form of Server-Sent Events, as every browser gets it
 */
record Change(String key, byte[] event) {}
