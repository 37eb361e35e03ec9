package io.satisflow.local.cli.channel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.channel.draft.HeaderRows;
import io.satisflow.channel.draft.MappingDraft;
import io.satisflow.channel.record.FileFormat;
import io.satisflow.local.cli.option.FileOptions;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.replay.recording.RecordedRow;
import io.satisflow.local.replay.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code channel new}: a first mapping for an export nobody has mapped yet. */
@Command(
        mixinStandardHelpOptions = true,
        name = "new",
        header = "Drafts a mapping from a payload or an export.",
        description = {
            "Looks at the records of a file, and writes a mapping with a comment on each line: which field looks like the id,",
            "the time, the text and the ratings, and why. It is a guess: read it, correct it, then try it."
        },
        footer = {"", "Example:", "  ./satisflow channel new --from export.csv > my/channel.yaml"})
final class ChannelNewCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_RECORDS = 1_000;
    private static final String NO_MORE = "enough";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE",
            description = "a payload or an export: .json, .jsonl, .csv, .tsv or .xlsx, packed (.gz) or not")
    private Path from;

    @Option(names = "--channel", paramLabel = "NAME", description = "what to call it (default: after the file)")
    private @Nullable String channel;

    @Mixin
    private FileOptions fileOptions;

    @Override
    public Integer call() throws IOException {
        MappingDraft draft = new MappingDraft();
        List<JsonNode> records = records(Installation.existing(from, "--from"));
        int headers = HeaderRows.count(records);
        records.subList(0, headers).forEach(draft::addHeader);
        records.subList(headers, records.size()).forEach(draft::add);
        if (draft.isEmpty()) {
            throw new UsageException("--from %s: no record can be read in it".formatted(from));
        }
        spec.commandLine().getOut().print(draft.toYaml(name(), String.valueOf(from.getFileName())));
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    private List<JsonNode> records(Path file) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        FileFormat format = fileOptions.over(FileFormat.FOUND);
        if (isJsonObject(file)) {
            JsonNode root = MAPPER.readTree(Files.newInputStream(file));
            largestList(root, "")
                    .ifPresentOrElse(list -> list.getValue().forEach(records::add), () -> records.add(root));
            return records;
        }
        try {
            Recording.of(file, Optional.empty(), format).forEach(row -> add(row, records));
        } catch (IOException e) {
            if (!NO_MORE.equals(e.getMessage())) {
                throw e;
            }
        }
        return records;
    }

    private static void add(RecordedRow row, List<JsonNode> records) throws IOException {
        if (records.size() >= MOST_RECORDS) {
            throw new IOException(NO_MORE);
        }
        if (row.fault() == null) {
            try {
                records.add(MAPPER.readTree(row.payload()));
            } catch (JsonProcessingException e) {
                // A draft needs some records, not all of them; what is wrong with this one is for a replay to say.
            }
        }
    }

    /** One value, laid out or not, and not a line for each record. */
    private static boolean isJsonObject(Path file) {
        if (!String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json")) {
            return false;
        }
        try (JsonParser parser = MAPPER.createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    /** A page holds its records in the longest list of objects. */
    private static Optional<Map.Entry<String, JsonNode>> largestList(JsonNode node, String pointer) {
        if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            return Optional.of(Map.entry(pointer, node));
        }
        Optional<Map.Entry<String, JsonNode>> best = Optional.empty();
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                Optional<Map.Entry<String, JsonNode>> found =
                        largestList(member.getValue(), pointer + "/" + member.getKey());
                if (found.isPresent()
                        && (best.isEmpty()
                                || found.get().getValue().size()
                                        > best.get().getValue().size())) {
                    best = found;
                }
            }
        }
        return best.filter(found -> found.getValue().size() > 1);
    }

    private String name() {
        String text = channel == null ? String.valueOf(from.getFileName()).replaceAll("\\..*", "") : channel;
        String name =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "_").replaceAll("^[_-]+", "");
        return name.isEmpty() ? "mine" : name;
    }
}
