package io.satisflow.drift;

import io.satisflow.drift.detector.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The texts of one stretch of time that say most: the five of the lowest scores and the five of the highest. What is kept
 * does not depend on the order of arrival.
 *
 * @param end the last instant of the stretch
 */
public record Verbatims(Instant end, List<Text> lowest, List<Text> highest) {
    private static final int SHOWN = 5;
    private static final Comparator<Text> BY_NAME =
            Comparator.comparing(Text::knownAt).thenComparing(Text::id);
    private static final Comparator<Text> LOWEST_FIRST =
            Comparator.comparingDouble(Text::score).thenComparing(BY_NAME);
    private static final Comparator<Text> HIGHEST_FIRST =
            Comparator.comparingDouble(Text::score).reversed().thenComparing(BY_NAME);

    public Verbatims {
        lowest = lowest == null ? List.of() : lowest;
        highest = highest == null ? List.of() : highest;
    }

    /**
     * A text that a customer wrote.
     *
     * @param score sentiment, -1 to 1
     */
    public record Text(String id, Instant knownAt, double score, String text) {}

    public static Verbatims upTo(Instant end) {
        return new Verbatims(end, List.of(), List.of());
    }

    public Verbatims with(Text text) {
        return new Verbatims(end, first(LOWEST_FIRST, lowest, text), first(HIGHEST_FIRST, highest, text));
    }

    /** The texts that show a change, out of all stretches that lie within it. */
    public static List<String> showing(DriftSignal signal, Collection<Verbatims> stretches) {
        boolean down = signal.direction() == Direction.DOWN;
        return stretches.stream()
                .filter(stretch -> stretch.end.isAfter(signal.since()) && !stretch.end.isAfter(signal.at()))
                .flatMap(stretch -> (down ? stretch.lowest : stretch.highest).stream())
                .sorted(down ? LOWEST_FIRST : HIGHEST_FIRST)
                .map(Text::text)
                .distinct()
                .limit(SHOWN)
                .toList();
    }

    /** A text of the same id is a redelivery. */
    private static List<Text> first(Comparator<Text> order, List<Text> texts, Text added) {
        Stream<Text> others = texts.stream().filter(text -> !text.id().equals(added.id()));
        return new ArrayList<>(Stream.concat(others, Stream.of(added))
                .sorted(order)
                .limit(SHOWN)
                .toList());
    }
}
