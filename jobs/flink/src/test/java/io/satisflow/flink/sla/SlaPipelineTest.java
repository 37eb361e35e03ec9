package io.satisflow.flink.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.sla.clock.SlaEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlaPipelineTest {
    private static final RecordedTicketEvent LAST = TicketStream.reply("last", "23:00");

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(4)
            .build());

    @Test
    void any_parallelism_and_any_order_of_arrival_give_the_same_words_per_ticket() throws Exception {
        List<RecordedTicketEvent> events = randomTickets(200, new Random(11));
        Map<String, List<String>> expected = wordsByTicket(events, 1);

        assertThat(expected.values().stream().mapToInt(List::size).sum()).isGreaterThan(400);
        for (int parallelism : new int[] {2, 4}) {
            Collections.shuffle(events, new Random(parallelism));
            assertThat(wordsByTicket(events, parallelism)).isEqualTo(expected);
        }
    }

    private static Map<String, List<String>> wordsByTicket(List<RecordedTicketEvent> events, int parallelism)
            throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.configure(Configuration.fromMap(Map.of(
                "pipeline.generic-types", "false",
                "pipeline.auto-generate-uids", "false",
                "state.backend.type", "rocksdb")));
        environment.setParallelism(parallelism);
        DataStream<RecordedTicketEvent> input = environment
                .fromData(DomainTypes.of(RecordedTicketEvent.class), withLastOf(events))
                .setParallelism(1)
                .uid("events")
                .assignTimestampsAndWatermarks(WatermarkStrategy.<RecordedTicketEvent>forGenerator(
                                context -> new AllAtOnce())
                        .withTimestampAssigner((event, time) -> event.knownAt().toEpochMilli()))
                .setParallelism(1)
                .uid("time");
        List<SlaEvent> said = new ArrayList<>();
        DataStream<SlaEvent> output =
                SlaPipeline.build(input, SlaOptions.of(TicketRules.TWO_HOURS)).slaEvents();
        try (CloseableIterator<SlaEvent> words = output.executeAndCollect()) {
            words.forEachRemaining(said::add);
        }
        return said.stream()
                .collect(Collectors.groupingBy(
                        SlaEvent::ticket, Collectors.mapping(SlaEvent::toString, Collectors.toList())));
    }

    private static RecordedTicketEvent[] withLastOf(List<RecordedTicketEvent> events) {
        List<RecordedTicketEvent> withLast = new ArrayList<>(events);
        withLast.add(LAST);
        return withLast.toArray(RecordedTicketEvent[]::new);
    }

    /** All of the input comes before any time passes, as in the fastest replay there is. */
    private static final class AllAtOnce implements WatermarkGenerator<RecordedTicketEvent> {
        @Override
        public void onEvent(RecordedTicketEvent event, long timestamp, WatermarkOutput output) {
            if (event.event().id().equals(LAST.event().id())) {
                output.emitWatermark(new Watermark(timestamp));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Only the last event moves the time.
        }
    }

    private static List<RecordedTicketEvent> randomTickets(int tickets, Random random) {
        List<RecordedTicketEvent> events = new ArrayList<>();
        for (int ticket = 0; ticket < tickets; ticket++) {
            String id = "T" + ticket;
            events.add(TicketStream.created(id, time(8, random)));
            if (random.nextInt(4) > 0) {
                events.add(TicketStream.reply(id, time(9 + random.nextInt(4), random)));
            }
            if (random.nextInt(3) == 0) {
                events.add(TicketStream.status(id, time(9, random), "pending"));
                events.add(TicketStream.status(id, time(10, random), "open"));
            }
        }
        return events;
    }

    private static String time(int hour, Random random) {
        return "%02d:%02d:%02d".formatted(hour, random.nextInt(60), random.nextInt(60));
    }
}
