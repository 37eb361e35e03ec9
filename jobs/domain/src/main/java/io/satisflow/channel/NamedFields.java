package io.satisflow.channel;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fields by the names that canonical records know them by. */
record NamedFields(Map<String, Field> fields) implements Serializable {
    NamedFields {
        fields = new TreeMap<>(fields);
    }

    /** Those that the record has, without personal data. */
    Map<String, String> redacted(SourceRecord source) {
        Map<String, String> values = new TreeMap<>();
        fields.forEach((name, field) -> source.redacted(field).ifPresent(value -> values.put(name, value)));
        return values;
    }

    Optional<String> redacted(SourceRecord source, String name) {
        return find(name).flatMap(source::redacted);
    }

    Optional<Field> find(String name) {
        @Nullable Field field = fields.get(name);
        return Optional.ofNullable(field);
    }
}
