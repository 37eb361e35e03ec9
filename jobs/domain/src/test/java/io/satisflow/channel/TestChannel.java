package io.satisflow.channel;

import io.satisflow.channel.record.MappedRecord;
import io.satisflow.config.ConfigFile;
import io.satisflow.customer.CustomerKeys;
import io.satisflow.feedback.Feedback;
import io.satisflow.ticket.TicketEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A channel out of a few lines of YAML, and records for it. */
public final class TestChannel {
    static final Instant STORED = Instant.parse("2026-03-02T10:00:00Z");

    private final ChannelMapping mapping;

    private TestChannel(ChannelMapping mapping) {
        this.mapping = mapping;
    }

    /** Whatever stands in the lines; nothing is added. */
    public static TestChannel of(String yaml) {
        return new TestChannel(ChannelMappingFile.read(ConfigFile.parse("test.yaml", yaml)));
    }

    /** The lines after the four that every mapping has: channel, kind, id at /id, occurred_at at /at. */
    public static TestChannel with(String yaml) {
        return of("channel: test\nkind: survey\nid: /id\noccurred_at: /at\n" + yaml);
    }

    public static TestChannel shipped(String name) {
        return new TestChannel(ShippedChannels.read(name));
    }

    public MappedRecord map(byte[] payload) {
        return mapping.map(payload, STORED);
    }

    public MappedRecord map(String json) {
        return map(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The record with id 1, five minutes before it was stored, and these members. */
    public MappedRecord mapWith(String members) {
        return map("{\"id\": 1, \"at\": \"2026-03-02T09:55:00Z\", " + members + "}");
    }

    public MappedRecord mapWith(CustomerKeys keys, String members) {
        byte[] payload =
                ("{\"id\": 1, \"at\": \"2026-03-02T09:55:00Z\", " + members + "}").getBytes(StandardCharsets.UTF_8);
        return mapping.map(payload, STORED, keys);
    }

    Feedback feedbackWith(String members) {
        return accepted(mapWith(members)).feedback().orElseThrow();
    }

    public TicketEvent eventWith(String members) {
        return accepted(mapWith(members)).ticketEvents().get(0);
    }

    public static MappedRecord.Accepted accepted(MappedRecord mapped) {
        if (mapped instanceof MappedRecord.Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("expected an accepted record, but was " + mapped);
    }

    public static MappedRecord.Refused refused(MappedRecord mapped) {
        if (mapped instanceof MappedRecord.Refused refused) {
            return refused;
        }
        throw new AssertionError("expected a refusal, but was " + mapped);
    }
}
