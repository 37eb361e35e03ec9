package io.satisflow.local.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.warehouse.rows.TicketRows;
import io.satisflow.warehouse.table.TableRow;
import io.satisflow.warehouse.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Table tickets over an exported topic, row by row as the warehouse job makes it. */
final class TicketTable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SourcePosition NOWHERE = new SourcePosition("", 0, 0);
    private static final int BATCH = 1_000;
    /** Fields of the topic; all others are an event's details. */
    private static final Set<String> FIELDS =
            Set.of("ticket", "id", "channel", "type", "at", "known_at", "source", "customer_key", "attributes");

    private final PreparedStatement insert;
    private int waiting;

    private TicketTable(PreparedStatement insert) {
        this.insert = insert;
    }

    static void create(Connection connection) throws SQLException {
        String columns = Tables.TICKETS.columns().stream()
                .map(column -> column.quoted() + " " + column.type().inDuckDb())
                .collect(Collectors.joining(", "));
        String places = Tables.TICKETS.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE tickets (%s)".formatted(columns));
            try (PreparedStatement insert =
                            connection.prepareStatement("INSERT INTO tickets VALUES (%s)".formatted(places));
                    ResultSet lines = statement.executeQuery(
                            "SELECT json FROM topic_ticket_lines ORDER BY json ->> '$.ticket', json ->> '$.known_at'")) {
                new TicketTable(insert).fill(lines);
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** @param lines of one ticket after another */
    private void fill(ResultSet lines) throws SQLException {
        Map<String, RecordedTicketEvent> ofTicket = new LinkedHashMap<>();
        String ticket = null;
        while (lines.next()) {
            RecordedTicketEvent event = event(lines.getString(1));
            if (!event.ticket().equals(ticket)) {
                add(ofTicket.values());
                ofTicket.clear();
                ticket = event.ticket();
            }
            ofTicket.merge(
                    event.event().id(),
                    event,
                    (one, other) -> TicketEvent.IN_ORDER_KNOWN.compare(one.event(), other.event()) <= 0 ? one : other);
        }
        add(ofTicket.values());
        insert.executeBatch();
    }

    private void add(Collection<RecordedTicketEvent> events) throws SQLException {
        Optional<Instant> known =
                events.stream().map(RecordedTicketEvent::knownAt).max(Instant::compareTo);
        if (known.isEmpty()) {
            return;
        }
        TableRow row = TicketRows.of(events, known.get());
        List<@Nullable Object> cells = new ArrayList<>(row.cells());
        for (int index = 0; index < cells.size(); index++) {
            insert.setObject(index + 1, asDuckDbTakes(cells.get(index)));
        }
        insert.addBatch();
        if (++waiting % BATCH == 0) {
            insert.executeBatch();
        }
    }

    private static @Nullable Object asDuckDbTakes(@Nullable Object cell) {
        return cell instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : cell;
    }

    private static RecordedTicketEvent event(String line) {
        JsonNode json;
        try {
            json = MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> details = new TreeMap<>();
        json.properties().stream()
                .filter(field -> !FIELDS.contains(field.getKey()))
                .forEach(field -> details.put(field.getKey(), field.getValue().asText()));
        json.path("attributes")
                .properties()
                .forEach(field -> details.put(
                        "attributes." + field.getKey(), field.getValue().asText()));
        Instant at = Instant.parse(json.path("at").asText());
        return new RecordedTicketEvent(
                json.path("channel").asText(),
                new TicketEvent(
                        json.path("ticket").asText(),
                        json.path("id").asText(),
                        type(json.path("type").asText()),
                        at,
                        json.has("known_at")
                                ? Instant.parse(json.path("known_at").asText())
                                : at,
                        details,
                        json.has("customer_key") ? json.path("customer_key").asText() : null),
                NOWHERE);
    }

    private static TicketEventType type(String name) {
        return Arrays.stream(TicketEventType.values())
                .filter(type -> type.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new TablesException("ticket-events.jsonl: there is no type \"%s\"".formatted(name)));
    }
}
