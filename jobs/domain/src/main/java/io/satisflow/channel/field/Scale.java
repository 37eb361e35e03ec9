package io.satisflow.channel.field;

import static io.satisflow.channel.record.RefusalReason.RATING_NOT_A_NUMBER;
import static io.satisflow.channel.record.RefusalReason.RATING_OUT_OF_SCALE;

import io.satisflow.channel.record.RecordRefusal;
import java.io.Serializable;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lowest and the highest answer to a question, both allowed. */
record Scale(double min, double max) implements Serializable {
    /** For a score whose mapping declares no scale. */
    static final Scale ANY = new Scale(-Double.MAX_VALUE, Double.MAX_VALUE);

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(?:\\.\\d{1,40})?(?:[eE][+-]?\\d{1,3})?");

    Scale {
        if (!Double.isFinite(min) || !Double.isFinite(max) || min >= max) {
            throw new IllegalArgumentException(
                    "[%s, %s] is not a scale; write the lowest answer, then the highest, such as [1, 5]"
                            .formatted(shown(min), shown(max)));
        }
    }

    /** @throws RecordRefusal when there is a value that is no number, or one outside this scale */
    Optional<Double> read(SourceRecord source, String question, Field field) {
        return source.value(field).map(text -> score(source, "%s (%s)".formatted(question, field.place()), text));
    }

    private double score(SourceRecord source, String place, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw source.refusal(
                    RATING_NOT_A_NUMBER,
                    "%s is %s, not a number; correct the source, or map its words with values"
                            .formatted(place, RecordRefusal.quote(text)));
        }
        double score = Double.parseDouble(text);
        if (score < min || score > max) {
            throw source.refusal(
                    RATING_OUT_OF_SCALE,
                    "%s is %s, outside the scale [%s, %s]; correct the source, or the scale in the mapping"
                            .formatted(place, RecordRefusal.quote(text), shown(min), shown(max)));
        }
        return score;
    }

    private static String shown(double number) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
