package io.satisflow.local.replay.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.channel.record.FileFormat;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that other programs wrote: the same two reviews, with times, days, shares and truths as cells of their kind. */
class WorkbooksOfOthersTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"openpyxl", "openpyxl_1904", "exceljs", "sheetjs"})
    void their_cells_are_read_as_they_show(String writer) throws Exception {
        List<JsonNode> rows = rows(writer);

        assertThat(rows).hasSizeGreaterThanOrEqualTo(2);
        assertThat(text(rows.get(0), "id")).isEqualTo("r-1");
        assertThat(text(rows.get(0), "when")).isEqualTo("2026-09-07T08:30:15");
        assertThat(text(rows.get(0), "day")).startsWith("2026-09-07");
        assertThat(text(rows.get(0), "stars")).isEqualTo("4");
        assertThat(text(rows.get(0), "share")).isEqualTo("0.8");
        assertThat(text(rows.get(0), "paid")).isEqualTo("true");
        assertThat(text(rows.get(1), "when")).isEqualTo("2026-09-07T23:59:59");
        assertThat(text(rows.get(1), "text")).isEqualTo("更新以后一直闪退 😡");
        assertThat(rows).extracting(row -> text(row, "id")).doesNotContain("");
    }

    @Test
    void texts_of_several_fonts_are_one_text() throws Exception {
        assertThat(rows("exceljs")).extracting(row -> text(row, "text")).contains("rich bold text", "site");
    }

    @Test
    void dates_as_texts_refuse_the_file_with_the_remedy() {
        assertThatThrownBy(() -> rows("sheetjs_iso_dates"))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("dates as texts")
                .hasMessageContaining("save it once more");
    }

    private static List<JsonNode> rows(String writer) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        Recording.of(file(writer), Optional.empty(), FileFormat.FOUND)
                .forEach(row -> rows.add(MAPPER.readTree(row.payload())));
        return rows;
    }

    private static String text(JsonNode row, String column) {
        return row.path(column).asText();
    }

    private static Path file(String writer) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(WorkbooksOfOthersTest.class.getResource("/workbooks/" + writer + ".xlsx"))
                .toURI());
    }
}
