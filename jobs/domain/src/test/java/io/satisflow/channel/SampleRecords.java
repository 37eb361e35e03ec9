package io.satisflow.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.feedback.Feedback;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What came out of all records of a sample. */
public record SampleRecords(List<TicketEvent> events, List<Feedback> feedback) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path SAMPLES = Path.of(System.getProperty("satisflow.root", "../.."), "config", "samples");

    public static SampleRecords of(String channel, String file) throws IOException {
        SampleRecords records = new SampleRecords(new ArrayList<>(), new ArrayList<>());
        ChannelMapping mapping = ShippedChannels.read(channel);
        try (var payloads = MAPPER.readerFor(JsonNode.class)
                .<JsonNode>readValues(SAMPLES.resolve(file).toFile())) {
            while (payloads.hasNext()) {
                MappedRecord mapped =
                        mapping.map(MAPPER.writeValueAsBytes(payloads.next()), Instant.parse("2026-04-01T00:00:00Z"));
                MappedRecord.Accepted accepted = TestChannel.accepted(mapped);
                records.events.addAll(accepted.ticketEvents());
                accepted.feedback().ifPresent(records.feedback::add);
            }
        }
        return records;
    }

    public Map<String, String> details(String ticket, String id) {
        return events.stream()
                .filter(event -> event.ticket().equals(ticket) && event.id().equals(id))
                .findFirst()
                .orElseThrow()
                .details();
    }

    /** What is told again by the same id is one event. */
    public List<String> lines(String ticket) {
        Set<String> ids = new HashSet<>();
        return events.stream()
                .filter(event -> event.ticket().equals(ticket) && ids.add(event.id()))
                .sorted(Comparator.comparing(TicketEvent::occurredAt).thenComparing(TicketEvent::type))
                .map(SampleRecords::line)
                .toList();
    }

    public static String line(TicketEvent event) {
        boolean ofStatus = event.type() == TicketEventType.CREATED || event.type() == TicketEventType.STATUS;
        String status =
                ofStatus ? event.detail("status").map(word -> " " + word).orElse("") : "";
        String by = event.type() == TicketEventType.CREATED
                ? " by " + event.detail("by").orElse("customer")
                : "";
        String time = Objects.requireNonNull(event.occurredAt().toString().substring(11, 19));
        return time + " " + event.type().wireName() + status + by;
    }
}
