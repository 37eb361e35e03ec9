package io.satisflow.wall.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of answers; {@code openapi.json} says what their fields mean. */
public final class Views {
    private Views() {}

    public record Time(
            @Nullable Instant now,
            @Nullable Instant newest,
            @Nullable Long silentMs,
            double speed,
            boolean loading,
            long records,
            @Nullable String trouble) {}

    public record Metric(
            @Nullable Double value,
            long n,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double previous,
            @Nullable Double changeLow,
            @Nullable Double changeHigh,
            @Nullable Double target) {}

    public record Row(
            String key,
            Map<String, String> segment,
            String window,
            Instant from,
            Instant to,
            Instant asOf,
            Map<String, Metric> metrics) {}

    public record Scores(String window, @Nullable Row row) {}

    public record Cell(
            String key,
            Map<String, String> segment,
            Instant to,
            @Nullable Metric metric) {}

    public record Point(
            Instant to,
            @Nullable Double value,
            long n,
            @Nullable Double low,
            @Nullable Double high) {}

    public record Change(
            String id,
            String segment,
            String metric,
            String state,
            String direction,
            Instant at,
            Instant since,
            double from,
            double to,
            double low,
            double high,
            long n,
            List<Driver> drivers,
            List<String> verbatims) {}

    public record Driver(String name, double contribution) {}

    public record Series(
            String segment,
            String window,
            String metric,
            @Nullable Double target,
            List<Point> points,
            List<Change> changes,
            List<Alert> alerts,
            List<Mark> marks) {}

    public record Clock(
            String ticket,
            String clock,
            int instance,
            String standing,
            boolean warned,
            @Nullable Instant due,
            double targetS,
            double consumedS,
            String time,
            String policy,
            Instant at,
            String team,
            String owner,
            String subject,
            String priority,
            String channel) {}

    public record ClockCounts(long running, long warned, long paused, long breached, List<Clock> next) {}

    public record Clocks(ClockCounts counts, List<Team> teams, List<Clock> clocks, long leftOut) {}

    public record Team(String team, long running, long warned, long paused, long breached) {}

    public record Word(@Nullable String author, Instant at, String comment) {}

    public record Silence(
            String id,
            Map<String, String> matchers,
            Instant startsAt,
            @Nullable Instant endsAt,
            String author,
            String comment,
            boolean active) {}

    public record Alert(
            String id,
            String rule,
            String key,
            String state,
            String severity,
            Instant since,
            @Nullable Instant endedAt,
            Map<String, String> labels,
            Map<String, String> facts,
            String reason,
            @Nullable String inhibitedBy,
            Instant asOf,
            @Nullable Word acknowledged,
            @Nullable String silencedBy,
            long notified) {}

    public record AlertCounts(long critical, long warning, long info, long pending, List<Alert> firing) {}

    public record Alerts(AlertCounts counts, List<Alert> alerts, List<Silence> silences, long leftOut) {}

    public record Aspect(String name, String label, double score) {}

    public record Rating(String question, double value, double min, double max) {}

    public record Feedback(
            String key,
            String id,
            String channel,
            Instant occurredAt,
            @Nullable String customer,
            @Nullable String kind,
            @Nullable String grade,
            @Nullable String text,
            @Nullable String language,
            @Nullable String label,
            @Nullable Double score,
            List<Aspect> aspects,
            List<Rating> ratings,
            Map<String, String> attributes,
            @Nullable String ticket) {}

    public record Evidence(String segment, List<Feedback> feedback, List<TicketHead> tickets, long remembered) {}

    public record TicketHead(
            String id,
            String channel,
            String subject,
            String team,
            String owner,
            String status,
            String priority,
            @Nullable String customer,
            List<Clock> clocks) {}

    public record Step(
            Instant at,
            String type,
            Map<String, String> details,
            @Nullable Feedback feedback,
            List<ClockEvent> clocks) {}

    public record ClockEvent(
            Instant at,
            String clock,
            int instance,
            String event,
            @Nullable Instant due,
            double targetS,
            double consumedS,
            String time,
            String policy,
            @Nullable String reason) {}

    public record Ticket(TicketHead ticket, List<Step> story, long forgotten) {}

    public record Customer(String id, List<Feedback> feedback, List<TicketHead> tickets) {}

    public record Mark(String id, Instant at, String kind, String text, String author) {}

    public record MetricSetting(
            String name, String better, @Nullable Double target, List<String> windows) {}

    public record Setup(
            String zone,
            String language,
            List<String> windows,
            List<List<String>> groupings,
            List<MetricSetting> metrics,
            List<Team> teams,
            String version) {}

    public record Visitor(
            String name,
            String role,
            boolean needsToken,
            @Nullable String csrf) {}
}
