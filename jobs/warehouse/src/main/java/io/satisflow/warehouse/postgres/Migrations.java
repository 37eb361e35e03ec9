package io.satisflow.warehouse.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/**
 * Brings the tables of a PostgreSQL to what this release writes. Migrations are files that are never edited once released; which
 * ones a database has had stands in its table {@code migrations}.
 */
public final class Migrations {
    /** In their order. */
    static final List<String> FILES =
            List.of("V1__tables.sql", "V2__views.sql", "V3__movement_and_plan.sql", "V4__none.sql");

    /** Of an advisory lock: two jobs that start at once migrate one after the other. */
    private static final long LOCK = 0x5A715F10;

    private Migrations() {}

    /** @throws IllegalStateException when the database cannot be reached or refuses, or is ahead of this release */
    public static void apply(PostgresAddress address) {
        try (Connection connection = address.connect()) {
            connection.setAutoCommit(false);
            apply(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The PostgreSQL at %s cannot be prepared: %s".formatted(address, e.getMessage()), e);
        }
    }

    private static void apply(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(%d)".formatted(LOCK));
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + PostgresAddress.SCHEMA);
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS migrations (version int PRIMARY KEY, file text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())");
            int applied = applied(statement);
            if (applied > FILES.size()) {
                throw new IllegalStateException(
                        "The warehouse was migrated to version %d by a later release; this one knows %d. Run that release"
                                .formatted(applied, FILES.size()));
            }
            for (int version = applied + 1; version <= FILES.size(); version++) {
                String file = FILES.get(version - 1);
                statement.execute(text(file));
                statement.execute("INSERT INTO migrations (version, file) VALUES (%d, '%s')".formatted(version, file));
            }
        }
    }

    private static int applied(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT coalesce(max(version), 0) FROM migrations")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Migrations.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
