package io.satisflow.channel.field;

import io.satisflow.channel.record.RecordRefusal;
import io.satisflow.feedback.Rating;
import java.io.Serializable;
import java.util.Optional;

/** Where the answer to a question stands, and its scale. */
public record RatingField(String question, Field field, Scale scale) implements Serializable {

    /** @throws RecordRefusal when there is an answer that is no number of the scale */
    public Optional<Rating> read(SourceRecord source) {
        return scale.read(source, question, field).map(value -> new Rating(question, value, scale.min(), scale.max()));
    }
}
