package io.satisflow.drift.verbatim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The texts of one stretch of time that speak of one aspect: how many, and those that say most, the five of the lowest scores
 * and the five of the highest. What is kept does not depend on the order of arrival.
 *
 * @param end the last instant of the stretch
 * @param aspect {@link #ANY} for all texts, whatever they speak of
 * @param sum of their scores
 */
public record AspectTexts(
        Instant end, String aspect, long count, double sum, List<CustomerText> lowest, List<CustomerText> highest) {
    public static final String ANY = "";

    private static final int KEPT = 5;
    private static final Comparator<CustomerText> BY_NAME =
            Comparator.comparing(CustomerText::knownAt).thenComparing(CustomerText::id);
    static final Comparator<CustomerText> LOWEST_FIRST =
            Comparator.comparingDouble(CustomerText::score).thenComparing(BY_NAME);
    static final Comparator<CustomerText> HIGHEST_FIRST =
            Comparator.comparingDouble(CustomerText::score).reversed().thenComparing(BY_NAME);

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public AspectTexts {
        aspect = aspect == null ? ANY : aspect;
        lowest = lowest == null ? List.of() : lowest;
        highest = highest == null ? List.of() : highest;
    }

    public static AspectTexts upTo(Instant end, String aspect) {
        return new AspectTexts(end, aspect, 0, 0, List.of(), List.of());
    }

    public AspectTexts with(CustomerText text) {
        return new AspectTexts(
                end,
                aspect,
                count + 1,
                sum + text.score(),
                first(LOWEST_FIRST, lowest, text),
                first(HIGHEST_FIRST, highest, text));
    }

    /** A text of the same id is a later word of the same customer. */
    private static List<CustomerText> first(
            Comparator<CustomerText> order, List<CustomerText> texts, CustomerText added) {
        Stream<CustomerText> others = texts.stream().filter(text -> !text.id().equals(added.id()));
        return new ArrayList<>(Stream.concat(others, Stream.of(added))
                .sorted(order)
                .limit(KEPT)
                .toList());
    }
}
