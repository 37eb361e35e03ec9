package io.satisflow.warehouse.postgres;

import java.io.Serializable;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL is, and as whom it is entered. The tables have a schema of their own there.
 *
 * @param url for JDBC, without a password
 */
public record PostgresAddress(
        String url, @Nullable String user, @Nullable String password) implements Serializable {
    public static final String SCHEMA = "satisflow";
    /** The variable that holds the password. */
    public static final String PASSWORD = "SATISFLOW_POSTGRES_PASSWORD";

    private static final String JDBC = "jdbc:";

    /**
     * An address as people write it, with the password from the environment.
     *
     * @param text such as {@code postgresql://analytics@db.example.com:5432/support}
     * @throws IllegalArgumentException when it is none, or holds a password
     */
    public static PostgresAddress of(String text) {
        String plain = text.startsWith(JDBC) ? text.substring(JDBC.length()) : text;
        URI uri = URI.create(plain.replaceFirst("^postgres://", "postgresql://"));
        if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "%s is no address of a PostgreSQL; write it as postgresql://user@host:5432/database"
                            .formatted(text));
        }
        String user = Optional.ofNullable(uri.getUserInfo()).orElse("");
        if (user.contains(":") || plain.contains("password=")) {
            throw new IllegalArgumentException(
                    "The address of the PostgreSQL at %s holds a password; leave it out and set %s"
                            .formatted(uri.getHost(), PASSWORD));
        }
        String place = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new PostgresAddress(
                "jdbc:postgresql://" + place + uri.getRawPath() + query,
                user.isEmpty() ? null : user,
                System.getenv(PASSWORD));
    }

    /** A connection whose unqualified names are those of our schema. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        // Rows of one table travel in one statement.
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("ApplicationName", "satisflow");
        properties.setProperty("connectTimeout", "10");
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        Connection connection = DriverManager.getConnection(url, properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO " + SCHEMA + ", public");
        }
        return connection;
    }

    /** Without its password. */
    @Override
    public String toString() {
        return url + (user == null ? "" : " as " + user);
    }
}
