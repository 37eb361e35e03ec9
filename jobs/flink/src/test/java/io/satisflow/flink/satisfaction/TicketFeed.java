package io.satisflow.flink.satisfaction;

import io.satisflow.wire.SourcePosition;
import io.satisflow.wire.TicketEvent;
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
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A source of ticket events that tells the time by the marks among them. */
final class TicketFeed {
    private static final String MARK = "mark";

    private TicketFeed() {}

    static TicketEvent event(
            String ticket, String type, String channel, Map<String, String> details, Instant at, Instant known) {
        return TicketEvent.newBuilder()
                .setTicket(ticket)
                .setId(type)
                .setChannel(channel)
                .setType(type)
                .setAt(at)
                .setKnownAt(known)
                .setDetails(details)
                .setSource(new SourcePosition("raw", 0, Math.abs((long) (ticket + type).hashCode()), null))
                .build();
    }

    static DataStream<TicketEvent> of(StreamExecutionEnvironment environment, List<TicketEvent> delivered) {
        return environment
                .fromData(delivered, TypeInformation.of(TicketEvent.class))
                .uid("tickets")
                .assignTimestampsAndWatermarks(WatermarkStrategy.<TicketEvent>forGenerator(context -> new Marks())
                        .withTimestampAssigner(
                                (event, time) -> event.getKnownAt().toEpochMilli()))
                .setParallelism(1)
                .uid("ticket-marks")
                .filter(event -> !event.getTicket().equals(MARK))
                .setParallelism(1)
                .uid("ticket-records");
    }

    /** Out of order between marks, which alone move the time. */
    static List<TicketEvent> delivered(List<TicketEvent> events, Duration stretch) {
        List<TicketEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(stretch.toMillis()));
        Instant until = FeedbackFeed.START;
        List<TicketEvent> delivered = new ArrayList<>();
        while (until.isBefore(FeedbackFeed.END)) {
            Instant from = until;
            until = until.plus(stretch).isBefore(FeedbackFeed.END) ? until.plus(stretch) : FeedbackFeed.END;
            Instant to = until;
            shuffled.stream()
                    .filter(event ->
                            event.getKnownAt().isAfter(from.minusMillis(from.equals(FeedbackFeed.START) ? 1 : 0))
                                    && !event.getKnownAt().isAfter(to))
                    .forEach(delivered::add);
            delivered.add(event(MARK, MARK, MARK, Map.of(), to, to));
        }
        return delivered;
    }

    private static final class Marks implements WatermarkGenerator<TicketEvent> {
        @Override
        public void onEvent(TicketEvent event, long timestamp, WatermarkOutput output) {
            if (event.getTicket().equals(MARK)) {
                output.emitWatermark(new Watermark(timestamp));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Marks alone move the time.
        }
    }
}
