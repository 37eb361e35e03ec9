package io.satisflow.wall.stream;

/**
 * The newest value of something.
 *
 * @param key what has changed; the next change of the same key takes its place
 * @param event the name under which browsers hear of it
 * @param json without line breaks
 */
record Change(String key, String event, byte[] json) {}
