package io.satisflow.channel;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/** Which records something holds for: each field must have one of its words, the empty
 * word standing for no value. Without a field it holds for all. */
record RecordCondition(Map<Field, Set<String>> words) implements Serializable {
    static final RecordCondition ALWAYS = new RecordCondition(Map.of());

    boolean holdsFor(SourceRecord source) {
        return words.entrySet().stream()
                .allMatch(each -> each.getValue()
                        .contains(each.getKey().read(source.json()).orElse("")));
    }
}
