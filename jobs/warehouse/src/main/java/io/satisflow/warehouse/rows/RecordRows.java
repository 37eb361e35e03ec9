package io.satisflow.warehouse.rows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.segment.Segment;
import io.satisflow.warehouse.table.RowBuilder;
import io.satisflow.warehouse.table.TableRow;
import io.satisflow.warehouse.table.Tables;
import io.satisflow.wire.Alert;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.DriftSignal;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.Metric;
import io.satisflow.wire.Notification;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.Sentiment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows that a single record says by itself. */
public final class RecordRows {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RecordRows() {}

    public static List<TableRow> of(ScoredFeedback scored) {
        Feedback feedback = scored.getFeedback();
        RowBuilder row = RowBuilder.of(Tables.FEEDBACK)
                .set("id", feedback.getId())
                .set("channel", feedback.getChannel())
                .set("occurred_at", feedback.getOccurredAt())
                .set("known_at", feedback.getKnownAt())
                .set("customer", feedback.getCustomer())
                .set("customer_key", feedback.getCustomerKey())
                .set("kind", feedback.getKind())
                .set("grade", feedback.getGrade())
                .set("text", feedback.getText())
                .set("language", feedback.getLanguage())
                .set("revision", feedback.getRevision())
                .set("attributes", feedback.getAttributes())
                .set("ratings", ratings(feedback))
                .set("aspects", aspects(scored));
        for (String name : List.of("product", "region", "team", "tier")) {
            row.set(name, feedback.getAttributes().get(name));
        }
        Sentiment sentiment = scored.getSentiment();
        if (sentiment != null) {
            row.set("sentiment", sentiment.getLabel())
                    .set("sentiment_score", sentiment.getScore())
                    .set("scorer", sentiment.getScorer());
        }
        return List.of(row.build());
    }

    private static String ratings(Feedback feedback) {
        ArrayNode list = MAPPER.createArrayNode();
        feedback.getRatings()
                .forEach(rating -> list.addObject()
                        .put("question", rating.getQuestion())
                        .put("value", rating.getValue())
                        .put("min", rating.getMin())
                        .put("max", rating.getMax()));
        return list.toString();
    }

    private static String aspects(ScoredFeedback scored) {
        ArrayNode list = MAPPER.createArrayNode();
        scored.getAspects()
                .forEach(aspect -> list.addObject()
                        .put("name", aspect.getName())
                        .put("label", aspect.getLabel())
                        .put("score", aspect.getScore()));
        return list.toString();
    }

    /** A row a metric. */
    public static List<TableRow> of(SatisfactionRow step) {
        return new TreeMap<>(step.getMetrics())
                .entrySet().stream()
                        .map(metric -> of(step, metric.getKey(), metric.getValue()))
                        .toList();
    }

    private static TableRow of(SatisfactionRow step, String name, Metric metric) {
        RowBuilder row = RowBuilder.of(Tables.SATISFACTION)
                .set("window", step.getWindow())
                .set("from_at", step.getFrom())
                .set("to_at", step.getTo())
                .set("metric", name)
                .set("score", metric.getValue())
                .set("n", metric.getN())
                .set("low", metric.getLow())
                .set("high", metric.getHigh())
                .set("previous", metric.getPrevious())
                .set("change_low", metric.getChangeLow())
                .set("change_high", metric.getChangeHigh())
                .set("target", metric.getTarget())
                .set("as_of", step.getAsOf())
                .set("movement", metric.getMovement())
                .set("shown", metric.getShown())
                .set("provisional", metric.getProvisional())
                .set("year_before", metric.getYearBefore())
                .set("year_change_low", metric.getYearChangeLow())
                .set("year_change_high", metric.getYearChangeHigh())
                .set("plan", metric.getPlan())
                .set("needed", metric.getNeeded());
        SegmentColumns.set(row, step.getSegment());
        return row.build();
    }

    public static List<TableRow> of(Alert alert) {
        Map<String, String> labels = Segment.shown(alert.getLabels());
        return List.of(RowBuilder.of(Tables.ALERTS)
                .set("id", alert.getId())
                .set("rule", alert.getRule())
                .set("key", alert.getKey())
                .set("state", alert.getState())
                .set("since", alert.getSince())
                .set("ended_at", alert.getEndedAt())
                .set("severity", alert.getSeverity())
                .set("team", labels.get("team"))
                .set("kind", alert.getLabels().get("kind"))
                .set("summary", alert.getAnnotations().get("summary"))
                .set("ticket", alert.getAnnotations().get("ticket"))
                .set("reason", alert.getReason())
                .set("labels", labels)
                .set("annotations", alert.getAnnotations())
                .set("as_of", alert.getAsOf())
                .build());
    }

    public static List<TableRow> of(DriftSignal signal) {
        return List.of(RowBuilder.of(Tables.SIGNALS)
                .set("id", signal.getId())
                .set("segment", Segment.shown(signal.getSegment()))
                .set("metric", signal.getMetric())
                .set("state", signal.getState())
                .set("signalled_at", signal.getAt())
                .set("direction", signal.getDirection())
                .set("level_before", finite(signal.getFrom()))
                .set("level_since", finite(signal.getTo()))
                .set("low", finite(signal.getLow()))
                .set("high", finite(signal.getHigh()))
                .set("since", signal.getSince())
                .set("n", signal.getN())
                .set("detector", signal.getDetector())
                .set("drivers", drivers(signal))
                .set("verbatims", MAPPER.valueToTree(signal.getVerbatims()).toString())
                .build());
    }

    /** What is no number is not known. */
    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    private static String drivers(DriftSignal signal) {
        ArrayNode list = MAPPER.createArrayNode();
        signal.getDrivers().forEach(driver -> {
            ObjectNode one = list.addObject();
            one.put("name", driver.getName())
                    .put("contribution", finite(driver.getContribution()))
                    .put("dimension", driver.getDimension())
                    .put("mix", finite(driver.getMix()))
                    .put("rate", finite(driver.getRate()));
        });
        return list.toString();
    }

    public static List<TableRow> of(Notification notification) {
        return List.of(RowBuilder.of(Tables.NOTIFICATIONS)
                .set("id", notification.getId())
                .set("notified_at", notification.getAt())
                .set("receiver", notification.getReceiver())
                .set("reason", notification.getReason())
                .set("title", notification.getTitle())
                .set("text", notification.getText())
                .build());
    }

    public static List<TableRow> of(DeadLetter letter) {
        return List.of(RowBuilder.of(Tables.DEAD_LETTERS)
                .set("channel", letter.getChannel())
                .set("reason", letter.getReason())
                .set("message", letter.getMessage())
                .set("refused_at", letter.getAt())
                .set("topic", letter.getTopic())
                .set("partition", (long) letter.getPartition())
                .set("offset", letter.getOffset())
                .set("source_row", letter.getRow())
                .build());
    }

    /** Of a record on one of our topics that is none of ours; it is not on the topic of dead letters. */
    public static TableRow foreign(io.satisflow.ledger.DeadLetter letter) {
        return RowBuilder.of(Tables.DEAD_LETTERS)
                .set("reason", letter.reason())
                .set("message", letter.message())
                .set("refused_at", letter.at())
                .set("topic", letter.source().topic())
                .set("partition", (long) letter.source().partition())
                .set("offset", letter.source().offset())
                .build();
    }

    /** The maps of a record, as they travel. */
    public static PaneState pane(io.satisflow.wire.SatisfactionPane pane) {
        Map<String, String> segment = new TreeMap<>(pane.getSegment());
        return new PaneState(
                segment, pane.getFrom().toEpochMilli(), pane.getAsOf().toEpochMilli(), new TreeMap<>(pane.getSums()));
    }
}
