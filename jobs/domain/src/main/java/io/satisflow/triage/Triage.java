package io.satisflow.triage;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a channel, in order: of those for kinds the first that holds counts, and so of those for grades. A pure
 * function of what is judged.
 */
public record Triage(List<TriageRule> kinds, List<TriageRule> grades) implements Serializable {
    /** Judges nothing: what the source says is all there is. */
    public static final Triage NONE = new Triage(List.of(), List.of());

    /** From the mildest on. Other words of a source stand below all of them. */
    public static final List<String> GRADES = List.of("general", "complex", "major");

    public static final List<String> KINDS = List.of("complaint", "question", "request", "praise");

    public Triage {
        kinds = List.copyOf(kinds);
        grades = List.copyOf(grades);
    }

    /** Empty when no rule holds: it is not triaged. */
    public Optional<Judgement> kind(Statement statement) {
        return first(kinds, statement);
    }

    /** @param statement of which the kind is known by now */
    public Optional<Judgement> grade(Statement statement) {
        return first(grades, statement);
    }

    public boolean judges() {
        return !kinds.isEmpty() || !grades.isEmpty();
    }

    private static Optional<Judgement> first(List<TriageRule> rules, Statement statement) {
        return rules.stream().flatMap(rule -> rule.judge(statement).stream()).findFirst();
    }

    /** Whether the one grade is graver than the other; no grade is the mildest. */
    public static boolean isGraver(String one, String other) {
        return GRADES.indexOf(one) > GRADES.indexOf(other);
    }
}
