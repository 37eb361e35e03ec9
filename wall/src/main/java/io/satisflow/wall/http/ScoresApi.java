package io.satisflow.wall.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.satisflow.wall.state.FeedbackSample;
import io.satisflow.wall.state.SegmentKeys;
import io.satisflow.wall.state.WallState;
import io.satisflow.wall.view.Boards;
import io.satisflow.wall.view.Mapping;
import io.satisflow.wall.view.Views;
import io.satisflow.wire.Alert;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Scores: now, over time, by segment, and the words behind them. */
final class ScoresApi {
    private static final Duration USUAL_RANGE = Duration.ofHours(24);
    private static final int MOST_FEEDBACK = 500;
    private static final int MOST_TICKETS = 100;

    private final WallState state;
    private final Boards boards;
    private final Mapping mapping;

    ScoresApi(WallState state) {
        this.state = state;
        this.boards = new Boards(state);
        this.mapping = new Mapping(state);
    }

    void add(RoutesConfig routes) {
        routes.get("/api/scores", context -> Answers.json(context, scores(context)));
        routes.get("/api/series", context -> Answers.json(context, series(context)));
        routes.get("/api/segments", context -> Answers.json(context, segments(context)));
        routes.get("/api/evidence", context -> Answers.json(context, evidence(context)));
    }

    private Views.Scores scores(Context context) {
        return boards.scores(segment(context), Arguments.required(context, "window"));
    }

    private Views.Series series(Context context) {
        String segment = segment(context);
        String window = Arguments.required(context, "window");
        String metric = Arguments.required(context, "metric");
        return state.look(() -> {
            Instant to =
                    Arguments.instant(context, "to").orElseGet(() -> state.now().plusMillis(1));
            Instant from = Arguments.instant(context, "from").orElseGet(() -> to.minus(USUAL_RANGE));
            return new Views.Series(
                    segment,
                    window,
                    metric,
                    target(segment, window, metric),
                    state.history.points(segment, window, metric, from, to).stream()
                            .map(point ->
                                    new Views.Point(point.to(), point.value(), point.n(), point.low(), point.high()))
                            .toList(),
                    state.signals.signals(segment, metric, from, to).stream()
                            .map(Mapping::change)
                            .toList(),
                    state.alerts
                            .alerts()
                            .filter(alert -> isAbout(alert, segment, metric) && overlaps(alert, from, to))
                            .map(mapping::alert)
                            .toList(),
                    state.timeline.marks(from, to).stream().map(Mapping::mark).toList());
        });
    }

    private @Nullable Double target(String segment, String window, String metric) {
        return state.scores
                .row(segment, window)
                .map(row -> row.getMetrics().get(metric))
                .map(Metric::getTarget)
                .orElse(null);
    }

    private static boolean isAbout(Alert alert, String segment, String metric) {
        String told = alert.getAnnotations().getOrDefault("segment", "");
        String key = told.equals("all") ? SegmentKeys.ALL : told;
        return metric.equals(alert.getAnnotations().get("metric")) && segment.equals(key);
    }

    private static boolean overlaps(Alert alert, Instant from, Instant to) {
        return !alert.getSince().isAfter(to)
                && (alert.getEndedAt() == null || !alert.getEndedAt().isBefore(from));
    }

    /** The present value of one metric in every segment of a grouping. */
    private List<Views.Cell> segments(Context context) {
        String window = Arguments.required(context, "window");
        String metric = Arguments.required(context, "metric");
        Set<String> by = new TreeSet<>(Arguments.text(context, "by")
                .map(names -> Arrays.asList(names.split(",")))
                .orElse(List.of()));
        return state.look(() -> state.scores.rows(window).entrySet().stream()
                .filter(entry -> entry.getValue().getSegment().keySet().equals(by))
                .map(entry -> cell(entry.getKey(), entry.getValue(), metric))
                .toList());
    }

    private static Views.Cell cell(String key, SatisfactionRow row, String metric) {
        Metric measured = row.getMetrics().get(metric);
        return new Views.Cell(
                key, new TreeMap<>(row.getSegment()), row.getTo(), measured == null ? null : Mapping.metric(measured));
    }

    /** What customers said in a segment, and the tickets that it came of. */
    private Views.Evidence evidence(Context context) {
        String segment = segment(context);
        Map<String, String> values = values(segment);
        Instant from = Arguments.instant(context, "from").orElse(Instant.MIN);
        Instant to = Arguments.instant(context, "to").orElse(Instant.MAX);
        String label = Arguments.text(context, "label").orElse("");
        int most = Arguments.number(context, "most", 100, MOST_FEEDBACK);
        return state.look(() -> {
            List<Views.Feedback> feedback = state
                    .feedback
                    .newest(
                            most,
                            scored -> FeedbackSample.isIn(values, scored.getFeedback())
                                    && !scored.getFeedback().getOccurredAt().isBefore(from)
                                    && scored.getFeedback().getOccurredAt().isBefore(to)
                                    && (label.isEmpty()
                                            || (scored.getSentiment() != null
                                                    && label.equals(scored.getSentiment()
                                                            .getLabel()))))
                    .stream()
                    .map(mapping::feedback)
                    .toList();
            List<Views.TicketHead> tickets = feedback.stream()
                    .flatMap(words -> Optional.ofNullable(words.ticket()).stream())
                    .distinct()
                    .limit(MOST_TICKETS)
                    .flatMap(ticket -> state.tickets.file(ticket).stream())
                    .map(mapping::ticket)
                    .toList();
            return new Views.Evidence(segment, feedback, tickets, state.feedback.size());
        });
    }

    static String segment(Context context) {
        String key = Arguments.text(context, "segment").orElse(SegmentKeys.ALL);
        return SegmentKeys.of(values(key));
    }

    private static Map<String, String> values(String key) {
        try {
            return SegmentKeys.values(key);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(e.getMessage());
        }
    }
}
