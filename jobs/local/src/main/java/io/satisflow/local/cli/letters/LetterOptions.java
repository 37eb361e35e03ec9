package io.satisflow.local.cli.letters;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.local.cli.option.EngineAddress;
import io.satisflow.local.letters.RefusedRecord;
import io.satisflow.local.letters.RefusedRecords;
import io.satisflow.settings.ChannelSettings;
import io.satisflow.settings.Settings;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which engine is meant, and which of its dead letters. */
final class LetterOptions {

    @Mixin
    private EngineAddress address;

    @Option(names = "--channel", paramLabel = "NAME", description = "only those of this channel")
    private @Nullable String channel;

    @Option(names = "--reason", paramLabel = "REASON", description = "only those with this reason, such as bad_time")
    private @Nullable String reason;

    Settings settings() {
        return address.settings();
    }

    KafkaConnection kafka(Settings settings) throws IOException {
        return address.kafka(settings);
    }

    RefusedRecords read(Settings settings) throws IOException {
        return RefusedRecords.read(
                kafka(settings),
                settings.channels().stream().map(ChannelSettings::topic).collect(Collectors.toSet()));
    }

    List<RefusedRecord> chosen(RefusedRecords records) {
        return records.all().stream()
                .filter(each -> channel == null || channel.equals(each.letter().getChannel()))
                .filter(each -> reason == null || reason.equals(each.letter().getReason()))
                .toList();
    }
}
