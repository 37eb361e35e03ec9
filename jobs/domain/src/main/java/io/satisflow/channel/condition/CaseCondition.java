package io.satisflow.channel.condition;

import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When feedback is bad enough to open a case: a question, a comparison and a number, such as {@code stars <= 2}; or what it is
 * judged to be, such as {@code kind = complaint}.
 *
 * @param word of the kind or the grade; null where a number is asked for
 */
public record CaseCondition(
        String question,
        Comparison comparison,
        double bound,
        @Nullable String word) implements Serializable {
    private static final Pattern JUDGED = Pattern.compile("\\s*(kind|grade)\\s*=\\s*([a-z]{1,40})\\s*");
    private static final Pattern FORM =
            Pattern.compile("\\s*([^\\s<>=]+)\\s*(<=|>=|<|>|=)\\s*(-?\\d{1,9}(?:\\.\\d{1,9})?)\\s*");

    enum Comparison {
        LESS_OR_EQUAL,
        LESS,
        GREATER_OR_EQUAL,
        GREATER,
        EQUAL;

        private static Comparison of(String sign) {
            return switch (sign) {
                case "<=" -> LESS_OR_EQUAL;
                case "<" -> LESS;
                case ">=" -> GREATER_OR_EQUAL;
                case ">" -> GREATER;
                default -> EQUAL;
            };
        }

        private boolean holds(double value, double bound) {
            return switch (this) {
                case LESS_OR_EQUAL -> value <= bound;
                case LESS -> value < bound;
                case GREATER_OR_EQUAL -> value >= bound;
                case GREATER -> value > bound;
                case EQUAL -> value == bound;
            };
        }
    }

    /** @throws IllegalArgumentException when it is not of this form */
    public static CaseCondition parse(String text) {
        Matcher judged = JUDGED.matcher(text);
        if (judged.matches()) {
            return new CaseCondition(judged.group(1), Comparison.EQUAL, 0, judged.group(2));
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a condition; write a question, one of <= < >= > = and a number, such as \"stars <= 2\""
                            .formatted(text));
        }
        return new CaseCondition(
                matcher.group(1), Comparison.of(matcher.group(2)), Double.parseDouble(matcher.group(3)), null);
    }

    /** Whether it asks what feedback is judged to be, and not for a score. */
    public boolean isOfJudgement() {
        return word != null;
    }

    boolean holdsFor(Feedback feedback) {
        if (word != null) {
            return word.equals(question.equals("kind") ? feedback.kind() : feedback.grade());
        }
        return feedback.ratings().stream().anyMatch(this::holdsFor);
    }

    public boolean holdsFor(Rating rating) {
        return word == null && rating.question().equals(question) && comparison.holds(rating.value(), bound);
    }
}
