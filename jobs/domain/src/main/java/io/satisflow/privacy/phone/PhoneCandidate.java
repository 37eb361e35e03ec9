package io.satisflow.privacy.phone;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of digits and signs that could be a phone number.
 *
 * @param endWithExtension behind an extension such as {@code ext. 12}, if there is one
 * @param groups how many digits stand together, from left to right
 */
record PhoneCandidate(int start, int end, int endWithExtension, String written, String digits, List<Integer> groups) {
    /** Within one number, a comma never stands, and a slash once at most. */
    private static final Pattern OF_ONE = Pattern.compile(
            "\\(?\\+?\\(?\\d{1,4}(?:(?:[ .-]?\\(?0?\\)[ .-]?|[ .(]{0,2}|[ .-]{0,3}| ?/ ?)\\d{1,15}){0,7}");

    private static final Pattern EXTENSION = Pattern.compile(
            "\\A ?,?(?: ?(?:ext(?:ension)?\\.?|x|转|轉|分机|分機|durchwahl|dw\\.?|#)) ?\\.?:? ?\\d{1,6}(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_EXTENSION = 24;
    private static final int FEWEST_WITH_EXTENSION = 10;

    /** @return null when the signs around or within it say that it is something else */
    static @Nullable PhoneCandidate of(String text, int firstDigit, int end, List<Integer> groups) {
        int start = withSigns(text, firstDigit);
        if (!mayBeginAt(text, start) || !mayEndAt(text, end)) {
            return null;
        }
        String written = text.substring(start, end);
        if (!OF_ONE.matcher(written).matches()) {
            return null;
        }
        Matcher extension = EXTENSION.matcher(text.substring(end, Math.min(text.length(), end + LONGEST_EXTENSION)));
        int after = extension.find() ? end + extension.end() : end;
        return new PhoneCandidate(start, end, after, written, written.replaceAll("\\D", ""), groups);
    }

    boolean isInternational() {
        return written.indexOf('+') >= 0;
    }

    /** Dialled as 00 and the code of a country. */
    boolean isDialledAbroad() {
        return !isInternational() && digits.startsWith("00");
    }

    /** Whether an extension follows a number that is long enough for one of a company. */
    boolean hasExtension() {
        return endWithExtension > end && digits.length() >= FEWEST_WITH_EXTENSION;
    }

    boolean isUnspaced() {
        return groups.size() == 1;
    }

    private static int withSigns(String text, int firstDigit) {
        int start = firstDigit;
        while (start > 0 && "+(".indexOf(text.charAt(start - 1)) >= 0 && firstDigit - start < 2) {
            start--;
        }
        // A number in brackets, (030 1234567), has one bracket of its own and one of the sentence's.
        if (text.startsWith("((", start)) {
            start++;
        }
        return start;
    }

    /** No letter, mention or sign of money or of another number before; Chinese letters may stand directly beside a number. */
    private static boolean mayBeginAt(String text, int start) {
        if (start == 0) {
            return true;
        }
        char before = text.charAt(start - 1);
        boolean within = start > 1 && isDigit(text.charAt(start - 2)) && ".:-".indexOf(before) >= 0;
        boolean code = start > 1 && isLetter(text.charAt(start - 2)) && "-/_".indexOf(before) >= 0;
        return !isWord(before) && "@#$€£¥￥".indexOf(before) < 0 && !within && !code;
    }

    private static boolean mayEndAt(String text, int end) {
        if (end >= text.length()) {
            return true;
        }
        char after = text.charAt(end);
        boolean goesOn = end + 1 < text.length() && isDigit(text.charAt(end + 1)) && ".:-".indexOf(after) >= 0;
        boolean decimals = after == ','
                && end + 1 < text.length()
                && isDigit(text.charAt(end + 1))
                && !isLongNumber(text, end + 1);
        boolean extension = after == 'x' && end + 1 < text.length() && isDigit(text.charAt(end + 1));
        return (!isWord(after) || extension) && after != '%' && !goesOn && !decimals;
    }

    private static boolean isLongNumber(String text, int from) {
        int at = from;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == ' ' || text.charAt(at) == '-')) {
            at++;
        }
        return at - from >= 7;
    }

    private static boolean isLetter(char c) {
        return isWord(c) && !isDigit(c);
    }

    private static boolean isWord(char c) {
        int lower = c | 0x20;
        return (lower >= 'a' && lower <= 'z')
                || isDigit(c)
                || c == '_'
                || (c > 0x7f && c < 0x2e80 && Character.isLetter(c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
