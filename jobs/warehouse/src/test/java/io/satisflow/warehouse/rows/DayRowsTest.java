package io.satisflow.warehouse.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
                .containsExactly(tuple("csat", 4L, 75.0), tuple("nps", 4L, 50.0), tuple("sla.first_reply", 10L, 90.0));
    }

    @Test
    void aRateIsTheShareOfItsHitsAndWhatCannotBeAddedUpHasNoScore() {
        Map<String, Double> sums = Map.of(
                "fcr.one_touch.n", 8.0,
                "fcr.one_touch.hits", 6.0,
                "fcr.one_touch.provisional", 2.0,
                "complaint_rate.orders.complaints", 3.0,
                "complaint_rate.orders.exposure", 60.0,
                "customers.n", 9.0,
                "volume.complaint.n", 5.0);

        assertThat(DayRows.of(Map.of(), DAY, sums, Instant.EPOCH))
                .extracting(
                        row -> cell(row, "metric"),
                        row -> cell(row, "n"),
                        row -> cell(row, "hits"),
                        row -> cell(row, "provisional"),
                        row -> cell(row, "score"))
                .containsExactly(
                        tuple("complaint_rate.orders", 60L, 3.0, null, 5.0),
                        tuple("customers", 9L, null, null, null),
                        tuple("fcr.one_touch", 8L, 6.0, 2.0, 75.0),
                        tuple("volume.complaint", 5L, null, null, 5.0));
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
