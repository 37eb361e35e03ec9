package io.satisflow.local.dryrun;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.sla.reconcile.ClockVerdict;
import io.satisflow.sla.reconcile.Comparison;
import io.satisflow.sla.reconcile.DifferenceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How our verdicts and a help desk's stand to each other: a JSON object each, and sums in words. */
public final class ReconcileReport {
    private static final int SHOWN_IDS = 5;

    private ReconcileReport() {}

    public static ObjectNode json(Comparison comparison) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ticket", comparison.key().ticket())
                .put("clock", comparison.key().clock().wireName())
                .put("instance", comparison.key().instance())
                .put("kind", comparison.kind().wireName())
                .put("rule", comparison.kind().rule());
        json.set("ours", json(comparison.ours()));
        json.set("theirs", json(comparison.theirs()));
        return json;
    }

    private static @Nullable ObjectNode json(@Nullable ClockVerdict verdict) {
        if (verdict == null) {
            return null;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("outcome", verdict.outcome().wireName())
                .put("due", text(verdict.due()))
                .put("done", text(verdict.doneAt()));
        if (verdict.target() != null) {
            json.put("target_s", verdict.target().toSeconds());
        }
        return json;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** How many agree, then kind by kind how many differ, what explains it, and some tickets to look at. */
    public static List<String> lines(List<Comparison> comparisons) {
        Map<DifferenceKind, List<Comparison>> kinds = new EnumMap<>(DifferenceKind.class);
        comparisons.forEach(each ->
                kinds.computeIfAbsent(each.kind(), kind -> new ArrayList<>()).add(each));
        int agreed = kinds.getOrDefault(DifferenceKind.AGREED, List.of()).size();
        List<String> lines = new ArrayList<>();
        lines.add(
                comparisons.isEmpty()
                        ? "Nothing to compare: neither side says anything of the same tickets."
                        : "%,d promises of %,d tickets compared; %,d agree (%.1f%%)."
                                .formatted(
                                        comparisons.size(),
                                        comparisons.stream()
                                                .map(each -> each.key().ticket())
                                                .distinct()
                                                .count(),
                                        agreed,
                                        100.0 * agreed / comparisons.size()));
        kinds.forEach((kind, of) -> {
            if (kind != DifferenceKind.AGREED) {
                lines.add("  %-16s %,6d  %s".formatted(kind.wireName(), of.size(), kind.rule()));
                lines.add("  %-16s %6s  such as %s".formatted("", "", some(of)));
            }
        });
        return lines;
    }

    private static String some(List<Comparison> comparisons) {
        return comparisons.stream()
                .limit(SHOWN_IDS)
                .map(each -> "%s %s: we %s, they %s"
                        .formatted(
                                VisibleText.of(each.key().ticket()),
                                each.key().clock().wireName(),
                                outcome(each.ours()),
                                outcome(each.theirs())))
                .collect(Collectors.joining("; "));
    }

    private static String outcome(@Nullable ClockVerdict verdict) {
        return verdict == null ? "nothing" : verdict.outcome().wireName();
    }
}
