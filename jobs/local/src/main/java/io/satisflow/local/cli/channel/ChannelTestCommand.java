package io.satisflow.local.cli.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.MappedRecord.Accepted;
import io.satisflow.channel.record.MappedRecord.Ignored;
import io.satisflow.channel.record.MappedRecord.Refused;
import io.satisflow.config.ConfigFile;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.InstantText;
import io.satisflow.local.terminal.VisibleText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code channel test}: what a mapping makes of a payload. */
@Command(
        mixinStandardHelpOptions = true,
        name = "test",
        header = "What a mapping makes of a payload.",
        description = {
            "Puts payloads through a channel's mapping as intake does, and prints the canonical records, a JSON line each",
            "with its topic, or the refusal with its reason and the place in the payload that it is about. What the mapping",
            "leaves out on purpose is named, too.",
            "",
            "The file is one JSON payload (.json), a list of them, or one a line (.jsonl)."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow channel test --channel config/channels/reviews.yaml --file one-review.json",
            "  ./satisflow channel test --channel zendesk --file config/samples/zendesk.jsonl"
        })
final class ChannelTestCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Nothing lies in the future, unless somebody asks. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--channel",
            required = true,
            paramLabel = "PRESET|MAPPING.yaml",
            description = "a preset by its name, or the path of a mapping file")
    private String channel;

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "the payload, or several")
    private Path file;

    @Option(
            names = "--stored-at",
            paramLabel = "T",
            description = "when the broker is to have stored it: later times are refused (default: no time is too late)")
    private @Nullable String storedAt;

    @Override
    public Integer call() throws IOException {
        Path mappingFile = Installation.channel(channel, Installation.defaultConfig());
        ChannelMapping mapping = ChannelMappingFile.read(ConfigFile.read(mappingFile));
        Instant stored = Optional.ofNullable(storedAt)
                .map(text -> InstantText.parse("--stored-at", text))
                .orElse(END_OF_TIME);
        int accepted = 0;
        int ignored = 0;
        int number = 0;
        for (byte[] payload : payloads()) {
            number++;
            MappedRecord record = mapping.map(payload, stored);
            tell(number, record);
            accepted += record instanceof Accepted ? 1 : 0;
            ignored += record instanceof Ignored ? 1 : 0;
        }
        tell("%d of %d payloads accepted%s.", accepted, number, ignored == 0 ? "" : ", %d ignored".formatted(ignored));
        return accepted + ignored == number && number > 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void tell(int number, MappedRecord record) {
        if (record instanceof Accepted accepted) {
            CanonicalJson.of(accepted).forEach(spec.commandLine().getOut()::println);
            accepted.flaws().forEach(flaw -> tell(number, "not used of it", flaw));
        } else if (record instanceof Refused refusal) {
            tell(number, "refused", refusal);
        } else if (record instanceof Ignored left) {
            tell("%s, payload %d: ignored, %s", file, number, left.reason().wireName());
        }
    }

    private void tell(int number, String what, Refused refusal) {
        String message = VisibleText.of(refusal.message());
        tell("%s, payload %d: %s, %s: %s", file, number, what, refusal.reason().wireName(), message);
    }

    private void tell(String format, Object... arguments) {
        spec.commandLine().getErr().println(format.formatted(arguments));
    }

    /** As bytes, since what is wrong with them is for the mapping to say. */
    private List<byte[]> payloads() throws IOException {
        byte[] content = Files.readAllBytes(Installation.existing(file, "--file"));
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return new String(content, StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.getBytes(StandardCharsets.ISO_8859_1))
                    .toList();
        }
        return listed(content).orElse(List.of(content));
    }

    private static Optional<List<byte[]>> listed(byte[] content) {
        try {
            JsonNode json = MAPPER.readTree(content);
            if (!json.isArray()) {
                return Optional.empty();
            }
            List<byte[]> items = new ArrayList<>();
            for (JsonNode item : json) {
                items.add(MAPPER.writeValueAsBytes(item));
            }
            return Optional.of(items);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
