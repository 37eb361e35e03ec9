package io.satisflow.flink.satisfaction;

import io.satisflow.feedback.Feedback;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.SatisfactionSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What windows hold, by going through everything that was ever said. No state, no panes, no sums. */
final class NaiveSatisfaction {
    private static final Comparator<ScoredFeedback> ORDER = Comparator.<ScoredFeedback, Instant>comparing(
                    record -> record.knownAt())
            .thenComparing(record -> record.feedback().occurredAt())
            .thenComparing(record -> record.feedback().revision())
            .thenComparing(record -> record.recorded().source().topic())
            .thenComparing(record -> record.recorded().source().partition())
            .thenComparing(record -> record.recorded().source().offset());

    private final SatisfactionSettings settings;
    private final List<ScoredFeedback> records;
    private final Set<String> places = new HashSet<>();
    private final Map<Instant, List<ScoredFeedback>> countedAsOf = new HashMap<>();

    NaiveSatisfaction(SatisfactionSettings settings, List<ScoredFeedback> records) {
        this.settings = settings;
        this.records = records.stream().sorted(ORDER).toList();
        for (int grouping = 0; grouping < settings.groupings().size(); grouping++) {
            givePlaces(grouping);
        }
    }

    private void givePlaces(int grouping) {
        int which = grouping;
        records.stream()
                .filter(record -> !isTooLate(record))
                .sorted(Comparator.<ScoredFeedback, Instant>comparing(record -> record.knownAt())
                        .thenComparing(record -> wanted(record).get(which)))
                .map(record -> wanted(record).get(which))
                .distinct()
                .limit(settings.cap())
                .forEach(places::add);
    }

    private static List<String> wanted(ScoredFeedback record) {
        String channel = record.feedback().channel();
        String product = record.feedback().attributes().getOrDefault("product", "null");
        return List.of(
                "(all)", "channel=" + channel, "product=" + product, "channel=" + channel + ",product=" + product);
    }

    Set<String> segments() {
        return records.stream()
                .filter(record -> !isTooLate(record))
                .flatMap(record -> segmentsOf(record).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> segmentsOf(ScoredFeedback record) {
        return wanted(record).stream()
                .map(segment -> segment.equals("(all)") || places.contains(segment)
                        ? segment
                        : segment.replaceAll("=[^,]*", "=(other)"))
                .toList();
    }

    private boolean isTooLate(ScoredFeedback record) {
        Feedback feedback = record.feedback();
        return Duration.between(feedback.occurredAt(), record.knownAt()).compareTo(settings.tooLateAfter()) > 0;
    }

    /** What counts of all feedback by what is known at a time. */
    private List<ScoredFeedback> counted(Instant asOf) {
        return countedAsOf.computeIfAbsent(asOf, this::replayed);
    }

    private List<ScoredFeedback> replayed(Instant asOf) {
        Map<String, ScoredFeedback> counted = new HashMap<>();
        for (ScoredFeedback record : records) {
            Feedback feedback = record.feedback();
            String key = feedback.channel() + "/" + feedback.id();
            ScoredFeedback before = counted.get(key);
            boolean isNews = before == null || before.feedback().revision() < feedback.revision();
            if (!record.knownAt().isAfter(asOf) && isNews && !isTooLate(record)) {
                counted.put(key, record);
            }
        }
        return new ArrayList<>(counted.values());
    }

    /** The metrics of a window, each as {@code value n}; of an empty one nothing. */
    Map<String, String> window(String segment, Instant to, Duration length, Instant asOf) {
        List<ScoredFeedback> inside = between(segment, to.minus(length), to, asOf);
        List<ScoredFeedback> before = between(segment, to.minus(length.multipliedBy(2)), to.minus(length), asOf);
        if (inside.isEmpty()) {
            return Map.of();
        }
        Map<String, String> metrics = new HashMap<>();
        volume(inside, "volume", metrics);
        volume(before, "volume previous", metrics);
        means(inside, "", metrics);
        means(before, " previous", metrics);
        return metrics;
    }

    List<ScoredFeedback> between(String segment, Instant from, Instant to, Instant asOf) {
        return counted(asOf).stream()
                .filter(record -> !record.feedback().occurredAt().isBefore(from))
                .filter(record -> record.feedback().occurredAt().isBefore(to))
                .filter(record -> segmentsOf(record).contains(segment))
                .toList();
    }

    private static void volume(List<ScoredFeedback> inside, String name, Map<String, String> metrics) {
        metrics.put(name, shown(inside.isEmpty() ? null : (double) inside.size()));
    }

    private static void means(List<ScoredFeedback> inside, String suffix, Map<String, String> metrics) {
        double[] sentiments = inside.stream()
                .filter(record -> record.sentiment() != null)
                .mapToDouble(record -> record.sentiment().score())
                .toArray();
        double[] satisfied = inside.stream()
                .flatMap(record -> record.feedback().ratings().stream())
                .mapToDouble(rating -> rating.value() >= 4 ? 100 : 0)
                .toArray();
        metrics.put("sentiment" + suffix, shown(mean(sentiments)));
        metrics.put("csat" + suffix, shown(mean(satisfied)));
    }

    private static @Nullable Double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? null : sum / values.length;
    }

    /** Rounded, and never from half-way, where the last digit of a sum of doubles would decide. */
    static String shown(@Nullable Double value) {
        return value == null ? "no data" : "%.5f".formatted(value + 1e-9);
    }
}
