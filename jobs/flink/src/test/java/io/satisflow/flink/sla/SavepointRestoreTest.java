package io.satisflow.flink.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.sla.TicketHistory;
import io.satisflow.sla.TicketState;
import io.satisflow.sla.clock.SlaEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SavepointRestoreTest {
    private static final Instant BEGINNING = Instant.parse("2026-01-05T00:00:00Z");
    private static final int EVENTS_PER_SECOND = 3000;
    private static final Queue SAID = new Queue();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    @TempDir
    Path savepoints;

    /** What the job said, seen from the test, which shares its JVM. */
    private static final class Queue {
        private final ConcurrentLinkedQueue<SlaEvent> events = new ConcurrentLinkedQueue<>();
    }

    @BeforeEach
    void forgetWhatWasSaid() {
        SAID.events.clear();
    }

    @Test
    void clocks_go_on_from_a_savepoint_in_rocksdb_at_another_parallelism() throws Exception {
        JobClient before = start(1, Optional.empty());
        awaitSaid(500);
        String savepoint = before.stopWithSavepoint(false, savepoints.toString(), SavepointFormatType.CANONICAL)
                .get();
        int saidBefore = SAID.events.size();

        JobClient after = start(2, Optional.of(savepoint));
        awaitSaid(saidBefore + 500);
        after.cancel().get();

        assertEverythingWasSaidOnce();
    }

    private static JobClient start(int parallelism, Optional<String> savepoint) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "pipeline.generic-types", "false",
                "pipeline.auto-generate-uids", "false",
                "state.backend.type", "rocksdb"));
        savepoint.ifPresent(path -> settings.put("execution.state-recovery.path", path));
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(Configuration.fromMap(settings));
        environment.setParallelism(parallelism);
        DataGeneratorSource<RecordedTicketEvent> source = new DataGeneratorSource<>(
                SavepointRestoreTest::event,
                Long.MAX_VALUE,
                RateLimiterStrategy.perSecond(EVENTS_PER_SECOND),
                DomainTypes.of(RecordedTicketEvent.class));
        var events = environment
                .fromSource(
                        source,
                        WatermarkStrategy.<RecordedTicketEvent>forMonotonousTimestamps()
                                .withTimestampAssigner(
                                        (event, time) -> event.knownAt().toEpochMilli()),
                        "events")
                .setParallelism(1)
                .uid("events");
        SlaPipeline.build(events, SlaOptions.of(TicketRules.TWO_HOURS))
                .slaEvents()
                .map(new TellTheTest())
                .returns(DomainTypes.of(SlaEvent.class))
                .uid("tell-the-test")
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere");
        return environment.executeAsync();
    }

    private static final class TellTheTest implements MapFunction<SlaEvent, SlaEvent> {
        @Override
        public SlaEvent map(SlaEvent event) {
            SAID.events.add(event);
            return event;
        }
    }

    /** Every third event creates a ticket; it waits for its customer, and every other one is answered. */
    private static RecordedTicketEvent event(long number) {
        long ticket = number / 3;
        RecordedTicketEvent created = TicketStream.created("T" + ticket, "00:00");
        return switch ((int) (number % 3)) {
            case 0 -> at(created, number);
            case 1 -> at(TicketStream.status("T" + ticket, "00:00", "pending"), number);
            default -> at(TicketStream.reply("T" + ticket, "00:00"), number);
        };
    }

    private static RecordedTicketEvent at(RecordedTicketEvent event, long number) {
        Instant time = BEGINNING.plus(Duration.ofMinutes(50 * number));
        return TicketStream.happening(event, time);
    }

    private static void awaitSaid(int words) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> SAID.events.size() >= words);
    }

    private static void assertEverythingWasSaidOnce() {
        Map<String, Integer> said = new HashMap<>();
        SAID.events.forEach(event -> said.merge(event.toString(), 1, Integer::sum));
        assertThat(said.values()).as("nothing twice").containsOnly(1);
        long complete = SAID.events.size() / 10;
        for (long ticket = 0; ticket < complete; ticket++) {
            assertThat(said.keySet()).containsAll(expected(ticket));
        }
    }

    /** The same from the domain alone, without a job. */
    private static List<String> expected(long ticket) {
        TicketState state = TicketState.UNKNOWN;
        for (long number : LongStream.range(ticket * 3, ticket * 3 + 3).toArray()) {
            LoggedEvent event = LoggedEvent.of(event(number));
            state = state.with(event.toDomain("T" + ticket));
        }
        return TicketHistory.advance(state, TicketRules.TWO_HOURS, BEGINNING.plus(Duration.ofDays(36_500)))
                .said()
                .stream()
                .map(SlaEvent::toString)
                .toList();
    }
}
