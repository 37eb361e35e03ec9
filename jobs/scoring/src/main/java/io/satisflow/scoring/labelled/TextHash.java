package io.satisflow.scoring.labelled;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * Chooses by the text itself and a seed, so that anybody can make the same choice again. Texts that differ only in case,
 * blanks and punctuation are one text: retweets and boilerplate must not stand on both sides of a division.
 */
public final class TextHash {
    private TextHash() {}

    /** The letters and digits of a text in lower case; the text itself when it has none, such as one of emoji alone. */
    public static String keyOf(String text) {
        StringBuilder key = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.isEmpty() ? text.strip() : key.toString().toLowerCase(Locale.ROOT);
    }

    /** A number from 0 to one below the bound, the same for one key and seed. */
    static int below(int bound, String text, long seed) {
        CRC32C sum = new CRC32C();
        sum.update(Long.toString(seed).getBytes(StandardCharsets.UTF_8));
        sum.update(keyOf(text).getBytes(StandardCharsets.UTF_8));
        // The low bits of a CRC of similar texts are related; a multiplication mixes them.
        long mixed = (sum.getValue() * 0x9E3779B97F4A7C15L) >>> 32;
        return (int) (mixed % bound);
    }
}
