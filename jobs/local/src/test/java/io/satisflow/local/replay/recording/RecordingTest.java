package io.satisflow.local.replay.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.channel.record.FileFormat;
import io.satisflow.config.ConfigFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as tools write them: any encoding, any delimiter, any wrapper. */
class RecordingTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TABLE = "id;at;note\n1;2026-03-02T09:00:00Z;schön, gut\n2;2026-03-02T09:01:00Z;慢\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void a_byte_order_mark_tells_the_encoding(String charset) {
        List<RecordedRow> rows =
                rows(write("a.csv", ("\uFEFF" + TABLE).getBytes(Charset.forName(charset))), FileFormat.FOUND);

        assertThat(rows).extracting(row -> json(row).get("id").asText()).containsExactly("1", "2");
        assertThat(json(rows.get(0)).get("note").asText()).isEqualTo("schön, gut");
        assertThat(json(rows.get(1)).get("note").asText()).isEqualTo("慢");
    }

    @Test
    void utf_16_shows_without_its_mark() {
        assertThat(rows(write("a.csv", TABLE.getBytes(StandardCharsets.UTF_16LE)), FileFormat.FOUND))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"GB18030, 慢得很", "windows-1252, schön €", "Shift_JIS, 遅い", "Big5, 太慢"})
    void other_encodings_are_declared(String charset, String note) {
        Path file = write("a.csv", ("id,note\n1," + note + "\n").getBytes(Charset.forName(charset)));

        List<RecordedRow> rows = rows(file, FileFormat.FOUND.with(Optional.of(charset), Optional.empty()));

        assertThat(json(rows.get(0)).get("note").asText()).isEqualTo(note);
    }

    @Test
    void bytes_of_another_encoding_cost_their_row_and_are_not_repaired() {
        Path file = write("a.csv", "id,note\n1,sch\u00f6n\n2,plain\n".getBytes(StandardCharsets.ISO_8859_1));

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
        List<RecordedRow> rows = rows(write("a.csv", text.getBytes(StandardCharsets.UTF_8)), FileFormat.FOUND);

        assertThat(rows).hasSize(1);
        assertThat(json(rows.get(0)).get("id").asText().strip()).isEqualTo("1");
        assertThat(json(rows.get(0)).get("note").asText().strip()).isEqualTo(note);
    }

    @Test
    void columns_of_one_name_are_a_list_and_those_without_one_go_by_their_place() {
        List<RecordedRow> rows =
                rows(write("a.csv", "id,,Other,Other\n1,x,a,b\n".getBytes(StandardCharsets.UTF_8)), FileFormat.FOUND);

        JsonNode row = json(rows.get(0));
        assertThat(row.get("column_2").asText()).isEqualTo("x");
        assertThat(row.at("/Other/0").asText()).isEqualTo("a");
        assertThat(row.at("/Other/1").asText()).isEqualTo("b");
    }

    @Test
    void blanks_that_nobody_sees_are_taken_off_headers() {
        Path file = write("a.csv", "\u200bid,score\u00a0\n1,5\n".getBytes(StandardCharsets.UTF_8));

        assertThat(json(rows(file, FileFormat.FOUND).get(0)).get("score").asText())
                .isEqualTo("5");
        assertThat(json(rows(file, FileFormat.FOUND).get(0)).get("id").asText()).isEqualTo("1");
    }

    @Test
    void lines_with_the_commas_of_a_list_or_the_signs_of_a_sequence_are_records() {
        String listed = "{\"id\": 1},\n{\"id\": 2},\n";
        String sequence = "\u001e{\"id\": 1}\n\u001e{\"id\": 2}\n";

        for (String lines : List.of(listed, sequence)) {
            assertThat(rows(write("a.jsonl", lines.getBytes(StandardCharsets.UTF_8)), FileFormat.FOUND))
                    .extracting(row -> json(row).get("id").asText())
                    .containsExactly("1", "2");
        }
    }

    @Test
    void the_one_table_of_an_archive_is_read() throws IOException {
        Path archive = folder.resolve("export.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : List.of("__MACOSX/._a.csv", "readme.pdf", "answers/a.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(TABLE.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }

        assertThat(rows(archive, FileFormat.FOUND)).hasSize(2);
    }

    @Test
    void a_header_of_two_lines_names_columns_by_both() {
        Path file = write("a.csv", "id,Q1,,Q2\n,Response,Comment,\n1,5,ok,x\n".getBytes(StandardCharsets.UTF_8));

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
        List<RecordedRow> rows = rows(write("a.csv", table.getBytes(StandardCharsets.UTF_8)), FileFormat.FOUND);

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
        Path file = write("a.csv", "id,note\n1,\"said \\\"ok\\\"\"\n".getBytes(StandardCharsets.UTF_8));

        List<RecordedRow> rows = rows(file, new FileFormat(null, null, '\\', 0, 1));

        assertThat(json(rows.get(0)).get("note").asText()).isEqualTo("said \"ok\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
        a.json  ! [{"id":1,"at":2},{"id":2,"at":2}]
        a.json  ! {"id":1,"at":2} {"id":2,"at":2}
        a.json  ! {"data":[{"id":1,"at":2},{"id":2,"at":2}],"links":{"next":"x"},"meta":{"list":[1]}}
        a.json  ! {"feed":{"author":{"name":"x"},"entry":[{"id":"app"},{"id":1,"at":2},{"id":2,"at":2}]}}
        a.json  ! [{"items":[{"id":1,"at":2}]},{"items":[{"id":2,"at":2}]}]
        a.jsonl ! {"id":1,"at":2}\\n\\n{"id":2,"at":2}
        a.jsonl ! {"id":1,\\n"at":2}\\n{"id":2,\\n"at":2}
        a.jsonl ! {"data":[{"id":1,"at":2},{"id":2,"at":2}]}
        a.txt   ! [{"id":1,"at":2},{"id":2,"at":2}]
        """)
    void the_records_of_a_file_are_found_whatever_wraps_them(String name, String text) {
        Path file = write(name, ("\uFEFF" + text.replace("\\n", "\n")).getBytes(StandardCharsets.UTF_8));

        List<RecordedRow> rows = rows(file, FileFormat.FOUND);

        assertThat(rows.stream()
                        .map(row -> json(row))
                        .filter(row -> row.has("at"))
                        .map(row -> row.get("id").asInt()))
                .containsExactly(1, 2);
    }

    @Test
    void several_lists_that_may_be_meant_are_told_and_none_is_taken() {
        Path file = write(
                "a.json", "{\"a\":[{\"id\":1,\"at\":2}],\"b\":[{\"id\":1,\"at\":2}]}".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> rows(file, FileFormat.FOUND))
                .hasMessageContaining("[/a, /b]")
                .hasMessageContaining("records:");
    }

    @Test
    void a_packed_file_is_read_as_what_is_in_it() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(TABLE.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(rows(write("a.csv.gz", packed.toByteArray()), FileFormat.FOUND))
                .hasSize(2);
    }

    @Test
    void a_workbook_is_a_table_whose_dates_are_dates() throws IOException {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(workbook)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                            + " PartName=\"/xl/workbook.xml\""
                            + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
                            + " PartName=\"/xl/styles.xml\""
                            + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
            put(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
                            + " name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships"
                            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                            + " Id=\"r1\""
                            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                            + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs><xf"
                            + " numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>");
            put(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row"
                            + " r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c><c r=\"B1\""
                            + " t=\"inlineStr\"><is><t>at</t></is></c><c r=\"C1\""
                            + " t=\"inlineStr\"><is><t>score</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>7</v></c><c"
                            + " r=\"B2\" s=\"1\"><v>46083.395833333</v></c><c r=\"C2\"><v>4.5</v></c></row>"
                            + "</sheetData></worksheet>");
        }

        JsonNode row = json(
                rows(write("a.xlsx", workbook.toByteArray()), FileFormat.FOUND).get(0));

        assertThat(row.get("id").asText()).isEqualTo("7");
        assertThat(row.get("at").asText()).startsWith("2026-03-02T09:");
        assertThat(row.get("score").asText()).isEqualTo("4.5");
    }

    @ParameterizedTest
    @CsvSource({"a.pdf, %PDF-1.4", "a.json, <html>"})
    void what_is_no_recording_is_told_so(String name, String content) {
        assertThatThrownBy(() -> rows(write(name, content.getBytes(StandardCharsets.UTF_8)), FileFormat.FOUND))
                .isInstanceOf(ReplayException.class);
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static ChannelMapping mapping() {
        return ChannelMappingFile.read(
                ConfigFile.parse("t.yaml", "channel: t\nkind: survey\nid: /id\noccurred_at: /at\ntext: /note\n"));
    }

    private static List<RecordedRow> rows(Path file, FileFormat format) {
        List<RecordedRow> rows = new ArrayList<>();
        try {
            Recording.of(file, Optional.of(mapping()), format).forEach(rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static JsonNode json(RecordedRow row) {
        try {
            return MAPPER.readTree(row.payload());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
