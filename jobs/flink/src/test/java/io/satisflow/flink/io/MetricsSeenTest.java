package io.satisflow.flink.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.io.arrival.Arrival;
import io.satisflow.flink.io.arrival.RecordsOnly;
import io.satisflow.flink.letters.CountedLetters;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.SourcePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator's reporter is told, by the names and groups that docs/operations.md gives. */
class MetricsSeenTest {
    private final InMemoryReporter reporter = InMemoryReporter.createWithRetainedMetrics();
    private StreamExecutionEnvironment environment;

    @BeforeEach
    void open() {
        environment =
                StreamExecutionEnvironment.createLocalEnvironment(1, reporter.addToConfiguration(new Configuration()));
    }

    @AfterEach
    void close() throws Exception {
        environment.close();
        reporter.close();
    }

    @Test
    void dead_letters_are_counted_by_channel_and_reason() throws Exception {
        CountedLetters.of(environment.fromData(
                        DomainTypes.of(DeadLetter.class),
                        letter("survey", "malformed"),
                        letter("survey", "malformed"),
                        letter("survey", "too_late"),
                        letter(null, "malformed")))
                .sinkTo(new DiscardingSink<>());

        assertThat(counts(ran(), "deadLetters"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "channel.survey.reason.malformed", 2L,
                        "channel.survey.reason.too_late", 1L,
                        "channel.(unknown).reason.malformed", 1L));
    }

    @Test
    void foreign_records_are_counted_where_their_topic_is_read() throws Exception {
        TypeInformation<DeadLetter> record = DomainTypes.of(DeadLetter.class);
        SingleOutputStreamOperator<DeadLetter> records = environment
                .fromData(
                        Arrival.typeOf(record),
                        Arrival.ofRecord(letter(null, "a record"), 1),
                        Arrival.ofForeign(letter(null, "foreign"), 2),
                        Arrival.ofMark(3, false))
                .process(new RecordsOnly<DeadLetter>(), record)
                .name("feedback-records");
        records.getSideOutput(RecordsOnly.FOREIGN).sinkTo(new DiscardingSink<>());
        records.sinkTo(new DiscardingSink<>());

        assertThat(counts(ran(), "foreignRecords")).containsExactlyEntriesOf(Map.of("feedback-records", 1L));
    }

    @Test
    void how_far_behind_the_wall_clock_a_topic_may_be_read_is_told_in_seconds() throws Exception {
        long tenMinutesAgo = Instant.now().minus(Duration.ofMinutes(10)).toEpochMilli();
        Outgoing any = new Outgoing("topic", 0, new byte[0], new byte[0], null);
        environment
                .fromData(TypeInformation.of(Outgoing.class), any, any)
                .assignTimestampsAndWatermarks(WatermarkStrategy.forGenerator(context -> new EachRecord(tenMinutesAgo)))
                .transform(
                        "topic-marks",
                        TypeInformation.of(Outgoing.class),
                        new MarkWriter("job", "topic", 1, MarkWriter.Pace.of(Topic.FEEDBACK)))
                .sinkTo(new DiscardingSink<>());

        Map<String, Metric> found = reporter.findMetrics(ran(), "eventTimeBehindSeconds");
        assertThat(found).hasSize(1);
        Object behind = ((Gauge<?>) found.values().iterator().next()).getValue();
        assertThat(found.keySet().iterator().next()).contains("topic.topic.");
        assertThat((Long) behind).isBetween(600L, 86_400L);
    }

    /** Says the time at each record. */
    private record EachRecord(long time) implements WatermarkGenerator<Outgoing> {
        @Override
        public void onEvent(Outgoing event, long timestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(time));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Records alone move the time.
        }
    }

    private JobID ran() throws Exception {
        return environment.execute().getJobID();
    }

    /** By what of the name comes after the operator's place, or by the operator. */
    private Map<String, Long> counts(JobID job, String name) {
        Map<String, Long> counts = new TreeMap<>();
        reporter.findMetrics(job, name).forEach((identifier, metric) -> {
            String[] parts = identifier.split("\\.");
            int groups = identifier.indexOf("channel.");
            String by = groups < 0
                    ? parts[parts.length - 3]
                    : identifier.substring(groups, identifier.length() - name.length() - 1);
            counts.put(by, ((Counter) metric).getCount());
        });
        return counts;
    }

    private static DeadLetter letter(@Nullable String channel, String reason) {
        return new DeadLetter(channel, new SourcePosition("topic", 0, 0), reason, "why", null);
    }
}
