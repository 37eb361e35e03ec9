package io.satisflow.sentiment;

import java.io.Serializable;

/**
 * How much of a text is read. Counted in code points and not in milliseconds, so that a busy machine gives the same
 * answer as an idle one.
 */
public record WorkLimit(int codePoints) implements Serializable {
    /** Three pages of English, far beyond what customers write; what follows hardly changes the balance. */
    public static final WorkLimit DEFAULT = new WorkLimit(10_000);

    public WorkLimit {
        if (codePoints < 1) {
            throw new IllegalArgumentException("Expected a work limit of 1 code point or more, but was " + codePoints);
        }
    }

    /** Where to stop reading, exclusive, in UTF-16 units; never between the halves of a surrogate pair. */
    public int endOf(CharSequence text) {
        if (text.length() <= codePoints) {
            return text.length();
        }
        int end = 0;
        for (int read = 0; read < codePoints && end < text.length(); read++) {
            end += Character.charCount(Character.codePointAt(text, end));
        }
        return end;
    }
}
