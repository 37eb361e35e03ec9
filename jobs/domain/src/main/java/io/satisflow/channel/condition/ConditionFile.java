package io.satisflow.channel.condition;

import io.satisflow.channel.condition.RecordCondition.Clause;
import io.satisflow.channel.condition.RecordCondition.Pair;
import io.satisflow.channel.condition.RecordCondition.Relation;
import io.satisflow.channel.field.Field;
import io.satisflow.channel.field.FieldFile;
import io.satisflow.config.ConfigNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads for which records something holds: {@code {/pointer: word}}, {@code {/pointer: [word, word]}}, {@code {/pointer: {not:
 * word}}}, {@code {/pointer: {same_as: /other}}} or {@code not_same_as},
 * {@code {/pointer: {in: /list}}} or {@code not_in}; or a list of such, of which one must hold.
 */
public final class ConditionFile {
    private ConditionFile() {}

    public static RecordCondition condition(ConfigNode node) {
        List<Clause> clauses = ConfigNode.readEach(node.itemsOrSingle(), ConditionFile::clause);
        if (clauses.isEmpty()) {
            throw noCondition(node);
        }
        return new RecordCondition(clauses);
    }

    private static Clause clause(ConfigNode node) {
        Clause clause = new Clause(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        node.entries().forEach((pointer, asked) -> add(clause, FieldFile.fieldAtKey(pointer, asked), asked));
        if (clause.words().isEmpty()
                && clause.otherWords().isEmpty()
                && clause.pairs().isEmpty()) {
            throw noCondition(node);
        }
        return clause;
    }

    private static void add(Clause clause, Field field, ConfigNode asked) {
        if (!asked.isMapping()) {
            clause.words().put(field, words(asked));
            return;
        }
        asked.allowOnly("not", "same_as", "not_same_as", "in", "not_in");
        asked.find("not").ifPresent(not -> clause.otherWords().put(field, words(not)));
        for (Relation relation : Relation.values()) {
            asked.find(relation.wireName())
                    .ifPresent(
                            other -> clause.pairs().add(new Pair(field, relation, Field.at(FieldFile.pointer(other)))));
        }
        if (asked.entries().isEmpty()) {
            throw noCondition(asked);
        }
    }

    private static Set<String> words(ConfigNode node) {
        return new LinkedHashSet<>(ConfigNode.readEach(node.itemsOrSingle(), ConfigNode::text));
    }

    private static RuntimeException noCondition(ConfigNode node) {
        return node.problem("no condition; write a JSON Pointer and the words it may have, such as {/type: [review]}");
    }
}
