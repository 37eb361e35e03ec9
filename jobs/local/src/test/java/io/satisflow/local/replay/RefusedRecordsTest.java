package io.satisflow.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad records through the whole engine: one dead letter each, and the stream goes on. */
class RefusedRecordsTest {
    private static final Map<Integer, String> REASONS_BY_ROW = Map.of(
            2, "invalid_json",
            4, "missing_id",
            6, "missing_time",
            8, "time_in_future",
            10, "rating_out_of_scale",
            12, "text_too_long",
            14, "record_too_large",
            16, "not_utf8");

    @TempDir
    static Path folder;

    private static ReplayRun replay;

    @BeforeAll
    static void replayThem() throws IOException {
        List<byte[]> bad = List.of(
                bytes("{\"response_id\": \"cut"),
                bytes("{\"submitted_at\": \"2026-03-02T09:00:00Z\", \"answers\": {\"nps\": 9}}"),
                bytes("{\"response_id\": \"r\", \"answers\": {\"nps\": 9}}"),
                bytes(answer("r", "9026-03-02T09:00:00Z", 9, "")),
                bytes(answer("r", "2026-03-02T09:00:00Z", 11, "")),
                bytes(answer("r", "2026-03-02T09:00:00Z", 9, "a".repeat(10_001))),
                bytes(answer("r", "2026-03-02T09:00:00Z", 9, "a".repeat(10 << 20))),
                notUtf8());
        ByteArrayOutputStream recording = new ByteArrayOutputStream();
        for (int i = 0; i < bad.size(); i++) {
            recording.writeBytes(bytes(answer("good-" + i, "2026-03-02T09:%02d:00Z".formatted(i), 9, "Fine, 谢谢")));
            recording.write('\n');
            recording.writeBytes(bad.get(i));
            recording.write('\n');
        }
        Path file = Files.write(folder.resolve("answers.jsonl"), recording.toByteArray());
        replay = ReplayRun.of("survey", file, folder.resolve("out"), "--max-refused", "50%");
    }

    @Test
    void each_bad_record_is_one_dead_letter_with_its_reason_and_its_place() {
        Map<Integer, String> reasons = replay.topic("dead-letters").stream()
                .collect(Collectors.toMap(
                        letter -> letter.get("row").asInt(),
                        letter -> letter.get("reason").asText()));

        assertThat(reasons).isEqualTo(REASONS_BY_ROW);
        assertThat(replay.topic("dead-letters"))
                .allSatisfy(letter ->
                        assertThat(letter.get("message").asText()).isNotBlank().hasSizeLessThan(400));
    }

    @Test
    void the_good_records_between_them_come_through() {
        assertThat(replay.topic("feedback"))
                .extracting(feedback -> feedback.get("id").asText())
                .containsExactly("good-0", "good-1", "good-2", "good-3", "good-4", "good-5", "good-6", "good-7");
        assertThat(replay.topic("feedback").get(0).get("text").asText()).isEqualTo("Fine, 谢谢");
    }

    @Test
    void the_books_balance() {
        JsonNode summary = replay.summary();

        assertThat(summary.get("rows").asInt()).isEqualTo(16);
        assertThat(summary.get("accepted").asInt()).isEqualTo(8);
        assertThat(summary.at("/dead_letters/total").asInt()).isEqualTo(8);
        assertThat(summary.get("balanced").asBoolean()).isTrue();
    }

    private static String answer(String id, String time, int nps, String comment) {
        return "{\"response_id\": \"%s\", \"submitted_at\": \"%s\", \"answers\": {\"nps\": %d, \"comment\": \"%s\"}}"
                .formatted(id, time, nps, comment);
    }

    private static byte[] notUtf8() {
        byte[] bytes = bytes(answer("r", "2026-03-02T09:00:00Z", 9, "?"));
        bytes[bytes.length - 4] = (byte) 0xFF;
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
