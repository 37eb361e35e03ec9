package io.satisflow.flink.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.notice.Notification;
import io.satisflow.alerts.notice.WordedAlert;
import io.satisflow.drift.DriftRules;
import io.satisflow.feedback.Feedback;
import io.satisflow.flink.drift.DriftOptions;
import io.satisflow.flink.drift.DriftPipeline;
import io.satisflow.flink.drift.DriftStreams;
import io.satisflow.flink.drift.StepRows;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.segment.Segment;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.clock.TimeBasis;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.function.SerializableFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Drift and alerts as one graph, from rows and clocks to notifications, without Kryo and with all uids given. */
class AlertsPipelineTest {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    private static final DriftRules RULES =
            new DriftRules(Duration.ofHours(1), List.of("csat"), 0.2, 3, 10, 30, Duration.ofDays(30));
    private static final Instant LATER = StepRows.MONDAY.plus(Duration.ofHours(48));

    @Test
    @Timeout(90)
    void a_drop_and_a_missed_reply_are_told_alike_at_any_parallelism() throws Exception {
        Told alone = run(1);
        Told together = run(2);

        assertThat(together).isEqualTo(alone);
        assertThat(alone.alerts)
                .anyMatch(alert -> alert.contains("score drift (all)/csat/down firing"))
                .anyMatch(alert -> alert.contains("score drift channel=app/csat/down firing inhibited"))
                .anyMatch(alert -> alert.contains("sla breach T1/first_reply/1/breach firing"))
                .anyMatch(alert -> alert.contains("sla warning T1/first_reply/1/warn resolved")
                        && alert.contains("it became a breach"));
        assertThat(alone.notifications)
                .anyMatch(told ->
                        told.contains("first {metric=csat, rule=score drift}") && told.contains("broken on arrival"))
                .anyMatch(told -> told.contains("first {kind=ticket, team=billing}"))
                .anyMatch(told -> told.contains("new_members {kind=ticket, team=billing}")
                        && told.contains("first reply was missed"))
                .anyMatch(told -> told.contains("repeat {metric=csat, rule=score drift}"));
    }

    private record Told(List<String> alerts, List<String> notifications) {}

    private static Told run(int parallelism) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.configure(Configuration.fromMap(
                Map.of("pipeline.auto-generate-uids", "false", "pipeline.generic-types", "false")));
        environment.setParallelism(parallelism);
        DataStream<ScoreRow> rows = source(environment, "rows", rows(), DomainTypes.of(ScoreRow.class), ScoreRow::asOf);
        DataStream<ScoredFeedback> feedback = source(
                environment,
                "feedback",
                List.of(feedback(StepRows.MONDAY.plus(Duration.ofMinutes(630))), feedback(LATER)),
                DomainTypes.of(ScoredFeedback.class),
                ScoredFeedback::knownAt);
        DriftStreams drift = DriftPipeline.build(
                rows,
                feedback,
                new DriftOptions(
                        RULES,
                        scored -> List.of(
                                Segment.ALL,
                                Segment.of(Map.of("channel", scored.feedback().channel())))));
        AlertStreams alerts = AlertsPipeline.build(
                new AlertInputs(
                        drift.signals(),
                        drift.lasting(),
                        drift.evidence(),
                        rows,
                        source(environment, "sla", slaEvents(), DomainTypes.of(SlaEvent.class), SlaEvent::asOf),
                        source(
                                environment,
                                "tickets",
                                ticketEvents(),
                                DomainTypes.of(RecordedTicketEvent.class),
                                RecordedTicketEvent::knownAt),
                        feedback),
                AlertOptions.of(AlertSettings.DEFAULT));
        try (CloseableIterator<WordedAlert> changes = alerts.alerts().collectAsync();
                CloseableIterator<Notification> notifications =
                        alerts.notifications().collectAsync()) {
            environment.execute("alerts");
            return new Told(
                    sorted(list(changes).stream()
                            .map(AlertsPipelineTest::described)
                            .toList()),
                    sorted(list(notifications).stream()
                            .map(AlertsPipelineTest::described)
                            .toList()));
        }
    }

    private static List<ScoreRow> rows() {
        List<ScoreRow> rows = new ArrayList<>(StepRows.drop(10, 12));
        rows.add(StepRows.row(Map.of("tick", "tock"), LATER, LATER, null, 0));
        return rows;
    }

    private static List<SlaEvent> slaEvents() {
        Instant nine = StepRows.MONDAY.plus(Duration.ofHours(9));
        return List.of(
                slaEvent("T1", SlaEventType.WARN, nine),
                slaEvent("T1", SlaEventType.BREACH, nine.plusSeconds(1800)),
                slaEvent("T2", SlaEventType.PAUSE, LATER));
    }

    private static List<RecordedTicketEvent> ticketEvents() {
        return List.of(
                ticketEvent("T1", Map.of("team", "billing"), StepRows.MONDAY), ticketEvent("T2", Map.of(), LATER));
    }

    private static SlaEvent slaEvent(String ticket, SlaEventType type, Instant at) {
        return new SlaEvent(
                ticket,
                Clock.FIRST_REPLY,
                1,
                type,
                at,
                at,
                null,
                Duration.ofHours(2),
                TimeBasis.BUSINESS,
                Duration.ZERO,
                Duration.ZERO,
                "standard",
                null,
                null);
    }

    private static RecordedTicketEvent ticketEvent(String ticket, Map<String, String> details, Instant at) {
        return new RecordedTicketEvent(
                "helpdesk",
                new TicketEvent(ticket, "1", TicketEventType.CREATED, at, at, details),
                new SourcePosition("raw", 0, 0));
    }

    private static ScoredFeedback feedback(Instant at) {
        Feedback feedback = new Feedback(
                "f" + at, "app", 1, at, null, null, null, List.of(), List.of(), "broken on arrival", null, Map.of());
        return new ScoredFeedback(
                new RecordedFeedback(feedback, at, new SourcePosition("raw", 0, 0)),
                Sentiment.of(new Polarity(0.95, 0, 0.05), "test", false),
                null,
                List.of());
    }

    private static <T> DataStream<T> source(
            StreamExecutionEnvironment environment,
            String name,
            List<T> records,
            TypeInformation<T> type,
            SerializableFunction<T, Instant> knownAt) {
        WatermarkStrategy<T> afterEachRecord = WatermarkStrategy.<T>forGenerator(context -> new AfterEachRecord<>())
                .withTimestampAssigner(
                        (record, timestamp) -> knownAt.apply(record).toEpochMilli());
        return environment
                .fromData(records, type)
                .uid(name)
                .assignTimestampsAndWatermarks(afterEachRecord)
                .setParallelism(1)
                .uid(name + "-time");
    }

    /** No record that follows is known before the one that was read. */
    private static final class AfterEachRecord<T> implements WatermarkGenerator<T> {
        @Override
        public void onEvent(T record, long timestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(timestamp - 1));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Records alone move the time.
        }
    }

    private static <T> List<T> list(CloseableIterator<T> records) {
        List<T> list = new ArrayList<>();
        records.forEachRemaining(list::add);
        return list;
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().collect(Collectors.toList());
    }

    private static String described(WordedAlert alert) {
        return "%s %s %s %s%s %s"
                .formatted(
                        alert.alert().asOf(),
                        alert.alert().rule(),
                        alert.alert().key(),
                        alert.alert().phase().wireName(),
                        alert.alert().inhibitedBy() == null ? "" : " inhibited",
                        alert.annotations());
    }

    private static String described(Notification told) {
        return "%s %s %s %s %s %s %s"
                .formatted(
                        told.at(),
                        told.id(),
                        told.reason().wireName(),
                        new TreeMap<>(told.group()),
                        told.title(),
                        told.text(),
                        told.alerts().stream().map(WordedAlert::id).collect(Collectors.toCollection(TreeSet::new)));
    }
}
