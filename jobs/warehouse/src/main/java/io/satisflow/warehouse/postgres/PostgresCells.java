package io.satisflow.warehouse.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.warehouse.table.ColumnType;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cells as PostgreSQL takes them. It has no place for the character NUL, which becomes the replacement character. */
final class PostgresCells {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NUL = "\u0000";
    private static final String REPLACEMENT = "\uFFFD";
    /** An escaped NUL, unless its backslash is itself escaped. */
    private static final Pattern NUL_IN_JSON = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private PostgresCells() {}

    static void set(PreparedStatement statement, int place, ColumnType type, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(place, sqlType(type));
            return;
        }
        switch (type) {
            case TEXT -> statement.setString(place, clean((String) value));
            case WHOLE -> statement.setLong(place, (Long) value);
            case NUMBER -> statement.setDouble(place, (Double) value);
            case YES_OR_NO -> statement.setBoolean(place, (Boolean) value);
            case INSTANT -> statement.setObject(place, ((Instant) value).atOffset(ZoneOffset.UTC));
            case DAY -> statement.setObject(place, value);
            case TEXTS_BY_NAME -> statement.setObject(place, json((Map<?, ?>) value), Types.OTHER);
            case JSON ->
                statement.setObject(place, NUL_IN_JSON.matcher((String) value).replaceAll("$1\\\\ufffd"), Types.OTHER);
        }
    }

    private static int sqlType(ColumnType type) {
        return switch (type) {
            case TEXT -> Types.VARCHAR;
            case WHOLE -> Types.BIGINT;
            case NUMBER -> Types.DOUBLE;
            case YES_OR_NO -> Types.BOOLEAN;
            case INSTANT -> Types.TIMESTAMP_WITH_TIMEZONE;
            case DAY -> Types.DATE;
            case TEXTS_BY_NAME, JSON -> Types.OTHER;
        };
    }

    private static String json(Map<?, ?> map) {
        Map<String, String> texts = new TreeMap<>();
        map.forEach((name, text) -> texts.put(clean(String.valueOf(name)), clean(String.valueOf(text))));
        try {
            return MAPPER.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String clean(String text) {
        return text.contains(NUL) ? text.replace(NUL, REPLACEMENT) : text;
    }
}
