package io.satisflow.local.dryrun;

import io.satisflow.config.DurationText;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.sla.RefusedTicketEvent;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.dryrun.DryRun;
import io.satisflow.ticket.TicketEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One ticket's story in words: each event, what it did to which clock, and when each deadline moved. */
public final class TicketExplanation {
    private static final int SHOWN_IDS = 10;

    /** The last deadline of each clock, by its name and number. */
    private final Map<String, Optional<Instant>> dues = new HashMap<>();
    /** Instances that are missed, whenever they are done. */
    private final Set<String> missed = new HashSet<>();

    private TicketExplanation() {}

    private record Entry(Instant at, int rank, List<String> lines) {}

    /** Empty when the file holds nothing of the ticket. */
    public static List<String> of(String ticket, RecordedTicketEvents recorded, DryRun run) {
        List<TicketEvent> events = recorded.events().stream()
                .filter(event -> event.ticket().equals(ticket))
                .toList();
        if (events.isEmpty()) {
            return List.of();
        }
        Map<TicketEvent, RefusedTicketEvent> refused = new HashMap<>();
        run.refused().forEach(each -> refused.put(each.event(), each));
        List<Entry> entries = new ArrayList<>();
        events.forEach(
                event -> entries.add(new Entry(event.occurredAt(), event.type().ordinal(), words(event, refused))));
        TicketExplanation explanation = new TicketExplanation();
        run.said().stream()
                .filter(said -> said.ticket().equals(ticket))
                .forEach(
                        said -> entries.add(new Entry(said.at(), Integer.MAX_VALUE, List.of(explanation.words(said)))));
        List<String> lines = new ArrayList<>(List.of("Ticket %s".formatted(VisibleText.of(ticket))));
        // A stable sort: what clocks say at one instant stays in its order, behind the event that made them say it.
        entries.stream()
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::rank))
                .forEach(entry -> lines.addAll(entry.lines()));
        if (run.said().stream().noneMatch(said -> said.ticket().equals(ticket))) {
            lines.add("No clock: no policy matches it, or promises nothing that it owes.");
        }
        return lines;
    }

    /** Of the file, for whoever has asked for a ticket that is not there. */
    public static String firstIds(RecordedTicketEvents recorded) {
        return recorded.events().stream()
                .map(TicketEvent::ticket)
                .distinct()
                .limit(SHOWN_IDS)
                .map(VisibleText::of)
                .collect(Collectors.joining(", "));
    }

    private static List<String> words(TicketEvent event, Map<TicketEvent, RefusedTicketEvent> refused) {
        String details = event.details().entrySet().stream()
                .map(detail ->
                        "%s %s".formatted(detail.getKey(), detail.getValue().isEmpty() ? "(none)" : detail.getValue()))
                .collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>();
        lines.add("%s  %s%s"
                .formatted(
                        event.occurredAt(),
                        event.type().wireName().replace('_', ' '),
                        details.isEmpty() ? "" : ": " + VisibleText.of(details)));
        Optional.ofNullable(refused.get(event))
                .ifPresent(why -> lines.add("    not used: " + VisibleText.of(why.message())));
        return lines;
    }

    private String words(SlaEvent said) {
        String clock = "%s %d".formatted(said.clock().wireName().replace('_', ' '), said.instance());
        Optional<Instant> due = Optional.ofNullable(said.due());
        Optional<Instant> before = dues.getOrDefault(clock, Optional.empty());
        if (said.type() != SlaEventType.RETRACT) {
            dues.put(clock, due);
        }
        return "    %s  %s %s%s%s"
                .formatted(
                        said.at(),
                        clock,
                        what(said, clock),
                        moved(said, before, due),
                        said.reason() == null ? "" : " (" + VisibleText.of(said.reason()) + ")");
    }

    private String what(SlaEvent said, String clock) {
        String used = DurationText.rounded(said.consumed());
        if (said.type() == SlaEventType.BREACH) {
            missed.add(clock);
        } else if (said.retracted() == SlaEventType.BREACH) {
            missed.remove(clock);
        }
        return switch (said.type()) {
            case ACTIVATE ->
                "starts: %s of %s time by policy \"%s\""
                        .formatted(
                                DurationText.rounded(said.target()), said.time().wireName(), said.policy());
            case PAUSE -> "stands still with %s used".formatted(used);
            case RESUME -> "goes on with %s used".formatted(used);
            case WARN -> "warns with %s used".formatted(used);
            case FULFIL ->
                (missed.contains(clock) ? "is done too late, with %s used" : "is kept with %s used").formatted(used);
            case BREACH -> "is missed";
            case CANCEL -> "is no longer owed";
            case RETRACT ->
                "takes back: %s"
                        .formatted(Optional.ofNullable(said.retracted())
                                .map(SlaEventType::wireName)
                                .orElse(""));
            case APPLY_POLICY ->
                "gets another target: %s by policy \"%s\", %s used"
                        .formatted(DurationText.rounded(said.target()), said.policy(), used);
        };
    }

    private static String moved(SlaEvent said, Optional<Instant> before, Optional<Instant> due) {
        if (due.isEmpty() || said.type() == SlaEventType.RETRACT) {
            return before.isPresent() && said.type() == SlaEventType.PAUSE ? ", no deadline meanwhile" : "";
        }
        if (before.isPresent() && !before.equals(due)) {
            return ", due %s instead of %s".formatted(due.get(), before.get());
        }
        return said.type() == SlaEventType.FULFIL || before.equals(due) ? "" : ", due %s".formatted(due.get());
    }
}
