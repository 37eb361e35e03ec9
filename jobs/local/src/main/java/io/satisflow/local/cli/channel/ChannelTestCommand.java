package io.satisflow.local.cli.channel;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.MappedRecord.Accepted;
import io.satisflow.channel.record.MappedRecord.Ignored;
import io.satisflow.channel.record.MappedRecord.Refused;
import io.satisflow.channel.record.RefusalReason;
import io.satisflow.config.ConfigFile;
import io.satisflow.local.cli.option.ChannelOption;
import io.satisflow.local.cli.option.FileOptions;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.InstantText;
import io.satisflow.local.cli.option.RecordingOption;
import io.satisflow.local.cli.option.ZonedMapping;
import io.satisflow.local.replay.feed.FeedForecast;
import io.satisflow.local.replay.recording.RecordedRow;
import io.satisflow.local.replay.recording.Recording;
import io.satisflow.local.replay.recording.ReplayException;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.settings.Coverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code channel test}: what a mapping makes of a payload. */
@Command(
        mixinStandardHelpOptions = true,
        name = "test",
        header = "What a mapping makes of a payload.",
        description = {
            "Puts payloads through a channel's mapping as intake does, and prints the canonical records, a JSON line"
                    + " each",
            "with its topic, or the refusal with its reason and the place in the payload that it is about.",
            "Ends with 1 when a payload is refused, or a part of one, such as one bad rating; replay counts these and goes on.",
            "",
            "The file is one JSON payload (.json), a list or a page of them, one a line (.jsonl), or a table (.csv,"
                    + " .tsv, .xlsx)."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow channel test --channel config/channels/reviews.yaml --file one-review.json",
            "  ./satisflow channel test --channel zendesk --file config/samples/zendesk.jsonl"
        })
final class ChannelTestCommand implements Callable<Integer> {
    private static final int MOST_TOLD = 20;

    /** Nothing lies in the future, unless somebody asks. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    @Spec
    private CommandSpec spec;

    @Mixin
    private ChannelOption channel;

    @Mixin
    private RecordingOption recording;

    @Option(
            names = "--stored-at",
            paramLabel = "T",
            description =
                    "when the broker is to have stored it: later times are refused (default: no time is too late)")
    private @Nullable String storedAt;

    @Mixin
    private FileOptions fileOptions;

    private final Map<String, Integer> told = new TreeMap<>();
    private final Map<String, Integer> untold = new TreeMap<>();

    @Override
    public Integer call() throws IOException {
        Path mappingFile = channel.mapping(Installation.defaultConfig());
        Optional<ZoneId> zone = fileOptions.zone();
        ChannelMapping mapping = ChannelMappingFile.read(
                zone.isPresent()
                        ? ConfigFile.parse(mappingFile.toString(), ZonedMapping.text(mappingFile, zone.get()))
                        : ConfigFile.read(mappingFile));
        Instant stored = Optional.ofNullable(storedAt)
                .map(text -> InstantText.parse("--stored-at", text))
                .orElse(END_OF_TIME);
        int accepted = 0;
        int ignored = 0;
        int flawed = 0;
        List<RecordedRow> rows = rows(mapping);
        FeedForecast forecast = new FeedForecast();
        for (RecordedRow row : rows) {
            MappedRecord record = row.fault() == null
                    ? mapping.map(row.payload(), stored)
                    : new Refused(RefusalReason.UNREADABLE_ROW, row.fault());
            forecast.add(row, record);
            if (record instanceof Accepted used) {
                accepted++;
                CanonicalJson.of(used).forEach(spec.commandLine().getOut()::println);
                used.flaws().forEach(flaw -> tell(row, "a part refused, %s", flaw));
                flawed += used.flaws().isEmpty() ? 0 : 1;
            } else if (record instanceof Refused refusal) {
                tell(row, "refused, %s", refusal);
            } else if (record instanceof Ignored left) {
                ignored++;
                note("%s, payload %d: left out (%s)"
                        .formatted(recording.path(), row.row(), left.reason().wireName()));
            }
        }
        Coverage.answersByPlace(mapping).forEach(this::note);
        forecast.zoneless().remark(mappingFile).map("Note: %s."::formatted).ifPresent(this::note);
        untold.forEach((what, count) -> note("%s: %d payloads more: %s".formatted(recording.path(), count, what)));
        note("%d of %d payloads accepted%s%s."
                .formatted(
                        accepted,
                        rows.size(),
                        flawed == 0 ? "" : ", %d of them not whole".formatted(flawed),
                        ignored == 0 ? "" : ", %d left out".formatted(ignored)));
        boolean isWell = accepted + ignored == rows.size() && flawed == 0 && !rows.isEmpty();
        if (!isWell && accepted > 0) {
            note(
                    "A test ends with 1 for whatever is refused, so that it is seen; replay counts it in its summary, and fails when"
                            + " more whole payloads are refused than --max-refused allows (20 % unless said otherwise).");
        }
        return isWell ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** The first of each reason in full, the others by their number. */
    private void tell(RecordedRow row, String what, Refused refusal) {
        String reason = what.formatted(refusal.reason().wireName());
        if (told.merge(reason, 1, Integer::sum) > MOST_TOLD) {
            untold.merge(reason, 1, Integer::sum);
            return;
        }
        note("%s, payload %d: %s: %s"
                .formatted(recording.path(), row.row(), reason, VisibleText.of(refusal.message())));
    }

    private void note(String line) {
        spec.commandLine().getErr().println(line);
    }

    /** As bytes, since what is wrong with them is for the mapping to say. */
    private List<RecordedRow> rows(ChannelMapping mapping) throws IOException {
        Path existing = recording.existing();
        List<RecordedRow> rows = new ArrayList<>();
        try {
            Recording.of(
                            existing,
                            Optional.of(mapping),
                            fileOptions.over(mapping.profile().file()))
                    .forEach(rows::add);
            return rows;
        } catch (ReplayException e) {
            boolean mayBeOnePayload =
                    existing.toString().toLowerCase(Locale.ROOT).endsWith(".json");
            if (!mayBeOnePayload) {
                throw e;
            }
            return List.of(new RecordedRow(1, Files.readAllBytes(existing)));
        }
    }
}
