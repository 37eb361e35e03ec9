package io.satisflow.local.topics;

import io.satisflow.flink.io.Mark;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** What each writer has said of the time in each partition it fills, until all of them have said that nothing follows. */
final class AwaitedEnds {
    private final Set<Place> awaited = new HashSet<>();
    private final Map<Place, Mark> lastMarks = new HashMap<>();

    private record Place(TopicPartition partition, String writer) {}

    void await(TopicPartition partition, String writer) {
        awaited.add(new Place(partition, writer));
    }

    /**
     * Nothing takes an END back: a mark that was written beside the transaction goes another way than the END in it, and may come to
     * stand behind it.
     */
    void see(TopicPartition partition, Mark mark) {
        lastMarks.merge(new Place(partition, mark.writer()), mark, (last, next) -> last.end() ? last : next);
    }

    boolean reached() {
        return awaited.stream()
                .allMatch(place ->
                        lastMarks.containsKey(place) && lastMarks.get(place).end());
    }

    SortedSet<String> silentWriters() {
        return awaited.stream()
                .filter(place -> !lastMarks.containsKey(place))
                .map(Place::writer)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The time that all of them have come to; empty before each has spoken. */
    Optional<Instant> time() {
        if (!lastMarks.keySet().containsAll(awaited)) {
            return Optional.empty();
        }
        return lastMarks.values().stream().map(Mark::time).min(Long::compare).map(Instant::ofEpochMilli);
    }
}
