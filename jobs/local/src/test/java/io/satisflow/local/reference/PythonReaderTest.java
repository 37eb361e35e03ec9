package io.satisflow.local.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.wire.Alert;
import io.satisflow.wire.Notification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/read_avro.py, where there is a Python. */
class PythonReaderTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void bothEncodingsAreReadWithoutAPackage() throws Exception {
        assumeTrue(hasPython(), "python3 is not on the PATH");
        Path schema = folder.resolve("notifications.avsc");
        Files.writeString(
                schema, CommandLineRun.of("topics", "schema", "notifications").out());
        byte[] single = new WireFormat<>(Notification.class).encode(notification());
        // A registry's form: a zero, the schema's number, the same record.
        byte[] registered = new byte[single.length - 5];
        registered[4] = 7;
        System.arraycopy(single, 10, registered, 5, single.length - 10);

        List<JsonNode> read = read(schema, List.of(single, registered));

        assertThat(read).hasSize(2);
        assertThat(read.get(0)).isEqualTo(read.get(1));
        assertThat(read.get(0).path("title").asText()).isEqualTo("超时 −3.5");
        assertThat(read.get(0).path("at").asLong()).isEqualTo(AT.toEpochMilli());
        assertThat(read.get(0).path("counts").path("firing").asInt()).isEqualTo(-70_000);
        assertThat(read.get(0).path("alerts").get(1).path("id").asText()).isEqualTo("b");
        assertThat(read.get(0).path("alerts").get(1).path("ended_at").isNull()).isTrue();
    }

    private static Notification notification() {
        return Notification.newBuilder()
                .setId("n")
                .setAt(AT)
                .setReceiver("ops")
                .setGroup(Map.of("team", "billing"))
                .setReason("first")
                .setLanguage("zh-CN")
                .setTitle("超时 −3.5")
                .setText("")
                .setAlerts(List.of(alert("a"), alert("b")))
                .setCounts(Map.of("firing", -70_000))
                .build();
    }

    private static Alert alert(String id) {
        return Alert.newBuilder()
                .setId(id)
                .setRule("r")
                .setKey("k")
                .setState("firing")
                .setSince(AT)
                .setSeverity("critical")
                .setLabels(Map.of())
                .setAnnotations(Map.of())
                .setReason("")
                .setAsOf(AT)
                .build();
    }

    private static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<JsonNode> read(Path schema, List<byte[]> records) throws Exception {
        Path in = folder.resolve("in");
        Files.write(in, records.stream().map(HexFormat.of()::formatHex).toList());
        Path out = folder.resolve("out");
        ProcessBuilder python = new ProcessBuilder(
                        "python3",
                        CommandLineRun.HOME.resolve("docs/read_avro.py").toString(),
                        schema.toString())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        python.environment().put("PYTHONIOENCODING", "utf-8");
        assertThat(python.start().waitFor()).isZero();
        ObjectMapper mapper = new ObjectMapper();
        return Arrays.stream(Files.readString(out, StandardCharsets.UTF_8).split("\n"))
                .map(line -> {
                    try {
                        return mapper.readTree(line);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
