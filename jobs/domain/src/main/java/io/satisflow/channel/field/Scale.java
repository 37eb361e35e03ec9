package io.satisflow.channel.field;

import static io.satisflow.channel.record.RefusalReason.RATING_NOT_A_NUMBER;
import static io.satisflow.channel.record.RefusalReason.RATING_OUT_OF_SCALE;

import io.satisflow.channel.record.RecordRefusal;
import java.io.Serializable;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;

/** The lowest and the highest answer to a question, both allowed. */
public record Scale(double min, double max) implements Serializable {
    /** For a score whose mapping declares no scale. */
    static final Scale ANY = new Scale(-Double.MAX_VALUE, Double.MAX_VALUE);

    public Scale {
        if (!Double.isFinite(min) || !Double.isFinite(max) || min >= max) {
            throw new IllegalArgumentException(
                    "[%s, %s] is not a scale; write the lowest answer, then the highest, such as [1, 5]"
                            .formatted(shown(min), shown(max)));
        }
    }

    /** @throws RecordRefusal when there is something that is no number, or a number outside this scale */
    Optional<Double> read(SourceRecord source, String question, Field field) {
        String place = "%s (%s)".formatted(question, field.place());
        field.unread(source.json()).ifPresent(unread -> {
            throw notANumber(source, place, unread);
        });
        return source.value(field).map(text -> score(source, place, text));
    }

    private double score(SourceRecord source, String place, String text) {
        double score = ScoreText.read(text, max).orElseThrow(() -> notANumber(source, place, text));
        if (score < min || score > max) {
            throw source.refusal(
                    RATING_OUT_OF_SCALE,
                    "%s is %s, outside the scale [%s, %s]; correct the source, or the scale in the mapping"
                            .formatted(place, RecordRefusal.quote(text), shown(min), shown(max)));
        }
        return score;
    }

    private RecordRefusal notANumber(SourceRecord source, String place, String text) {
        return source.refusal(
                RATING_NOT_A_NUMBER,
                "%s is %s, not a number of the scale [%s, %s]; correct the source, or map its words with values, or say with regex what is meant"
                        .formatted(place, RecordRefusal.quote(text), shown(min), shown(max)));
    }

    private static String shown(double number) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
