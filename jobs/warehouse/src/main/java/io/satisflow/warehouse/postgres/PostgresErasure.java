package io.satisflow.warehouse.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes a customer out of the tables: what they said is deleted, tickets keep their times and lose subject and customer, and
 * quotes elsewhere are blotted out. The key is remembered, so that the job does not write them again.
 */
public final class PostgresErasure {
    private static final String BLOT = "[erased]";

    private final Connection connection;
    private final Map<String, Long> changed = new TreeMap<>();

    private PostgresErasure(Connection connection) {
        this.connection = connection;
    }

    /**
     * All in one transaction.
     *
     * @param quotes what the customer said, to be found where it is quoted
     * @return by table, how many rows were deleted or changed
     * @throws IllegalStateException when the database cannot be reached or refuses; then nothing has changed
     */
    public static Map<String, Long> erase(PostgresAddress address, String customerKey, Collection<String> quotes) {
        try (Connection connection = address.connect()) {
            connection.setAutoCommit(false);
            PostgresErasure erasure = new PostgresErasure(connection);
            erasure.erase(customerKey, quotes);
            connection.commit();
            return erasure.changed;
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The customer could not be erased from the PostgreSQL at %s: %s".formatted(address, e.getMessage()),
                    e);
        }
    }

    private void erase(String customerKey, Collection<String> quotes) throws SQLException {
        run("feedback", "DELETE FROM feedback WHERE customer_key = ?", customerKey);
        run("tickets", "UPDATE tickets SET subject = NULL, customer_key = NULL WHERE customer_key = ?", customerKey);
        for (String quote : quotes) {
            run(
                    "signals",
                    "UPDATE signals SET verbatims = verbatims - ?::text WHERE jsonb_exists(verbatims, ?)",
                    quote,
                    quote);
            run(
                    "notifications",
                    "UPDATE notifications SET title = replace(title, ?, '%1$s'), text = replace(text, ?, '%1$s') WHERE position(? IN title || text) > 0"
                            .formatted(BLOT),
                    quote,
                    quote,
                    quote);
            run(
                    "alerts",
                    ("UPDATE alerts SET summary = replace(summary, ?, '%1$s'), annotations = (SELECT jsonb_object_agg(name, replace(said, ?, '%1$s'))"
                                    + " FROM jsonb_each_text(annotations) AS a(name, said))"
                                    + " WHERE EXISTS (SELECT 1 FROM jsonb_each_text(annotations) AS a(name, said) WHERE position(? IN said) > 0)")
                            .formatted(BLOT),
                    quote,
                    quote,
                    quote);
        }
        run(
                "erasures",
                "INSERT INTO erasures (customer_key, record) VALUES (?, '{}') ON CONFLICT DO NOTHING",
                customerKey);
    }

    private void run(String table, String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < arguments.length; place++) {
                statement.setString(place + 1, arguments[place]);
            }
            changed.merge(table, (long) statement.executeUpdate(), Long::sum);
        }
    }

    /** Keeps what was done beside the key. */
    public static void record(PostgresAddress address, String customerKey, String json) {
        try (Connection connection = address.connect();
                PreparedStatement statement =
                        connection.prepareStatement("UPDATE erasures SET record = ?::jsonb WHERE customer_key = ?")) {
            statement.setString(1, json);
            statement.setString(2, customerKey);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The record of the erasure cannot be kept at %s: %s".formatted(address, e.getMessage()), e);
        }
    }
}
