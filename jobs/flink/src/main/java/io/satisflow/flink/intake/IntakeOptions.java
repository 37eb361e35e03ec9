package io.satisflow.flink.intake;

import io.satisflow.settings.ChannelSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How arrivals are dated, and what counts as said again.
 *
 * @param time what moves the time of the raw partitions
 * @param repeats milliseconds within which the same words of a customer count once, by channel
 */
public record IntakeOptions(IntakeTime time, Map<String, Long> repeats) {
    public IntakeOptions {
        repeats = Map.copyOf(repeats);
    }

    /** Where the same words count as often as they are said. */
    public static IntakeOptions of(IntakeTime time) {
        return new IntakeOptions(time, Map.of());
    }

    public static IntakeOptions of(IntakeTime time, List<ChannelSettings> channels) {
        Map<String, Long> repeats = new TreeMap<>();
        for (ChannelSettings channel : channels) {
            channel.mapping()
                    .repeatsWithin()
                    .map(Duration::toMillis)
                    .ifPresent(within -> repeats.put(channel.mapping().channel(), within));
        }
        return new IntakeOptions(time, repeats);
    }
}
