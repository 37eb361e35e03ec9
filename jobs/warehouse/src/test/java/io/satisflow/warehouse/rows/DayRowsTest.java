package io.satisflow.warehouse.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.warehouse.table.TableRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DayRowsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-08");

    @Test
    void eachMetricHasARowWithWhatItsSumsComeTo() {
        List<TableRow> rows = DayRows.of(
                Map.of("channel", "app"),
                DAY,
                Map.of(
                        "csat.n",
                        4.0,
                        "csat.top",
                        3.0,
                        "nps.n",
                        4.0,
                        "nps.promoters",
                        3.0,
                        "nps.detractors",
                        1.0,
                        "sla.first_reply.met",
                        9.0,
                        "sla.first_reply.missed",
                        1.0),
                Instant.EPOCH);

        assertThat(rows)
                .extracting(row -> cell(row, "metric"), row -> cell(row, "n"), row -> cell(row, "score"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("csat", 4L, 75.0),
                        org.assertj.core.groups.Tuple.tuple("nps", 4L, 50.0),
                        org.assertj.core.groups.Tuple.tuple("sla.first_reply", 10L, 90.0));
    }

    @Test
    void aDayOnWhichEverythingWasTakenBackHasNoScore() {
        TableRow row = DayRows.of(Map.of(), DAY, Map.of("csat.n", 0.0, "csat.top", 0.0), Instant.EPOCH)
                .get(0);

        assertThat(cell(row, "n")).isEqualTo(0L);
        assertThat(cell(row, "score")).isNull();
    }

    private static @Nullable Object cell(TableRow row, String column) {
        return row.cells().get(row.definition().indexOf(column));
    }
}
