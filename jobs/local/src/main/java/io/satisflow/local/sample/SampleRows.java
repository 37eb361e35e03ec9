package io.satisflow.local.sample;

import io.satisflow.satisfaction.metric.ComplaintRate;
import io.satisflow.satisfaction.metric.CustomerRecovery;
import io.satisflow.satisfaction.metric.Metric;
import io.satisflow.satisfaction.metric.Score;
import io.satisflow.satisfaction.outcome.Finding;
import io.satisflow.satisfaction.score.TrackedMetric;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.ticket.TicketFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What a metric counts in the made-up week, by its present settings.
 *
 * @param rows none when it counts nothing there
 */
public record SampleRows(Metric metric, List<SampleRow> rows, Instant end) {
    private static final int SHOWN = 5;

    public SampleRows {
        rows = List.copyOf(rows);
    }

    public static SampleRows of(TrackedMetric tracked, SampleWeek week) {
        Metric metric = tracked.metric();
        List<SampleRow> rows = new ArrayList<>();
        week.said().forEach((id, response) -> {
            boolean counts = !response.isExposure() || metric instanceof ComplaintRate;
            if (counts && tracked.isAbout(response.facts()::get)) {
                rows.add(new SampleRow.Said(id, response, metric.tallies(response)));
            }
        });
        week.milestones().stream()
                .filter(milestone -> tracked.isAbout(milestone::fact))
                .forEach(milestone ->
                        rows.add(new SampleRow.Clocked(milestone.ticket(), milestone, metric.tallies(milestone))));
        if (metric instanceof CustomerRecovery) {
            week.moods().forEach((ticket, mood) -> rows.add(new SampleRow.Moved(ticket, mood, metric.tallies(mood))));
        }
        metric.outcome()
                .ifPresent(rule -> week.findings(List.of(rule)).stream()
                        .filter(finding -> tracked.isAbout(name -> TicketFacts.named(finding.facts(), name)))
                        .forEach(finding -> rows.add(ruled(metric, finding))));
        rows.removeIf(row -> row.tallies().isNothing());
        return new SampleRows(metric, rows, week.end());
    }

    private static SampleRow ruled(Metric metric, Finding finding) {
        Finding.Ruling ruling = Objects.requireNonNull(finding.rulings().get(metric.name()));
        String id = finding.anchor()
                .replaceFirst("^(?:ticket/|feedback/[^/]*/)", "")
                .replaceFirst("/.*", "");
        return new SampleRow.Ruled(id, ruling, metric.tallies(ruling));
    }

    /** Some few from all over the week. */
    public SampleRows some() {
        if (rows.size() <= SHOWN) {
            return this;
        }
        return new SampleRows(
                metric,
                IntStream.range(0, SHOWN)
                        .mapToObj(i -> rows.get(i * (rows.size() - 1) / (SHOWN - 1)))
                        .toList(),
                end);
    }

    /** What the rows come to together. */
    public Map<String, Score> scores() {
        Tallies sum = rows.stream().map(SampleRow::tallies).reduce(Tallies.NOTHING, Tallies::plus);
        return metric.scores(sum, end);
    }
}
