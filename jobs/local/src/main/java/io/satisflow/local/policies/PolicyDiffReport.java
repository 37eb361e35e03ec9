package io.satisflow.local.policies;

import io.satisflow.local.terminal.VisibleText;
import io.satisflow.sla.dryrun.PolicyChange;
import io.satisflow.sla.dryrun.PolicyChange.Kind;
import io.satisflow.sla.dryrun.PolicyDiff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What other policies would do, for people who decide whether they want that. */
public final class PolicyDiffReport {
    private static final String ROW = "%-28s %-18s %9s %9s %9s %9s %9s %9s%n";
    private static final int EXAMPLES = 2;

    private PolicyDiffReport() {}

    /** @param from when they would take effect */
    public static String of(PolicyDiff diff, Instant from) {
        long changed = diff.changes().stream()
                .filter(change -> change.kind() != Kind.SAME_DUE)
                .map(PolicyChange::ticket)
                .distinct()
                .count();
        StringBuilder report = new StringBuilder(
                text("%,d of %,d open tickets would change at %s.%n", changed, diff.openTickets(), from));
        if (changed == 0) {
            return report.toString();
        }
        report.append(
                text("%n" + ROW, "policy", "clock", "breached", "earlier", "later", "new", "cancelled", "same due"));
        byPolicyAndClock(diff).forEach((key, changes) -> report.append(row(changes)));
        report.append(text("%nbreached: the new target is used up already; one silent breach each.%n"));
        for (Kind kind : List.of(Kind.BREACHED, Kind.EARLIER, Kind.LATER, Kind.PROMISED, Kind.CANCELLED)) {
            diff.changes().stream()
                    .filter(change -> change.kind() == kind)
                    .limit(EXAMPLES)
                    .forEach(change -> report.append(example(change)));
        }
        return report.toString();
    }

    private static Map<String, List<PolicyChange>> byPolicyAndClock(PolicyDiff diff) {
        Map<String, List<PolicyChange>> groups = new TreeMap<>();
        diff.changes()
                .forEach(change -> groups.computeIfAbsent(
                                change.policy() + '\n' + change.clock().wireName(), none -> new ArrayList<>())
                        .add(change));
        return groups;
    }

    private static String row(List<PolicyChange> changes) {
        Map<Kind, Integer> counts = new LinkedHashMap<>();
        changes.forEach(change -> counts.merge(change.kind(), 1, Integer::sum));
        PolicyChange any = changes.get(0);
        return text(
                ROW,
                VisibleText.of(any.policy()),
                any.clock().wireName(),
                count(counts, Kind.BREACHED),
                count(counts, Kind.EARLIER),
                count(counts, Kind.LATER),
                count(counts, Kind.PROMISED),
                count(counts, Kind.CANCELLED),
                count(counts, Kind.SAME_DUE));
    }

    private static String count(Map<Kind, Integer> counts, Kind kind) {
        return String.format(Locale.ROOT, "%,d", counts.getOrDefault(kind, 0));
    }

    private static String example(PolicyChange change) {
        String clock = change.clock().wireName();
        String ticket = VisibleText.of(change.ticket());
        String before = change.dueBefore().map(Instant::toString).orElse("standing still");
        String after = change.dueAfter().map(Instant::toString).orElse("standing still");
        return switch (change.kind()) {
            case BREACHED -> text("  %s: %s was due %s, would have been due %s%n", ticket, clock, before, after);
            case PROMISED -> text("  %s: %s would be due %s%n", ticket, clock, after);
            case CANCELLED -> text("  %s: %s, due %s, would be promised no more%n", ticket, clock, before);
            default -> text("  %s: %s due %s instead of %s%n", ticket, clock, after, before);
        };
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
