package io.satisflow.channel.draft.column;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Columns by what they are called, and by how much they look like what is wanted. */
public final class ColumnChoice {
    private ColumnChoice() {}

    /** Those whose whole name is of this form. */
    public static Predicate<SampledField> named(Pattern name) {
        return field -> name.matcher(field.called()).matches();
    }

    /** @param likeness 0 or less for a column that is none */
    public static Optional<SampledField> best(Stream<SampledField> columns, ToDoubleFunction<SampledField> likeness) {
        return columns.filter(field -> likeness.applyAsDouble(field) > 0).max(Comparator.comparingDouble(likeness));
    }
}
