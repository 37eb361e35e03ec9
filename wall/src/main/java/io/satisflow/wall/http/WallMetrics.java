package io.satisflow.wall.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.satisflow.wall.state.WallState;
import io.satisflow.wall.stream.Changes;
import io.satisflow.wall.stream.Streams;
import io.satisflow.wall.topics.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How the wall itself is: for Prometheus, and for whoever starts and stops it. Holds no words of customers. */
final class WallMetrics {
    private final WallState state;
    private final Changes changes;
    private final Streams streams;
    private final TopicReader reader;

    WallMetrics(WallState state, Changes changes, Streams streams, TopicReader reader) {
        this.state = state;
        this.changes = changes;
        this.streams = streams;
        this.reader = reader;
    }

    /** 200 when what was there at the start has been read, and the topics can be. */
    void health(Context context) {
        boolean isReady = !reader.isLoading() && reader.trouble() == null;
        String trouble = reader.trouble();
        context.status(isReady ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        Answers.json(
                context, Map.of("status", isReady ? "ready" : "loading", "trouble", trouble == null ? "" : trouble));
    }

    /** In Prometheus' text format. */
    void tell(Context context) {
        StringBuilder out = new StringBuilder(2048);
        state.look(() -> {
            counter(out, "records_total", "Records read from the topics", state.records());
            gauge(out, "tickets", "Tickets remembered", state.tickets.size());
            counter(out, "tickets_forgotten_total", "Tickets that found no room any more", state.tickets.forgotten());
            gauge(out, "feedback", "Feedback remembered", state.feedback.size());
            gauge(out, "history_points", "Points of time series remembered", state.history.points());
            counter(out, "history_points_left_out_total", "Points without room", state.history.leftOut());
            gauge(out, "engine_silence_seconds", "Since the engine was last heard of; -1: never", silence());
            return out;
        });
        counter(out, "records_unreadable_total", "Records that were none of ours", reader.unreadable());
        gauge(out, "viewers", "Browsers that listen", streams.listening());
        counter(out, "viewers_stalled_total", "Browsers let go since they took nothing", streams.stalled());
        counter(out, "changes_total", "Changes told to browsers", changes.total());
        gauge(out, "changes_kept", "Newest values kept for browsers", changes.size());
        gauge(out, "loading", "1 until what was there at the start has been read", reader.isLoading() ? 1 : 0);
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(out.toString());
    }

    private double silence() {
        return state.time.silence(Instant.now()).map(Duration::toMillis).orElse(-1000L) / 1000.0;
    }

    private static void counter(StringBuilder out, String name, String help, double value) {
        metric(out, name, "counter", help, value);
    }

    private static void gauge(StringBuilder out, String name, String help, double value) {
        metric(out, name, "gauge", help, value);
    }

    private static void metric(StringBuilder out, String name, String type, String help, double value) {
        out.append("# HELP satisflow_wall_")
                .append(name)
                .append(' ')
                .append(help)
                .append('\n');
        out.append("# TYPE satisflow_wall_")
                .append(name)
                .append(' ')
                .append(type)
                .append('\n');
        out.append("satisflow_wall_").append(name).append(' ').append(value).append('\n');
    }
}
