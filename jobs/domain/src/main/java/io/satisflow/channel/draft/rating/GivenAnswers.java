package io.satisflow.channel.draft.rating;

import io.satisflow.channel.draft.column.SampledField;
import io.satisflow.channel.draft.column.SignsForNothing;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * The answers that stand at a place, without the words that say that there is none.
 *
 * @param given each as often as it was given
 * @param signs that there is no answer
 */
record GivenAnswers(List<String> given, List<String> signs) {
    /** The share of answers unlike the others that is taken for slips of the keyboard. */
    static final double FEW = 0.1;

    private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,3}(?:[.,]\\d{1,2})?)");
    private static final Pattern OF_ALL = Pattern.compile("(\\d{1,3})\\s*/\\s*\\d{1,3}");
    private static final Pattern WITH_UNIT =
            Pattern.compile("(?i)(\\d{1,3}(?:[.,]\\d{1,2})?)\\s*(?:stars?|points?|颗?星|分)");
    /** {@code 10 - Extremely likely}, as scales are written whose ends have words. */
    private static final Pattern IN_WORDS_TOO =
            Pattern.compile("(\\d{1,3})\\s*(?:[-–—:：=.、)）(（]\\s*|\\s)(?=\\D{2,60}$)(?!.*\\d).*");

    private static final Pattern STARS = Pattern.compile("[★☆⭐️]+");

    static GivenAnswers of(SampledField field) {
        return new GivenAnswers(
                field.values().stream()
                        .filter(value -> !SignsForNothing.isNoAnswer(value))
                        .toList(),
                SignsForNothing.seen(field, SignsForNothing::isNoAnswer));
    }

    boolean all(Predicate<String> test) {
        return !given.isEmpty() && given.stream().allMatch(test);
    }

    List<String> words() {
        return given.stream().distinct().sorted().toList();
    }

    boolean areNumbers() {
        long others = given.stream().filter(value -> !isNumber(value)).count();
        return others < given.size() && others <= FEW * given.size();
    }

    /** What is no number although the others are. */
    List<String> slips() {
        return given.stream()
                .filter(value -> !isNumber(value))
                .distinct()
                .sorted()
                .toList();
    }

    boolean haveWordsToo() {
        return given.stream().anyMatch(value -> IN_WORDS_TOO.matcher(value).matches());
    }

    DoubleStream numbers() {
        return given.stream().filter(GivenAnswers::isNumber).mapToDouble(GivenAnswers::number);
    }

    /** One that says how they are written: a number of the scale, if there is any. */
    String example(ScaleGuess scale) {
        return given.stream()
                .filter(value -> isNumber(value) && scale.holds(number(value)))
                .findFirst()
                .orElse(given.get(0));
    }

    /** Of the numbers among them, from 0 to 1. */
    double share(DoublePredicate test) {
        return (double) numbers().filter(test).count() / Math.max(1, numbers().count());
    }

    private static boolean isNumber(String value) {
        return STARS.matcher(value).matches() || digits(value).isPresent();
    }

    private static double number(String value) {
        return digits(value)
                .map(digits -> Double.parseDouble(digits.replace(',', '.')))
                .orElseGet(() ->
                        (double) value.chars().filter(c -> c == '★' || c == '⭐').count());
    }

    private static Optional<String> digits(String value) {
        return List.of(NUMBER, OF_ALL, WITH_UNIT, IN_WORDS_TOO).stream()
                .map(form -> form.matcher(value))
                .filter(Matcher::matches)
                .map(form -> form.group(1))
                .findFirst();
    }
}
