package io.satisflow.triage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A judgement, and when it holds.
 *
 * @param word the kind or the grade
 * @param conditions all must hold; none for a rule that always does
 */
public record TriageRule(String word, List<TriageCondition> conditions) implements Serializable {
    public TriageRule {
        conditions = List.copyOf(conditions);
    }

    Optional<Judgement> judge(Statement statement) {
        List<String> found = new ArrayList<>();
        for (TriageCondition condition : conditions) {
            Optional<String> one = condition.foundIn(statement);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            found.add(one.get());
        }
        return Optional.of(new Judgement(word, found.isEmpty() ? "nothing else holds" : String.join("; ", found)));
    }
}
