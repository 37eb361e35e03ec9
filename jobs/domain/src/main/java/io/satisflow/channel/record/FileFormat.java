package io.satisflow.channel.record;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says of the files in which its records are exported. What it leaves out is found in the file.
 *
 * @param encoding null for what a byte order mark says, and UTF-8 without one
 * @param delimiter between cells; null for the one that the header shows
 * @param escape before a quote that belongs to a cell, for writers that do not double it; null for none
 * @param skip lines above the header
 * @param headerRows lines of the header; with more than one, a column is called by all that stands above it
 */
public record FileFormat(
        @Nullable String encoding,
        @Nullable Character delimiter,
        @Nullable Character escape,
        int skip,
        int headerRows) implements Serializable {

    public static final FileFormat FOUND = new FileFormat(null, null, null, 0, 1);

    /** The same, with what somebody says of one file. */
    public FileFormat with(Optional<String> otherEncoding, Optional<Character> otherDelimiter) {
        return new FileFormat(
                otherEncoding.orElse(encoding), otherDelimiter.orElse(delimiter), escape, skip, headerRows);
    }
}
