package io.satisflow.warehouse.iceberg;

import io.satisflow.warehouse.table.RowBuilder;
import io.satisflow.warehouse.table.TableRow;
import io.satisflow.warehouse.table.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Rows of one day in March. */
final class RowsOfMarch {
    static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    static final Instant TEN = Instant.parse("2026-03-02T10:00:00.123Z");

    private RowsOfMarch() {}

    static TableRow ticket(String ticket, String status, Instant asOf) {
        return RowBuilder.of(Tables.TICKETS)
                .set("ticket", ticket)
                .set("status", status)
                .set("created_at", NINE)
                .set("as_of", asOf)
                .build();
    }

    static TableRow ticketOf(String ticket, String customer) {
        return RowBuilder.of(Tables.TICKETS)
                .set("ticket", ticket)
                .set("customer_key", customer)
                .set("subject", "My kettle")
                .set("created_at", NINE)
                .set("as_of", NINE)
                .build();
    }

    static TableRow saidBy(String customer, String id) {
        return RowBuilder.of(Tables.FEEDBACK)
                .set("id", id)
                .set("channel", "app")
                .set("customer_key", customer)
                .set("occurred_at", NINE)
                .set("known_at", NINE)
                .set("revision", 1L)
                .set("text", "It leaks")
                .build();
    }

    static TableRow day(long n) {
        return RowBuilder.of(Tables.DAILY)
                .set("day", LocalDate.parse("2026-03-02"))
                .set("segment", Map.of("channel", "app"))
                .set("metric", "csat")
                .set("n", n)
                .set("total", 12.5)
                .set("as_of", TEN)
                .build();
    }
}
