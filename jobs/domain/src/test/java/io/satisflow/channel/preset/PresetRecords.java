package io.satisflow.channel.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.ShippedChannels;
import io.satisflow.channel.TestChannel;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.feedback.Feedback;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What the shipped presets make of a record. */
final class PresetRecords {
    private static final Instant STORED = Instant.parse("2026-10-01T00:00:00Z");

    private PresetRecords() {}

    static MappedRecord map(String preset, String json) {
        return ShippedChannels.read(preset).map(json.getBytes(StandardCharsets.UTF_8), STORED);
    }

    static MappedRecord.Accepted accepted(String preset, String json) {
        return TestChannel.accepted(map(preset, json));
    }

    static Feedback feedback(String preset, String json) {
        List<Feedback> said = accepted(preset, json).said();
        assertThat(said).hasSize(1);
        return said.get(0);
    }
}
