package io.satisflow.local.replay.feed;

import io.satisflow.channel.record.MappedRecord.Accepted;
import io.satisflow.channel.record.MappedRecord.Refused;
import io.satisflow.feedback.Dimension;
import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much of what stands in accepted rows is used, by part: the answers to each question, the scores of each dimension, the
 * texts. A row that loses all its ratings but has a text is accepted, so that a wrong scale would not show in the rows.
 */
public final class UsedParts {
    private static final String TEXT = "text";

    private final Map<String, Part> parts = new TreeMap<>();

    /**
     * What of one part is refused.
     *
     * @param part the question, the dimension, or {@code text}
     * @param of how many there are of it, refused or not
     * @param row where the first of them stands
     * @param message of the first of them
     */
    public record Loss(String part, long refused, long of, long row, String reason, String message) {
        /** From 0 to 1. */
        public double share() {
            return (double) refused / of;
        }
    }

    private static final class Part {
        private long used;
        private long refused;
        private long row;
        private @Nullable Refused first;
    }

    void add(long row, Accepted accepted) {
        accepted.said().stream().flatMap(UsedParts::partsOf).forEach(name -> part(name).used++);
        for (Refused flaw : accepted.flaws()) {
            flaw.part().map(this::part).ifPresent(part -> refuse(part, row, flaw));
        }
    }

    private static void refuse(Part part, long row, Refused flaw) {
        part.refused++;
        if (part.first == null) {
            part.first = flaw;
            part.row = row;
        }
    }

    private Part part(String name) {
        return parts.computeIfAbsent(name, unknown -> new Part());
    }

    private static Stream<String> partsOf(Feedback said) {
        return Stream.of(
                        said.ratings().stream().map(Rating::question),
                        said.dimensions().stream().map(Dimension::name),
                        Stream.ofNullable(said.text()).map(text -> TEXT))
                .flatMap(names -> names);
    }

    /** By part; none where all that stands in accepted rows is used. */
    public List<Loss> losses() {
        return parts.entrySet().stream()
                .flatMap(each -> loss(each.getKey(), each.getValue()))
                .toList();
    }

    private static Stream<Loss> loss(String name, Part part) {
        return Stream.ofNullable(part.first)
                .map(first -> new Loss(
                        name,
                        part.refused,
                        part.used + part.refused,
                        part.row,
                        first.reason().wireName(),
                        first.message()));
    }
}
