package io.satisflow.local.dryrun;

import io.satisflow.config.DurationText;
import io.satisflow.local.speech.Catalogue;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.local.terminal.panel.Columns;
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
    private static final int CLOCK = 18;

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
    public static List<String> lines(List<PromiseOutcome> outcomes, Catalogue words) {
        List<String> lines = new ArrayList<>();
        String policy = "";
        for (PromiseOutcome outcome : outcomes) {
            if (!outcome.policy().equals(policy)) {
                policy = outcome.policy();
                lines.add("");
                lines.add(VisibleText.of(policy));
            }
            String clock = words.word("clock", outcome.clock().wireName());
            lines.add("  " + clock + " ".repeat(Math.max(1, CLOCK - Columns.of(clock))) + kept(outcome, words));
            outcome.worst().ifPresent(miss -> lines.add(" ".repeat(CLOCK + 2) + worst(miss, words)));
        }
        return lines;
    }

    private static String kept(PromiseOutcome outcome, Catalogue words) {
        List<String> parts = new ArrayList<>();
        String share = "%.0f".formatted(100 * outcome.shareMet().orElse(0));
        parts.add(
                outcome.met() + outcome.missed() == 0
                        ? words.say("summary.undecided")
                        : words.say(
                                "summary.decided",
                                String.valueOf(outcome.met()),
                                String.valueOf(outcome.missed()),
                                share));
        parts.add(words.say("summary.warned", String.valueOf(outcome.warned())));
        parts.add(words.say("summary.running", String.valueOf(outcome.running())));
        if (outcome.cancelled() > 0) {
            parts.add(words.say("summary.cancelled", String.valueOf(outcome.cancelled())));
        }
        return String.join(words.say("summary.comma"), parts);
    }

    private static String worst(Miss miss, Catalogue words) {
        return words.say(
                miss.doneAt() == null ? "summary.worst.open" : "summary.worst.done",
                VisibleText.of(miss.ticket()),
                miss.due().toString(),
                DurationText.rounded(miss.late()));
    }

    private static void addIfAny(List<String> parts, long count, String what, String how) {
        if (count > 0) {
            parts.add("%s %s".formatted(count(count, what), how));
        }
    }

    private static String count(long count, String what) {
        return "%,d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }
}
