package io.satisflow.local.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportedFilesTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "ffffffffffffffffffffffffffffffff";

    @TempDir
    private Path topics;

    @Test
    void whatTheCustomerSaidGoesAndTheirTicketsKeepTheirTimes() throws IOException {
        write(
                "scored-feedback",
                "{\"id\":\"1\",\"text\":\"It leaks \\\"badly\\\"\",\"customer_key\":\"" + KEY + "\"}",
                "{\"id\":\"2\",\"text\":\"Fine\",\"customer_key\":\"" + OTHER + "\"}");
        write(
                "ticket-events",
                "{\"ticket\":\"T\",\"id\":\"e\",\"type\":\"created\",\"at\":\"2026-03-02T08:00:00Z\",\"status\":\"new\",\"attributes\":{\"subject\":\"Kettle of Mei\"},\"customer_key\":\""
                        + KEY + "\"}");
        write("drift-signals", "{\"id\":\"d\",\"verbatims\":[\"It leaks \\\"badly\\\"\",\"Another\"]}");

        Map<String, Long> changed =
                new ExportedFiles(topics, KEY, List.of("It leaks \"badly\"", "Kettle of Mei")).erase();

        assertThat(changed)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "topics/scored-feedback.jsonl",
                        1L,
                        "topics/ticket-events.jsonl",
                        1L,
                        "topics/drift-signals.jsonl",
                        1L));
        assertThat(read("scored-feedback"))
                .containsExactly("{\"id\":\"2\",\"text\":\"Fine\",\"customer_key\":\"" + OTHER + "\"}");
        assertThat(read("ticket-events"))
                .containsExactly(
                        "{\"ticket\":\"T\",\"id\":\"e\",\"type\":\"created\",\"at\":\"2026-03-02T08:00:00Z\",\"status\":\"new\"}");
        assertThat(read("drift-signals")).containsExactly("{\"id\":\"d\",\"verbatims\":[\"[erased]\",\"Another\"]}");
    }

    @Test
    void anIdWithoutItsChannelAndAKeyThatIsNoneAreRefused() {
        assertThat(CommandLineRun.of("erase", "--customer", "4711", "--dir", topics)
                        .err())
                .contains("say which with --channel");
        assertThat(CommandLineRun.of("erase", "--key", "mei", "--dir", topics).err())
                .contains("32 hexadecimal digits");
        assertThat(CommandLineRun.of("erase", "--dir", topics).exitCode()).isEqualTo(2);
    }

    private void write(String topic, String... lines) throws IOException {
        Files.writeString(topics.resolve(topic + ".jsonl"), String.join("\n", lines) + "\n");
    }

    private List<String> read(String topic) throws IOException {
        return Files.readAllLines(topics.resolve(topic + ".jsonl"));
    }
}
