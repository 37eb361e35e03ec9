package io.satisflow.flink.satisfaction;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A source of ticket events that tells the time by the marks among them. */
final class TicketFeed {
    private static final String MARK = "mark";

    private TicketFeed() {}

    static RecordedTicketEvent event(
            String ticket,
            TicketEventType type,
            String channel,
            Map<String, String> details,
            Instant at,
            Instant known) {
        return new RecordedTicketEvent(
                channel,
                new TicketEvent(ticket, type.name(), type, at, known, details),
                new SourcePosition("raw", 0, Math.abs((long) (ticket + type.wireName()).hashCode())));
    }

    static DataStream<RecordedTicketEvent> of(
            StreamExecutionEnvironment environment, List<RecordedTicketEvent> delivered) {
        return of(environment, "ticket", delivered);
    }

    static DataStream<RecordedTicketEvent> of(
            StreamExecutionEnvironment environment, String name, List<RecordedTicketEvent> delivered) {
        return environment
                .fromData(delivered, DomainTypes.of(RecordedTicketEvent.class))
                .uid(name + "s")
                .assignTimestampsAndWatermarks(WatermarkStrategy.<RecordedTicketEvent>forGenerator(
                                context -> new Marks())
                        .withTimestampAssigner((event, time) -> event.knownAt().toEpochMilli()))
                .setParallelism(1)
                .uid(name + "-marks")
                .filter(event -> !event.ticket().equals(MARK))
                .setParallelism(1)
                .uid(name + "-records");
    }

    /** Out of order between marks, which alone move the time. */
    static List<RecordedTicketEvent> delivered(List<RecordedTicketEvent> events, Duration stretch) {
        List<RecordedTicketEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(stretch.toMillis()));
        Instant until = FeedbackFeed.START;
        List<RecordedTicketEvent> delivered = new ArrayList<>();
        while (until.isBefore(FeedbackFeed.END)) {
            Instant from = until;
            until = until.plus(stretch).isBefore(FeedbackFeed.END) ? until.plus(stretch) : FeedbackFeed.END;
            Instant to = until;
            shuffled.stream()
                    .filter(event -> event.knownAt().isAfter(from.minusMillis(from.equals(FeedbackFeed.START) ? 1 : 0))
                            && !event.knownAt().isAfter(to))
                    .forEach(delivered::add);
            delivered.add(event(MARK, TicketEventType.CREATED, MARK, Map.of(), to, to));
        }
        return delivered;
    }

    private static final class Marks implements WatermarkGenerator<RecordedTicketEvent> {
        @Override
        public void onEvent(RecordedTicketEvent event, long timestamp, WatermarkOutput output) {
            if (event.ticket().equals(MARK)) {
                output.emitWatermark(new Watermark(timestamp));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Marks alone move the time.
        }
    }
}
