package io.satisflow.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation and the help texts tell a reader to type is typed, in the order in which it can be. */
class DocumentedCommandsRunTest {
    private static final String REPLAY = "replay --channel helpdesk --file config/samples/helpdesk.jsonl --dir out";

    /** A page that has just been written may wait for a day; nothing waits now. */
    private static final int MAY_WAIT = 0;

    /** Of commands that are not typed here, the beginning or a part, and why. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("demo", "lasts until somebody stops it: DemoCommandTest"),
            Map.entry("run ", "lasts until somebody stops it: LiveProcessTest"),
            Map.entry("wall ", "serves a page until somebody stops it: WallOnKafkaTest"),
            Map.entry("mark ", "needs a wall of a run that is going on: WallOfLiveEngineTest"),
            Map.entry(
                    "--dir live", "asks a run that is going on: AlertsOfARunningEngineTest, PoliciesWhileRunningTest"),
            Map.entry("bench ", "measures for minutes; small ones are commands of .ci/run"),
            Map.entry("chaos ", "kills processes for minutes: ChaosTest"),
            Map.entry("alerts chaos", "kills processes for minutes"),
            Map.entry("train", "learns for minutes: TextModelCommandsTest makes small models"),
            Map.entry("--folds", "learns: TextModelCommandsTest"),
            Map.entry("--leave-one-out", "learns: TextModelCommandsTest"),
            Map.entry("fusion", "is built when it is first asked for: .ci/run"),
            Map.entry("--model", "takes what train made: TextModelCommandsTest"),
            Map.entry("--aspect-model", "takes what train-aspects made: AspectCommandsTest"),
            Map.entry("evaluate --aspects", "takes texts with labelled aspects: AspectCommandsTest"),
            Map.entry("evaluate --emotions", "takes texts with named emotions: TextModelCommandsTest"),
            Map.entry("--postgres", "needs a PostgreSQL: WarehouseCopyTest"),
            Map.entry("--brokers", "needs brokers elsewhere: docker/cluster.sh check"),
            Map.entry("--connect", "needs brokers: CheckCommandTest"),
            Map.entry("--at 2026-12-01", "needs brokers: PoliciesWhileRunningTest"),
            Map.entry("DATA/", "takes a collection that is not shipped: LabelledReplayTest"),
            Map.entry("send-test", "calls a tool outside: AlertsCommandsTest"),
            Map.entry(
                    "my/channel.yaml",
                    "takes the mapping that `channel new` drafts and a person completes: ChannelNewCommandTest"),
            Map.entry("my/reviews.yaml", "takes an export of one's own: ReplayBooksTest"),
            Map.entry("erase", "needs the secret of the keys: ExportedFilesTest"),
            Map.entry("calendar import us.ics", "writes beside the shipped holidays: CalendarCommandsTest"),
            Map.entry("--dir D", "replays weeks of made records, for a minute"),
            Map.entry("metric_events.jsonl", "takes two exports of one's own: SlaCommandsTest"),
            Map.entry("reference", "makes the pages: MadePagesTest, TopicReferenceTest"));

    /** A line of the sample is broken on purpose, which is told and makes the exit code 1. */
    private static final Map<String, Integer> EXIT_CODES =
            Map.of("sla replay --channel helpdesk --events config/samples/helpdesk.jsonl --summary", 1);

    @TempDir
    Path folder;

    @Test
    void every_command_that_is_shown_ends_well_or_is_run_elsewhere() throws IOException {
        ReaderFolder reader = ReaderFolder.in(folder);
        List<String> failed = new ArrayList<>();
        Set<String> typed = inOrder();
        for (String command : typed) {
            CommandLineRun run = type(reader.typed(WORDS.getOrDefault(command, List.of())));
            if (run.exitCode() != EXIT_CODES.getOrDefault(command, 0)) {
                failed.add("%s: %d%n%s".formatted(command, run.exitCode(), run.err()));
            }
        }
        assertThat(typed).hasSizeGreaterThan(40);
        assertThat(failed).as(String.join("\n", failed)).hasSizeLessThanOrEqualTo(MAY_WAIT);
    }

    @Test
    void no_reason_is_kept_for_what_is_shown_no_more() {
        assertThat(ELSEWHERE.keySet())
                .allSatisfy(part -> assertThat(WORDS.keySet()).anyMatch(command -> (command + " ").contains(part)));
    }

    private static final Map<String, List<String>> WORDS = words();

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new TreeMap<>();
        DocumentedCommand.all()
                .forEach(shown -> words.put(String.join(" ", shown.words()).replaceAll("\\s+", " "), shown.words()));
        return words;
    }

    /** The replay first, whose results are asked for by others. */
    private static Set<String> inOrder() {
        Set<String> order = new LinkedHashSet<>(
                List.of(REPLAY, "warehouse --dir out --parquet tables", "warehouse --dir out --iceberg lake"));
        WORDS.keySet().stream()
                .filter(command -> ELSEWHERE.keySet().stream().noneMatch((command + " ")::contains))
                .forEach(order::add);
        return order;
    }

    /** Commands without a file read what is typed. */
    private static CommandLineRun type(List<String> words) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("SELECT 1\n".getBytes(StandardCharsets.UTF_8)));
        try {
            return CommandLineRun.of(words.toArray());
        } finally {
            System.setIn(before);
        }
    }
}
