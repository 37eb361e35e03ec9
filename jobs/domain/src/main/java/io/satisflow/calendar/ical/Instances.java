package io.satisflow.calendar.ical;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Every instance of every event of a feed. An instance that was changed takes the place of the one it stands for; one that
 * was cancelled leaves nothing.
 *
 * @param changes of each series by the first day of the instance they stand for
 * @param last no later instance
 */
record Instances(Map<String, SortedMap<LocalDate, FeedEvent>> changes, LocalDate last) {

    /**
     * An instance.
     *
     * @param event by whose words it is judged
     * @param first its first day
     */
    record Instance(FeedEvent event, LocalDate first) {}

    /** @param unusable told of each event whose dates cannot be read */
    static Instances of(
            List<FeedEvent> events, LocalDate last, BiConsumer<FeedEvent, UnusableEventException> unusable) {
        Map<String, SortedMap<LocalDate, FeedEvent>> changes = new HashMap<>();
        events.stream().sorted(Comparator.comparingInt(FeedEvent::sequence)).forEach(event -> {
            try {
                event.replaces()
                        .ifPresent(instance -> changes.computeIfAbsent(event.uid(), uid -> new TreeMap<>())
                                .put(instance.day(), event));
            } catch (UnusableEventException e) {
                unusable.accept(event, e);
            }
        });
        return new Instances(changes, last);
    }

    /** Of a series or a single event that is itself no change of another; changes come with {@link #changed}. */
    List<Instance> of(FeedEvent event) {
        SortedMap<LocalDate, FeedEvent> changesOfIt = changes.getOrDefault(event.uid(), new TreeMap<>());
        List<Instance> instances = new ArrayList<>();
        for (LocalDate first : Series.of(event, last)) {
            if (changesOfIt.containsKey(first)) {
                continue;
            }
            Optional<Map.Entry<LocalDate, FeedEvent>> lasting = lastingChange(changesOfIt, first);
            if (lasting.isEmpty()) {
                instances.add(new Instance(event, first));
            } else if (!lasting.get().getValue().isCancelled()) {
                FeedEvent change = lasting.get().getValue();
                long shift = ChronoUnit.DAYS.between(
                        lasting.get().getKey(), change.start().day());
                instances.add(new Instance(change.within(event), first.plusDays(shift)));
            }
        }
        return instances;
    }

    /** The instance that a change leaves; empty when a later version of the same change goes before it. */
    Optional<Instance> changed(FeedEvent change, Map<String, FeedEvent> series) {
        LocalDate instance = change.replaces().orElseThrow().day();
        if (changes.getOrDefault(change.uid(), new TreeMap<>()).get(instance) != change) {
            return Optional.empty();
        }
        FeedEvent event = Optional.ofNullable(series.get(change.uid()))
                .map(change::within)
                .orElse(change);
        return Optional.of(new Instance(event, change.start().day()));
    }

    private static Optional<Map.Entry<LocalDate, FeedEvent>> lastingChange(
            SortedMap<LocalDate, FeedEvent> changes, LocalDate first) {
        return changes.headMap(first).entrySet().stream()
                .filter(change -> change.getValue().replacesLaterOnes())
                .reduce((earlier, later) -> later);
    }
}
