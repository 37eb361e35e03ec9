package io.satisflow.drift.verbatim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The texts of one stretch of time that speak of one aspect: how many, and those that say most, the five of the lowest scores
 * and the five of the highest. What is kept depends neither on the order of arrival nor on which of them were put together
 * first.
 *
 * @param end the last instant of the stretch
 * @param aspect {@link #ANY} for all texts, whatever they speak of
 * @param sum of their scores, each to {@link #GRAIN}
 */
public record AspectTexts(
        Instant end, String aspect, long count, double sum, List<CustomerText> lowest, List<CustomerText> highest) {
    public static final String ANY = "";

    private static final int KEPT = 5;
    /** About a millionth. Sums of multiples of a power of two are exact, in whatever order they are added. */
    private static final double GRAIN = 0x1p-20;

    private static final Comparator<CustomerText> BY_NAME = Comparator.comparing(CustomerText::knownAt)
            .thenComparing(CustomerText::id)
            .thenComparing(CustomerText::text);
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
                sum + Math.rint(text.score() / GRAIN) * GRAIN,
                first(LOWEST_FIRST, lowest, List.of(text)),
                first(HIGHEST_FIRST, highest, List.of(text)));
    }

    /** @param others of the same stretch and aspect */
    public AspectTexts with(AspectTexts others) {
        return new AspectTexts(
                end,
                aspect,
                count + others.count,
                sum + others.sum,
                first(LOWEST_FIRST, lowest, others.lowest),
                first(HIGHEST_FIRST, highest, others.highest));
    }

    /** @param texts in this order, KEPT at most */
    private static List<CustomerText> first(
            Comparator<CustomerText> order, List<CustomerText> texts, List<CustomerText> added) {
        List<CustomerText> first = texts;
        for (CustomerText text : added) {
            if (first.size() < KEPT || order.compare(text, first.get(KEPT - 1)) < 0) {
                first = inserted(order, first, text);
            }
        }
        return first;
    }

    private static List<CustomerText> inserted(
            Comparator<CustomerText> order, List<CustomerText> texts, CustomerText text) {
        int place = Collections.binarySearch(texts, text, order);
        if (place >= 0) {
            // Read once more after a failure.
            return texts;
        }
        List<CustomerText> more = new ArrayList<>(texts);
        more.add(-place - 1, text);
        return more.size() > KEPT ? new ArrayList<>(more.subList(0, KEPT)) : more;
    }
}
