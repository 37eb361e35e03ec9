package io.satisflow.channel;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.channel.field.Field;
import io.satisflow.channel.field.FieldFile;
import io.satisflow.channel.field.SourceRecord;
import io.satisflow.config.ConfigNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list in a record of which each item is feedback of its own, such as the ordered products that one survey asks about.
 *
 * @param id of the item within its record; null for its place in the list
 */
record EachItem(JsonPointer list, @Nullable Field id) implements Serializable {

    /** {@code each: /items}, or {@code each: {in: /items, id: /sku}}. */
    static EachItem read(ConfigNode node) {
        if (node.isScalar()) {
            return new EachItem(FieldFile.pointer(node), null);
        }
        node.allowOnly("in", "id");
        return new EachItem(
                FieldFile.pointer(node.require("in")),
                node.find("id").map(FieldFile::field).orElse(null));
    }

    List<SourceRecord> of(SourceRecord source) {
        List<SourceRecord> parts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode item : source.json().at(list)) {
            SourceRecord part = source.part(item);
            String place = String.valueOf(parts.size() + 1);
            String own = id == null ? place : part.id(id).orElse(place);
            // The same product ordered twice is two answers.
            String unique = ids.add(own) ? own : own + ":" + place;
            parts.add(part.identified(source.id() + ":" + unique));
        }
        return parts;
    }
}
