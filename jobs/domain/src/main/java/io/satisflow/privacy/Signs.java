package io.satisflow.privacy;

import io.satisflow.privacy.finding.FoldedText;
import io.satisflow.privacy.name.ChineseNames;
import io.satisflow.privacy.name.NameTriggers;

/**
 * What a text might hold, told by a quick look: most texts have hardly a digit, and looking for numbers is what takes time.
 *
 * @param digits how many there are, those of mentions apart
 * @param at the sign of an e-mail address, or a word in its place
 * @param names a word that may introduce a name
 */
record Signs(int digits, boolean at, boolean names) {
    /** No number that identifies a person has fewer. */
    private static final int FEWEST_DIGITS = 4;

    static Signs in(String text) {
        int count = 0;
        boolean at = false;
        boolean names = false;
        boolean mentioned = false;
        int numerals = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (c >= '0' && c <= '9') {
                    numerals++;
                    count += mentioned ? 0 : 1;
                    continue;
                }
                numerals = 0;
                // Tweets begin with mentions such as @115712, of which the digits are no number.
                mentioned = c == '@';
                at |= mentioned ? isWithinWord(text, i) : isSpeltAt(text, i, c);
                names |= !names && NameTriggers.isAt(text, i, c);
            } else {
                mentioned = false;
                numerals = FoldedText.isDigitLike(c) ? numerals + 1 : 0;
                // 一 is in every other sentence; many of its kind in a row are a number.
                count += numerals == FoldedText.FEWEST_NUMERALS ? numerals : Character.isDigit(c) ? 1 : 0;
                at |= c == '\uff20' || c == '\ufe6b' || (c == '\uff08' && startsAt(text, i + 1));
                names |= !names && ChineseNames.mayBeAnnounced(text, i, c);
            }
        }
        return new Signs(count, at, names);
    }

    boolean isNone() {
        return digits == 0 && !at && !names;
    }

    boolean numbers() {
        return digits >= FEWEST_DIGITS;
    }

    /** A mention has a blank before its sign; an address has its name there. */
    private static boolean isWithinWord(String text, int at) {
        return at > 0 && text.charAt(at - 1) != ' ' || (at + 1 < text.length() && text.charAt(at + 1) == ' ');
    }

    /** {@code (at)}, {@code [at]}, {@code at example dot com}, and {@code #} in its place. */
    private static boolean isSpeltAt(String text, int i, char c) {
        return switch (c) {
            case '(', '[', '{' -> startsAt(text, i + 1) || startsAt(text, i + 2);
            case '#' -> i > 0 && isAsciiWord(text.charAt(i - 1));
            case 'd', 'D' -> text.regionMatches(true, i, "dot ", 0, 4) && i > 0 && text.charAt(i - 1) == ' ';
            default -> false;
        };
    }

    private static boolean startsAt(String text, int i) {
        return i < text.length() && (text.charAt(i) | 0x20) == 'a' || i < text.length() && text.charAt(i) == '@';
    }

    private static boolean isAsciiWord(char c) {
        int lower = c | 0x20;
        return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
    }
}
