package io.satisflow.local.dryrun;

import io.satisflow.config.DurationText;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.dryrun.DryRun;
import io.satisflow.sla.dryrun.PromiseOutcome;
import io.satisflow.sla.dryrun.PromiseOutcome.Miss;
import io.satisflow.ticket.TicketEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A dry run in the words of those who lead a team. */
public final class DryRunReport {
    private static final int SHOWN_IDS = 20;

    private DryRunReport() {}

    /** What was looked at, and what was left aside. */
    public static String books(RecordedTicketEvents recorded, DryRun run, Instant end) {
        long clocked = run.said().stream().map(SlaEvent::ticket).distinct().count();
        List<String> parts = new ArrayList<>();
        parts.add("%s and %s up to %s".formatted(count(run.tickets(), "ticket"), count(run.used(), "event"), end));
        addIfAny(parts, run.tickets() - clocked, "ticket", "without a clock (no policy promises anything)");
        addIfAny(parts, run.refused().size(), "event", "refused");
        addIfAny(parts, recorded.toldAgain(), "event", "told again, which changes nothing");
        addIfAny(parts, recorded.events().size() - run.used() - run.refused().size(), "event", "later than that");
        addIfAny(parts, recorded.withoutEvent(), "row", "with nothing about a ticket");
        addIfAny(parts, recorded.unreadable(), "row", "that could not be read");
        return String.join("; ", parts) + ".";
    }

    /** Which tickets got no clock, by what explains it: the reason with their ids. */
    public static List<String> unclocked(RecordedTicketEvents recorded, DryRun run) {
        Set<String> clocked = run.said().stream().map(SlaEvent::ticket).collect(Collectors.toSet());
        Map<String, String> refused = new HashMap<>();
        run.refused()
                .forEach(each -> refused.putIfAbsent(
                        each.event().ticket(),
                        "their events were refused (%s)".formatted(each.reason().wireName())));
        SortedMap<String, SortedSet<String>> ids = new TreeMap<>();
        recorded.events().stream()
                .map(TicketEvent::ticket)
                .filter(ticket -> !clocked.contains(ticket))
                .forEach(ticket -> ids.computeIfAbsent(
                                refused.getOrDefault(
                                        ticket, "no policy matches them, or it promises nothing that they owe"),
                                reason -> new TreeSet<>())
                        .add(ticket));
        return ids.entrySet().stream()
                .map(each -> "%s without a clock, since %s: %s"
                        .formatted(count(each.getValue().size(), "ticket"), each.getKey(), some(each.getValue())))
                .toList();
    }

    private static String some(SortedSet<String> ids) {
        String first = ids.stream().limit(SHOWN_IDS).map(VisibleText::of).collect(Collectors.joining(", "));
        return ids.size() <= SHOWN_IDS ? first : "%s and %,d more".formatted(first, ids.size() - SHOWN_IDS);
    }

    /** How promises were kept, policy by policy. */
    public static List<String> lines(List<PromiseOutcome> outcomes) {
        List<String> lines = new ArrayList<>();
        String policy = "";
        for (PromiseOutcome outcome : outcomes) {
            if (!outcome.policy().equals(policy)) {
                policy = outcome.policy();
                lines.add("");
                lines.add(policy);
            }
            lines.add("  %-17s %s".formatted(words(outcome.clock().wireName()), kept(outcome)));
            outcome.worst().ifPresent(miss -> lines.add(" ".repeat(20) + worst(miss)));
        }
        return lines;
    }

    private static String kept(PromiseOutcome outcome) {
        List<String> parts = new ArrayList<>();
        int decided = outcome.met() + outcome.missed();
        parts.add(
                decided == 0
                        ? "none decided yet"
                        : "%d met, %d missed (%.0f%% met)"
                                .formatted(
                                        outcome.met(),
                                        outcome.missed(),
                                        100 * outcome.shareMet().orElse(0)));
        parts.add("%d warned".formatted(outcome.warned()));
        parts.add("%d still running".formatted(outcome.running()));
        if (outcome.cancelled() > 0) {
            parts.add("%d cancelled".formatted(outcome.cancelled()));
        }
        return String.join(", ", parts);
    }

    private static String worst(Miss miss) {
        String late = DurationText.rounded(miss.late());
        return miss.doneAt() == null
                ? "worst: %s, due %s, not done %s later".formatted(miss.ticket(), miss.due(), late)
                : "worst: %s, due %s, done %s later".formatted(miss.ticket(), miss.due(), late);
    }

    private static void addIfAny(List<String> parts, long count, String what, String how) {
        if (count > 0) {
            parts.add("%s %s".formatted(count(count, what), how));
        }
    }

    private static String count(long count, String what) {
        return "%,d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }

    private static String words(String wireName) {
        return wireName.replace('_', ' ');
    }
}
