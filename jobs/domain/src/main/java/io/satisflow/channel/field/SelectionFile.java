package io.satisflow.channel.field;

import com.fasterxml.jackson.core.JsonPointer;
import io.satisflow.config.ConfigNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code {in: /answers, where: {/field/ref: nps}, take: /number}}, or {@code in: [/pages, /questions]}; without {@code in},
 * the record itself is asked.
 */
final class SelectionFile {
    private SelectionFile() {}

    static Selection selection(ConfigNode node) {
        node.allowOnly("in", "where", "take");
        Map<Field, Set<String>> where = new LinkedHashMap<>();
        node.require("where")
                .entries()
                .forEach((pointer, words) -> where.put(
                        FieldFile.fieldAtKey(pointer, words),
                        new LinkedHashSet<>(ConfigNode.readEach(words.itemsOrSingle(), ConfigNode::text))));
        if (where.isEmpty()) {
            throw node.require("where")
                    .problem("says nothing; write what the item must say, such as {/field/ref: nps}");
        }
        List<JsonPointer> take = ConfigNode.readEach(node.require("take").itemsOrSingle(), FieldFile::pointer);
        Field value = new Field(take, false, " ", null, Map.of(), false, null, false, null, null, null);
        return new Selection(
                node.find("in")
                        .map(in -> ConfigNode.readEach(in.itemsOrSingle(), FieldFile::pointer))
                        .orElse(List.of()),
                where,
                value);
    }
}
