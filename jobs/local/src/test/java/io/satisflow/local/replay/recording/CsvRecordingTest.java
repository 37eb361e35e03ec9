package io.satisflow.local.replay.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.record.FileFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRecordingTest {

    @TempDir
    Path folder;

    @Test
    void each_row_is_an_object_of_its_columns_and_its_number() throws IOException {
        assertThat(payloads("label,text\npositive,\"Schnell,\ngut\"\nnegative,慢\n"))
                .containsExactly(
                        "{\"row\":\"1\",\"label\":\"positive\",\"text\":\"Schnell,\\ngut\"}",
                        "{\"row\":\"2\",\"label\":\"negative\",\"text\":\"慢\"}");
    }

    @Test
    void a_column_named_row_is_left_as_it_is() throws IOException {
        assertThat(payloads("row,text\nB7,fine\n")).containsExactly("{\"row\":\"B7\",\"text\":\"fine\"}");
    }

    private List<String> payloads(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("texts.csv"), csv);
        List<String> payloads = new ArrayList<>();
        new CsvRecording(new TextFile(file, FileFormat.FOUND))
                .forEach(row -> payloads.add(new String(row.payload(), StandardCharsets.UTF_8)));
        return payloads;
    }
}
