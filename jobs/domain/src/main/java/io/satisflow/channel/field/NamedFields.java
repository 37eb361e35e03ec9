package io.satisflow.channel.field;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fields by the names that canonical records know them by. */
public record NamedFields(Map<String, Field> fields) implements Serializable {
    public NamedFields {
        fields = new TreeMap<>(fields);
    }

    /** Those that the record has, without personal data. */
    public Map<String, String> redacted(SourceRecord source) {
        Map<String, String> values = new TreeMap<>();
        fields.forEach((name, field) -> source.redacted(name, field).ifPresent(value -> values.put(name, value)));
        return values;
    }

    public Optional<String> redacted(SourceRecord source, String name) {
        return find(name).flatMap(field -> source.redacted(name, field));
    }

    public Optional<Field> find(String name) {
        @Nullable Field field = fields.get(name);
        return Optional.ofNullable(field);
    }
}
