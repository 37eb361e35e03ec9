package io.satisflow.flink.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.sla.TicketHistory;
import io.satisflow.sla.TicketState;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.policy.AppliedPolicies;
import io.satisflow.sla.policy.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KillAndRestoreTest {
    private static final Instant BEGINNING = Instant.parse("2026-01-05T00:00:00Z");
    private static final int EVENTS = 3000;
    private static final int EVENTS_PER_SECOND = 400;
    /** Every ticket waits for 20 events, so the change comes while some wait. */
    private static final Duration BETWEEN_EVENTS = Duration.ofMinutes(7);

    private static final int WAITED_FOR = 20;

    private static final AtomicBoolean FAILED = new AtomicBoolean();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(4)
            .build());

    @Test
    void each_warning_comes_at_its_second_and_once_across_a_failure_and_a_change_of_policies() throws Exception {
        AppliedPolicies quicker =
                Policies.firstReplyWithin("100m", time(EVENTS / 2).plusSeconds(1));
        List<SlaEvent> said = run(quicker);

        assertThat(FAILED).isTrue();
        assertThat(said.stream().map(SlaEvent::toString)).containsExactlyInAnyOrderElementsOf(expected(quicker));
        List<SlaEvent> warnings = said.stream()
                .filter(event -> event.type() == SlaEventType.WARN)
                // Of what was due sooner than that when the policies changed, it came at once.
                .filter(event -> !event.at().equals(quicker.effectiveAt()))
                .toList();
        assertThat(warnings).hasSizeGreaterThan(EVENTS / 4);
        assertThat(warnings)
                .allSatisfy(warning -> assertThat(Duration.between(warning.at(), warning.due()))
                        .isEqualTo(Duration.ofMinutes(30)));
    }

    private static List<SlaEvent> run(AppliedPolicies version) throws Exception {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(Configuration.fromMap(Map.of(
                        "pipeline.generic-types", "false",
                        "pipeline.auto-generate-uids", "false",
                        "state.backend.type", "rocksdb",
                        "execution.checkpointing.interval", "200 ms",
                        "restart-strategy.type", "fixed-delay",
                        "restart-strategy.fixed-delay.attempts", "3",
                        "restart-strategy.fixed-delay.delay", "10 ms")));
        environment.setParallelism(2);
        DataStream<RecordedTicketEvent> events = environment
                .fromSource(
                        new DataGeneratorSource<>(
                                KillAndRestoreTest::event,
                                EVENTS,
                                RateLimiterStrategy.perSecond(EVENTS_PER_SECOND),
                                DomainTypes.of(RecordedTicketEvent.class)),
                        WatermarkStrategy.<RecordedTicketEvent>forGenerator(context -> new EachEvent())
                                .withTimestampAssigner(
                                        (event, time) -> event.knownAt().toEpochMilli()),
                        "events")
                .setParallelism(1)
                .uid("events");
        DataStream<AppliedPolicies> none = events.flatMap(new WatermarksOnly<RecordedTicketEvent, AppliedPolicies>())
                .returns(DomainTypes.of(AppliedPolicies.class))
                .uid("no-more-policies");
        DataStream<SlaEvent> said = SlaPipeline.build(
                        events, none, new SlaOptions(TicketRules.TWO_HOURS, List.of(version)))
                .slaEvents()
                .map(new FailOnce())
                .returns(DomainTypes.of(SlaEvent.class))
                .uid("fail-once");
        List<SlaEvent> collected = new ArrayList<>();
        try (CloseableIterator<SlaEvent> words = said.executeAndCollect()) {
            words.forEachRemaining(collected::add);
        }
        return collected;
    }

    private static final class EachEvent implements WatermarkGenerator<RecordedTicketEvent> {
        @Override
        public void onEvent(RecordedTicketEvent event, long timestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(timestamp));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Events alone move the time.
        }
    }

    /** Fails in the middle, once something has been kept in a checkpoint. */
    private static final class FailOnce implements MapFunction<SlaEvent, SlaEvent>, CheckpointListener {
        private boolean kept;

        @Override
        public SlaEvent map(SlaEvent event) {
            if (kept && event.at().isAfter(time(EVENTS / 3)) && FAILED.compareAndSet(false, true)) {
                throw new IllegalStateException("the failure that this test injects");
            }
            return event;
        }

        @Override
        public void notifyCheckpointComplete(long checkpoint) {
            kept = true;
        }
    }

    /** One ticket after the other is created; every third is answered in time, late or never. */
    private static RecordedTicketEvent event(long number) {
        long earlier = number - WAITED_FOR;
        RecordedTicketEvent event = number % 2 == 1 && earlier > 0 && (earlier - 1) % 3 == 0
                ? TicketStream.reply("T" + (earlier - 1), "00:00")
                : TicketStream.created("T" + number, "00:00");
        return TicketStream.happening(event, time(number));
    }

    private static Instant time(long number) {
        return BEGINNING.plus(BETWEEN_EVENTS.multipliedBy(number));
    }

    /** The same from the domain alone, up to the last event: then the input ends, and time with it. */
    private static List<String> expected(AppliedPolicies version) {
        RuleBook book = RuleBook.of(TicketRules.TWO_HOURS).with(version.toRules(TicketRules.TWO_HOURS));
        Map<String, List<RecordedTicketEvent>> byTicket = LongStream.range(0, EVENTS)
                .mapToObj(KillAndRestoreTest::event)
                .collect(Collectors.groupingBy(RecordedTicketEvent::ticket));
        return byTicket.entrySet().stream()
                .flatMap(ticket -> words(ticket.getKey(), ticket.getValue(), book))
                .toList();
    }

    private static Stream<String> words(String ticket, List<RecordedTicketEvent> events, RuleBook book) {
        TicketState state = TicketState.UNKNOWN;
        for (RecordedTicketEvent event : events) {
            state = state.with(LoggedEvent.of(event).toDomain(ticket));
        }
        return TicketHistory.advance(state, book, time(EVENTS - 1)).said().stream()
                .map(SlaEvent::toString);
    }
}
