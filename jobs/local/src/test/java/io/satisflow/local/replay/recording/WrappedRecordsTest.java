package io.satisflow.local.replay.recording;

import static io.satisflow.local.replay.recording.WrittenFiles.json;
import static io.satisflow.local.replay.recording.WrittenFiles.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.channel.record.FileFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records wherever they stand in a file: in lists, pages and lines, packed, in an archive, in a workbook. */
class WrappedRecordsTest {
    private static final String TABLE = "id;at;note\n1;2026-03-02T09:00:00Z;schön, gut\n2;2026-03-02T09:01:00Z;慢\n";

    @TempDir
    Path folder;

    private WrittenFiles files;

    @BeforeEach
    void in_a_folder_of_its_own() {
        files = new WrittenFiles(folder);
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
        Path file = files.write(name, ("\uFEFF" + text.replace("\\n", "\n")).getBytes(StandardCharsets.UTF_8));

        List<RecordedRow> rows = rows(file, FileFormat.FOUND);

        assertThat(rows.stream()
                        .map(row -> json(row))
                        .filter(row -> row.has("at"))
                        .map(row -> row.get("id").asInt()))
                .containsExactly(1, 2);
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
    void several_lists_that_may_be_meant_are_told_and_none_is_taken() {
        Path file = files.write(
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

        assertThat(rows(files.write("a.csv.gz", packed.toByteArray()), FileFormat.FOUND))
                .hasSize(2);
    }

    @Test
    void a_workbook_is_a_table_whose_dates_are_dates() throws IOException {
        JsonNode row = json(rows(
                        workbook("<row r=\"2\"><c r=\"A2\"><v>7</v></c><c r=\"B2\" s=\"1\"><v>46083.395833333</v></c><c"
                                + " r=\"C2\"><v>4.5</v></c></row>"),
                        FileFormat.FOUND)
                .get(0));

        assertThat(row.get("id").asText()).isEqualTo("7");
        assertThat(row.get("at").asText()).startsWith("2026-03-02T09:");
        assertThat(row.get("score").asText()).isEqualTo("4.5");
    }

    @ParameterizedTest
    @CsvSource({"<v/>", "<v></v>", "''"})
    void a_formula_that_nobody_computed_is_told_and_its_row_not_taken_for_one_without_a_score(String result)
            throws IOException {
        String row = "<row r=\"2\"><c r=\"A2\"><v>7</v></c><c r=\"C2\"><f>2+2</f>" + result + "</c></row>";

        assertThat(rows(workbook(row), FileFormat.FOUND))
                .singleElement()
                .satisfies(read -> assertThat(read.fault()).contains("cell C2 holds a formula", "save it"));
    }

    @Test
    void formulas_with_their_results_are_values_and_an_empty_text_is_one_too() throws IOException {
        String row =
                "<row r=\"2\"><c r=\"A2\"><f>3+4</f><v>7</v></c><c r=\"C2\" t=\"str\"><f>\"\"</f><v></v></c></row>";

        assertThat(rows(workbook(row), FileFormat.FOUND)).singleElement().satisfies(read -> {
            assertThat(read.fault()).isNull();
            assertThat(json(read).get("id").asText()).isEqualTo("7");
        });
    }

    /** With the columns id, at and score. */
    private Path workbook(String rows) throws IOException {
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
                            + " t=\"inlineStr\"><is><t>score</t></is></c></row>"
                            + rows
                            + "</sheetData></worksheet>");
        }

        return files.write("a.xlsx", workbook.toByteArray());
    }

    @Test
    void what_stands_beside_the_columns_of_a_sheet_costs_its_row_and_is_not_lost_in_silence() throws IOException {
        Path file = workbook("<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"D2\"><v>5</v></c></row>");

        assertThat(rows(file, FileFormat.FOUND))
                .singleElement()
                .satisfies(row -> assertThat(row.fault())
                        .contains("4 cells under 3 columns")
                        .contains("file: {skip: N}"));
    }

    @Test
    void a_web_page_under_the_name_of_a_spreadsheet_is_told_as_one() {
        Path file = files.write("export.xls", "<html><table><tr><td>id</td></tr></table></html>");

        assertThatThrownBy(() -> rows(file, FileFormat.FOUND))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("is a web page or XML")
                .hasMessageContaining("save it as .xlsx or .csv");
    }

    @Test
    void lines_with_the_commas_of_a_list_or_the_signs_of_a_sequence_are_records() {
        String listed = "{\"id\": 1},\n{\"id\": 2},\n";
        String sequence = "\u001e{\"id\": 1}\n\u001e{\"id\": 2}\n";

        for (String lines : List.of(listed, sequence)) {
            assertThat(rows(files.write("a.jsonl", lines.getBytes(StandardCharsets.UTF_8)), FileFormat.FOUND))
                    .extracting(row -> json(row).get("id").asText())
                    .containsExactly("1", "2");
        }
    }

    @ParameterizedTest
    @CsvSource({"a.pdf, %PDF-1.4", "a.json, <html>"})
    void what_is_no_recording_is_told_so(String name, String content) {
        assertThatThrownBy(() -> rows(files.write(name, content.getBytes(StandardCharsets.UTF_8)), FileFormat.FOUND))
                .isInstanceOf(ReplayException.class);
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
