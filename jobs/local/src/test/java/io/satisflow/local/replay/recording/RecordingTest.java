package io.satisflow.local.replay.recording;

import static io.satisflow.local.replay.recording.WrittenFiles.json;
import static io.satisflow.local.replay.recording.WrittenFiles.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.channel.record.FileFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as tools write them: any encoding, any delimiter, any header. */
class RecordingTest {
    private static final String TABLE = "id;at;note\n1;2026-03-02T09:00:00Z;schön, gut\n2;2026-03-02T09:01:00Z;慢\n";

    @TempDir
    Path folder;

    private WrittenFiles files;

    @BeforeEach
    void in_a_folder_of_its_own() {
        files = new WrittenFiles(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void a_byte_order_mark_tells_the_encoding(String charset) {
        List<RecordedRow> rows =
                rows(files.write("a.csv", ("\uFEFF" + TABLE).getBytes(Charset.forName(charset))), FileFormat.FOUND);

        assertThat(rows).extracting(row -> json(row).get("id").asText()).containsExactly("1", "2");
        assertThat(json(rows.get(0)).get("note").asText()).isEqualTo("schön, gut");
        assertThat(json(rows.get(1)).get("note").asText()).isEqualTo("慢");
    }

    @Test
    void utf_16_shows_without_its_mark() {
        assertThat(rows(files.write("a.csv", TABLE.getBytes(StandardCharsets.UTF_16LE)), FileFormat.FOUND))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"GB18030, 慢得很", "windows-1252, schön €", "Shift_JIS, 遅い", "Big5, 太慢"})
    void other_encodings_are_declared(String charset, String note) {
        Path file = files.write("a.csv", ("id,note\n1," + note + "\n").getBytes(Charset.forName(charset)));

        List<RecordedRow> rows = rows(file, FileFormat.FOUND.with(Optional.of(charset), Optional.empty()));

        assertThat(json(rows.get(0)).get("note").asText()).isEqualTo(note);
    }

    @Test
    void bytes_of_another_encoding_cost_their_row_and_are_not_repaired() {
        Path file = files.write("a.csv", "id,note\n1,sch\u00f6n\n2,plain\n".getBytes(StandardCharsets.ISO_8859_1));

        List<RecordedRow> rows = rows(file, FileFormat.FOUND);

        assertThat(new String(rows.get(0).payload(), StandardCharsets.UTF_8)).contains("\uFFFD");
        assertThat(json(rows.get(1)).get("note").asText()).isEqualTo("plain");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
        id;note\\n1;a, b\\n                          ! a, b
        id\\tnote\\n1\\ta, b\\n                  ! a, b
        id|note\\n1|a\\n                             ! a
        sep=,\\nid,note\\n1,a\\n                   ! a
        sep=;\\r\\nid;note\\r\\n1;a\\r\\n    ! a
        id , note \\n1 , a\\n                        ! a
        id,note\\n1, "a, b" \\n                      ! a, b
        id,note\\r1,a\\r                             ! a
        """)
    void the_delimiter_is_seen_or_named(String table, String note) {
        String text = table.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
        List<RecordedRow> rows = rows(files.write("a.csv", text.getBytes(StandardCharsets.UTF_8)), FileFormat.FOUND);

        assertThat(rows).hasSize(1);
        assertThat(json(rows.get(0)).get("id").asText().strip()).isEqualTo("1");
        assertThat(json(rows.get(0)).get("note").asText().strip()).isEqualTo(note);
    }

    @Test
    void columns_of_one_name_are_a_list_and_those_without_one_go_by_their_place() {
        List<RecordedRow> rows = rows(
                files.write("a.csv", "id,,Other,Other\n1,x,a,b\n".getBytes(StandardCharsets.UTF_8)), FileFormat.FOUND);

        JsonNode row = json(rows.get(0));
        assertThat(row.get("column_2").asText()).isEqualTo("x");
        assertThat(row.at("/Other/0").asText()).isEqualTo("a");
        assertThat(row.at("/Other/1").asText()).isEqualTo("b");
    }

    @Test
    void blanks_that_nobody_sees_are_taken_off_headers() {
        Path file = files.write("a.csv", "\u200bid,score\u00a0\n1,5\n".getBytes(StandardCharsets.UTF_8));

        assertThat(json(rows(file, FileFormat.FOUND).get(0)).get("score").asText())
                .isEqualTo("5");
        assertThat(json(rows(file, FileFormat.FOUND).get(0)).get("id").asText()).isEqualTo("1");
    }

    @Test
    void a_header_of_two_lines_names_columns_by_both() {
        Path file = files.write("a.csv", "id,Q1,,Q2\n,Response,Comment,\n1,5,ok,x\n".getBytes(StandardCharsets.UTF_8));

        JsonNode row = json(rows(file, new FileFormat(null, null, null, 0, 2)).get(0));

        assertThat(row.get("Q1 / Response").asText()).isEqualTo("5");
        assertThat(row.get("Q1 / Comment").asText()).isEqualTo("ok");
        assertThat(row.get("Q2").asText()).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
        1,"said "ok" loudly"\\n                        ! within cell 2
        1,"never closed\\n                             ! quotes within cells
        1,a,b\\n                                       ! 3 cells under 2 columns
        1,"said \\"ok\\" loudly"\\n                ! within cell 2
        """)
    void a_row_that_cannot_be_told_apart_costs_itself_and_not_the_file(String bad, String fault) {
        String table = "id,note\n0,\"fine\"\n" + bad.replace("\\n", "\n") + "2,\"fi\nne\"\n3,fine\n";
        List<RecordedRow> rows = rows(files.write("a.csv", table.getBytes(StandardCharsets.UTF_8)), FileFormat.FOUND);

        assertThat(rows.stream()
                        .filter(row -> row.fault() == null)
                        .map(row -> json(row).get("id").asText()))
                .contains("0", "3");
        assertThat(rows.stream()
                        .filter(row -> row.fault() != null)
                        .findFirst()
                        .orElseThrow()
                        .fault())
                .contains(fault);
        assertThat(json(rows.get(rows.size() - 1)).get("id").asText()).isEqualTo("3");
    }

    @Test
    void a_declared_escape_stands_before_quotes() {
        Path file = files.write("a.csv", "id,note\n1,\"said \\\"ok\\\"\"\n".getBytes(StandardCharsets.UTF_8));

        List<RecordedRow> rows = rows(file, new FileFormat(null, null, '\\', 0, 1));

        assertThat(json(rows.get(0)).get("note").asText()).isEqualTo("said \"ok\"");
    }
}
