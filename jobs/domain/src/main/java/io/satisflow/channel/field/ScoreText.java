package io.satisflow.channel.field;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ways in which people and tools write a score: {@code 4}, {@code 4.5}, {@code 4,5}, {@code 4/5}, {@code 4 out of 5},
 * {@code 80%}, {@code ★★★★☆}, {@code 5星}. What names its own end must name the end of the scale: 4/5 is no 4 of 10.
 */
final class ScoreText {
    private static final String DECIMAL = "[+-]?\\d{1,40}(?:\\.\\d{1,40})?(?:[eE][+-]?\\d{1,3})?";
    private static final String UNIT = "(?:\\s*(?:stars?|points?|Sterne?n?|étoiles?|estrellas?|stelle?|星|颗星|分))";
    private static final Pattern NUMBER = Pattern.compile(DECIMAL);
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d{1,3},\\d{1,2}");
    private static final Pattern OF_END = Pattern.compile(
            "(" + DECIMAL + "|\\d{1,3},\\d{1,2})" + UNIT + "?\\s*(?:/|\\b(?:out of|of|von|sur|de|su|van)\\b)\\s*("
                    + DECIMAL + ")" + UNIT + "?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH_UNIT =
            Pattern.compile("(" + DECIMAL + "|\\d{1,3},\\d{1,2})" + UNIT, Pattern.CASE_INSENSITIVE);
    private static final Pattern PERCENT = Pattern.compile("(" + DECIMAL + "|\\d{1,3},\\d{1,2})\\s*%");
    private static final Pattern STARS = Pattern.compile("([★⭐🌟✭✮✯]{1,100})([☆✩✰]{0,100})");
    private static final int LONGEST = 200;
    private static final int STARS_OF_A_ROW = 5;
    private static final int HUNDRED = 100;

    private ScoreText() {}

    /** The score that a text tells, whether or not the scale allows it; nothing when it tells none on this scale. */
    static Optional<Double> read(String text, double end) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        // Full-width forms and narrow blanks become their plain selves.
        String plain = withPlainDigits(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replace('\u2212', '-')
                .strip();
        return number(plain)
                .or(() -> ofEnd(plain, end))
                .or(() -> group(WITH_UNIT, plain))
                .or(() -> end == HUNDRED ? group(PERCENT, plain) : Optional.empty())
                .or(() -> stars(plain, end));
    }

    /** The digits of other scripts, such as Arabic. */
    private static String withPlainDigits(String text) {
        return text.codePoints().allMatch(c -> c < 128)
                ? text
                : text.codePoints()
                        .mapToObj(c ->
                                Character.isDigit(c) ? String.valueOf(Character.digit(c, 10)) : Character.toString(c))
                        .collect(Collectors.joining());
    }

    private static Optional<Double> number(String text) {
        if (DECIMAL_COMMA.matcher(text).matches()) {
            return Optional.of(Double.valueOf(text.replace(',', '.')));
        }
        return NUMBER.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    private static Optional<Double> group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? number(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Double> ofEnd(String text, double end) {
        Matcher matcher = OF_END.matcher(text);
        return matcher.matches() && Double.parseDouble(matcher.group(2)) == end
                ? number(matcher.group(1))
                : Optional.empty();
    }

    private static Optional<Double> stars(String text, double end) {
        Matcher matcher = STARS.matcher(text.replace("\uFE0F", "").replace(" ", ""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int filled = count(matcher.group(1));
        int row = filled + count(matcher.group(2));
        // Without empty ones the row's length is not seen; five is what all stores show.
        boolean fits = row == end || (row == filled && end == STARS_OF_A_ROW);
        return fits ? Optional.of((double) filled) : Optional.empty();
    }

    private static int count(String signs) {
        return signs.codePointCount(0, signs.length());
    }
}
