package io.satisflow.hook.content;

/**
 * A link with words.
 *
 * @param address http or https, checked and with nothing that would end it in a tool's markup
 */
public record NamedLink(String words, String address) {}
