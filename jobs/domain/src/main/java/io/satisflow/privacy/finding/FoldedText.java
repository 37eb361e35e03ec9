package io.satisflow.privacy.finding;

import java.util.Arrays;

/**
 * A text as its finder should read it, and where each character of that stood: full-width forms and typographic dashes and
 * blanks are their plain selves, digits of any script are ASCII, a number spelt in Chinese numerals is one of digits, and
 * what cannot be seen (zero-width characters, soft hyphens) is gone.
 */
public final class FoldedText {
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;
    private static final String NUMERALS = "零一二三四五六七八九";

    /** So many numerals in a row are a number that is read out digit by digit. */
    public static final int FEWEST_NUMERALS = 7;

    private final String original;
    private final String text;
    private final int[] places;

    private FoldedText(String original, String text, int[] places) {
        this.original = original;
        this.text = text;
        this.places = places;
    }

    public static FoldedText of(String original) {
        StringBuilder folded = new StringBuilder(original.length());
        int[] places = new int[original.length() + 1];
        int at = 0;
        while (at < original.length()) {
            int point = original.codePointAt(at);
            int plain = fold(point);
            if (plain >= 0) {
                places[folded.length()] = at;
                if (plain > Character.MAX_VALUE) {
                    places[folded.length() + 1] = at;
                }
                folded.appendCodePoint(plain);
            }
            at += Character.charCount(point);
        }
        places[folded.length()] = original.length();
        spellOut(folded);
        return new FoldedText(original, folded.toString(), Arrays.copyOf(places, folded.length() + 1));
    }

    public String text() {
        return text;
    }

    String original() {
        return original;
    }

    /** @return where it stood in the original */
    public Span unfolded(Span span) {
        int start = places[span.start()];
        int last = places[span.end() - 1];
        return new Span(start, last + Character.charCount(original.codePointAt(last)), span.kind());
    }

    /** Whether the character is a digit of any kind, or a numeral that may spell one. */
    public static boolean isDigitLike(char c) {
        if (c < 0x80) {
            return c >= '0' && c <= '9';
        }
        return numeral(c) >= 0 || Character.isDigit(c);
    }

    /** -1 for what cannot be seen. */
    private static int fold(int point) {
        if (point < 0xa0) {
            return point;
        }
        if (point >= 0xFF01 && point <= 0xFF5E) {
            return point - FULL_WIDTH_OFFSET;
        }
        return switch (point) {
            case 0xa0,
                    0x1680,
                    0x2002,
                    0x2003,
                    0x2004,
                    0x2005,
                    0x2006,
                    0x2007,
                    0x2008,
                    0x2009,
                    0x200a,
                    0x202f,
                    0x205f,
                    0x3000 -> ' ';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xfe63, 0x30fc -> '-';
            case 0xfe6b -> '@';
            case 0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0x2061, 0x2062, 0x2063, 0xfeff, 0x180e -> -1;
            default -> foldOther(point);
        };
    }

    private static int foldOther(int point) {
        if (point >= 0x202a && point <= 0x202e) {
            return -1;
        }
        return Character.isDigit(point) ? '0' + Character.digit(point, 10) : point;
    }

    private static void spellOut(StringBuilder folded) {
        int from = 0;
        while (from < folded.length()) {
            int to = from;
            boolean spelt = false;
            while (to < folded.length() && isDigitLike(folded.charAt(to))) {
                spelt |= folded.charAt(to) > '9';
                to++;
            }
            if (spelt && to - from >= FEWEST_NUMERALS) {
                for (int i = from; i < to; i++) {
                    char c = folded.charAt(i);
                    folded.setCharAt(i, c > '9' ? (char) ('0' + numeral(c)) : c);
                }
            }
            from = to + 1;
        }
    }

    private static int numeral(char c) {
        return switch (c) {
            case '〇' -> 0;
            case '幺' -> 1;
            default -> c < '一' ? -1 : NUMERALS.indexOf(c);
        };
    }
}
