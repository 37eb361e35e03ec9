package io.satisflow.channel.field;

import io.satisflow.channel.record.RecordRefusal;
import io.satisflow.feedback.Dimension;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the score of a dimension stands, and what the customer had expected of it. */
public record DimensionField(
        String name, Field score, @Nullable Field expectation, Scale scale) implements Serializable {

    /** @throws RecordRefusal when score or expectation is no number of the scale */
    public Optional<Dimension> read(SourceRecord source) {
        return scale.read(source, name, score).map(value -> new Dimension(name, value, expectationOf(source)));
    }

    private @Nullable Double expectationOf(SourceRecord source) {
        return expectation == null
                ? null
                : scale.read(source, name + " expectation", expectation).orElse(null);
    }
}
