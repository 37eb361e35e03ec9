package io.satisflow.warehouse.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cells of a row as bytes; equal rows have equal bytes. */
final class RowCodec {
    private RowCodec() {}

    static byte[] encode(Table table, List<@Nullable Object> values) {
        if (values.size() != table.columns().size()) {
            throw new IllegalArgumentException("A row of %s has %d cells, but was given %d"
                    .formatted(table.name(), table.columns().size(), values.size()));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (int index = 0; index < values.size(); index++) {
                Object value = values.get(index);
                out.writeBoolean(value != null);
                if (value != null) {
                    write(table.columns().get(index).type(), value, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<@Nullable Object> decode(Table table, byte[] bytes) {
        List<@Nullable Object> values = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (Column column : table.columns()) {
                // A row that was kept before a column came has nothing in it.
                values.add(in.available() > 0 && in.readBoolean() ? read(column.type(), in) : null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    private static void write(ColumnType type, Object value, DataOutputStream out) throws IOException {
        switch (type) {
            case TEXT, JSON -> text((String) value, out);
            case WHOLE -> out.writeLong((Long) value);
            case NUMBER -> out.writeDouble((Double) value);
            case YES_OR_NO -> out.writeBoolean((Boolean) value);
            case INSTANT -> out.writeLong(((Instant) value).toEpochMilli());
            case DAY -> out.writeLong(((LocalDate) value).toEpochDay());
            case TEXTS_BY_NAME -> {
                TreeMap<?, ?> sorted = new TreeMap<>((Map<?, ?>) value);
                out.writeInt(sorted.size());
                for (Map.Entry<?, ?> entry : sorted.entrySet()) {
                    text((String) entry.getKey(), out);
                    text((String) entry.getValue(), out);
                }
            }
        }
    }

    private static Object read(ColumnType type, DataInputStream in) throws IOException {
        return switch (type) {
            case TEXT, JSON -> text(in);
            case WHOLE -> in.readLong();
            case NUMBER -> in.readDouble();
            case YES_OR_NO -> in.readBoolean();
            case INSTANT -> Instant.ofEpochMilli(in.readLong());
            case DAY -> LocalDate.ofEpochDay(in.readLong());
            case TEXTS_BY_NAME -> {
                Map<String, String> texts = new TreeMap<>();
                int size = in.readInt();
                for (int entry = 0; entry < size; entry++) {
                    texts.put(text(in), text(in));
                }
                yield texts;
            }
        };
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
