package io.satisflow.scoring.features;

/**
 * Reads a text into {@link Symbols}: lower case, full-width forms as the common ones, digits all alike, runs of blanks
 * as one space, links and mentions as one symbol each, and more than three of the same symbol as three ("soooo" and
 * "sooooooo" say the same). Control, bidi and other invisible characters say nothing and are left out.
 */
final class SymbolReader {
    private static final int MOST_REPEATS = 3;
    private static final int LONGEST_CODE = 10;

    /** Collections of Weibo posts have {%...%} where a hashtag, a link or a place was. */
    private static final String COLLECTED_MARK = "{%";

    private static final int FULL_WIDTH_OFFSET = 0xFEE0;

    /** Arrows, signs and dingbats, up to where the characters of East Asia begin. */
    private static final int FIRST_SIGN = 0x2190;

    private static final int FIRST_IDEOGRAPH = 0x2E80;
    private static final int FIRST_PICTOGRAPH = 0x1F000;
    private static final int FIRST_SKIN_TONE = 0x1F3FB;
    private static final int LAST_SKIN_TONE = 0x1F3FF;

    private final boolean wholeWords;
    private final Symbols symbols = new Symbols();
    private CharSequence text = "";
    private int end;

    /** @param wholeWords whether a Latin word is one symbol, as among Chinese characters, and codes like [doge] too */
    SymbolReader(boolean wholeWords) {
        this.wholeWords = wholeWords;
    }

    /** @param end of the part to read, exclusive, in UTF-16 units; not within a surrogate pair */
    Symbols read(CharSequence text, int end) {
        return read(text, 0, end);
    }

    /** @param from of the part to read, as {@code end} */
    Symbols read(CharSequence text, int from, int end) {
        this.text = text;
        this.end = end;
        symbols.clear();
        symbols.append(Symbols.SPACE);
        int index = from;
        while (index < end) {
            index = readAt(index);
        }
        appendUnlessRepeated(Symbols.SPACE, 1);
        // A scorer lives for months; it should not hold on to the last long text.
        this.text = "";
        return symbols;
    }

    private int readAt(int index) {
        char first = text.charAt(index);
        if (SimplifiedCharacters.isIdeograph(first)) {
            // Nearly every character of a Chinese text: straight on.
            appendUnlessRepeated(SimplifiedCharacters.fold(first), MOST_REPEATS);
            return index + 1;
        }
        if (first == '@' && isNamePart(index + 1)) {
            appendMarkOfPost(Symbols.MENTION);
            return endOfName(index + 1);
        }
        if ((first == 'h' || first == 'w') && startsLink(index)) {
            appendMarkOfPost(Symbols.LINK);
            return endOfLink(index);
        }
        if (first == '#' || (first == '{' && startsWith(COLLECTED_MARK, index))) {
            appendMarkOfPost(first);
            return index + 1;
        }
        if (wholeWords && first == '[') {
            int close = closeOfCode(index);
            if (close > 0) {
                appendCode(index + 1, close);
                return close + 1;
            }
        }
        if (wholeWords && isAsciiLetter(first)) {
            return readWord(index);
        }
        return readSymbol(index, first);
    }

    private void appendMarkOfPost(int symbol) {
        appendUnlessRepeated(symbol, MOST_REPEATS);
        symbols.markAsPost();
    }

    /** Its mood, the code as one symbol, and the characters of its name: an unknown code may have a known name. */
    private void appendCode(int from, int close) {
        int code = Symbols.named(text, from, close);
        appendMood(code);
        appendMarkOfPost(code);
        for (int i = from; i < close; i++) {
            appendUnlessRepeated(Character.toLowerCase(text.charAt(i)), MOST_REPEATS);
        }
        appendUnlessRepeated(Symbols.SPACE, 1);
    }

    private void appendMood(int symbol) {
        int mood = Mood.symbolOf(symbol);
        if (mood != Symbols.NONE) {
            symbols.append(mood);
        }
    }

    private int readSymbol(int index, char first) {
        if (first < 0x80) {
            appendAscii(first);
            return index + 1;
        }
        int point = Character.codePointAt(text, index);
        appendPoint(point);
        return Math.min(end, index + Character.charCount(point));
    }

    private void appendAscii(char symbol) {
        if (symbol <= ' ' || symbol == 0x7f) {
            appendUnlessRepeated(Symbols.SPACE, 1);
        } else if (symbol >= '0' && symbol <= '9') {
            appendUnlessRepeated(Symbols.DIGIT, MOST_REPEATS);
        } else {
            appendUnlessRepeated(symbol >= 'A' && symbol <= 'Z' ? symbol + 32 : symbol, MOST_REPEATS);
        }
    }

    private void appendPoint(int point) {
        if (point >= 0xFF01 && point <= 0xFF5E) {
            appendAscii((char) (point - FULL_WIDTH_OFFSET));
        } else if (point == '\u2019' || point == '\u2018') {
            appendUnlessRepeated('\'', MOST_REPEATS);
        } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            appendUnlessRepeated(Symbols.SPACE, 1);
        } else if (isLikeEmoji(point)) {
            appendEmoji(point);
        } else if (!isInvisible(point)) {
            appendUnlessRepeated(Character.toLowerCase(point), MOST_REPEATS);
        }
    }

    private static boolean isLikeEmoji(int point) {
        return (point >= FIRST_SIGN && point < FIRST_IDEOGRAPH) || point >= FIRST_PICTOGRAPH;
    }

    private void appendEmoji(int point) {
        if (isInvisible(point) || isSkinTone(point)) {
            return;
        }
        if (symbols.last() != point) {
            appendMood(point);
        }
        appendUnlessRepeated(point, MOST_REPEATS);
    }

    private static boolean isSkinTone(int point) {
        return point >= FIRST_SKIN_TONE && point <= LAST_SKIN_TONE;
    }

    /** Variation selectors and joiners only say how an emoji is drawn. */
    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT
                || type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || (point >= 0xFE00 && point <= 0xFE0F);
    }

    private void appendUnlessRepeated(int symbol, int most) {
        if (symbols.last() != symbol || !symbols.endsWith(symbol, most)) {
            symbols.append(symbol);
        }
    }

    private int readWord(int index) {
        int stop = index;
        while (stop < end && isAsciiLetter(text.charAt(stop))) {
            stop++;
        }
        appendUnlessRepeated(Symbols.named(text, index, stop), MOST_REPEATS);
        return stop;
    }

    private static boolean isAsciiLetter(char symbol) {
        int lower = symbol | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    private boolean startsLink(int index) {
        return startsWith("http://", index) || startsWith("https://", index) || startsWith("www.", index);
    }

    private boolean startsWith(String prefix, int index) {
        if (index + prefix.length() > end) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (text.charAt(index + i) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int endOfLink(int index) {
        int stop = index;
        while (stop < end && text.charAt(stop) > ' ' && text.charAt(stop) < 0x7f) {
            stop++;
        }
        return stop;
    }

    private boolean isNamePart(int index) {
        return index < end
                && (Character.isLetterOrDigit(text.charAt(index))
                        || text.charAt(index) == '_'
                        || text.charAt(index) == '-');
    }

    private int endOfName(int index) {
        int stop = index;
        while (isNamePart(stop) && stop - index < 30) {
            stop++;
        }
        return stop;
    }

    /** The bracket that ends a code such as [doge], or -1 when this is some other bracket. */
    private int closeOfCode(int open) {
        int last = Math.min(end - 1, open + LONGEST_CODE);
        for (int i = open + 1; i <= last; i++) {
            if (text.charAt(i) == ']') {
                return i > open + 1 ? i : -1;
            }
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                return -1;
            }
        }
        return -1;
    }
}
