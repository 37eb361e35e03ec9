package io.satisflow.warehouse.rows;

import io.satisflow.warehouse.table.RowBuilder;
import io.satisflow.warehouse.table.TableRow;
import io.satisflow.warehouse.table.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The promises of a ticket's clocks, one row each. What a later word withdrew does not count. */
public final class ClockRows {
    private static final Comparator<ClockEventState> AS_SAID =
            Comparator.comparingLong(ClockEventState::at).thenComparingLong(ClockEventState::place);

    private final List<ClockEventState> words;
    private final ClockEventState last;

    private ClockRows(List<ClockEventState> standing) {
        words = standing.stream().sorted(AS_SAID).toList();
        last = words.get(words.size() - 1);
    }

    /**
     * The rows of all instances that were ever activated and still stand.
     *
     * @param words of one ticket
     * @param ticket its row; null when its events have not come yet
     */
    public static List<TableRow> of(Collection<ClockEventState> words, @Nullable TableRow ticket, Instant asOf) {
        Map<String, List<ClockEventState>> instances = byInstance(words);
        List<TableRow> rows = new ArrayList<>();
        for (List<ClockEventState> instance : instances.values()) {
            List<ClockEventState> standing =
                    instance.stream().filter(word -> stands(word, instance)).toList();
            if (standing.stream().anyMatch(word -> word.event().equals("activate"))) {
                rows.add(new ClockRows(standing).row(ticket, asOf));
            }
        }
        return rows;
    }

    /**
     * Those words of a ticket that its rows are made of; what was withdrawn, and what only repeats, is left out.
     *
     * @param words of one ticket
     */
    public static List<ClockEventState> condensed(Collection<ClockEventState> words) {
        Map<String, List<ClockEventState>> instances = byInstance(words);
        List<ClockEventState> kept = new ArrayList<>();
        for (List<ClockEventState> instance : instances.values()) {
            List<ClockEventState> standing =
                    instance.stream().filter(word -> stands(word, instance)).toList();
            if (!standing.isEmpty()) {
                kept.addAll(new ClockRows(standing).needed());
            }
        }
        return kept;
    }

    private Set<ClockEventState> needed() {
        Set<ClockEventState> needed = new LinkedHashSet<>();
        for (String event : List.of("activate", "warn", "breach", "cancel")) {
            first(event).ifPresent(needed::add);
        }
        last(word -> word.event().equals("fulfil")).ifPresent(needed::add);
        last(word -> word.event().equals("resume")).ifPresent(needed::add);
        last(word -> word.due() != null).ifPresent(needed::add);
        needed.add(last);
        return needed;
    }

    private static Map<String, List<ClockEventState>> byInstance(Collection<ClockEventState> words) {
        Map<String, List<ClockEventState>> instances = new TreeMap<>();
        words.forEach(word -> instances
                .computeIfAbsent(word.clock() + "/" + word.instance(), key -> new ArrayList<>())
                .add(word));
        return instances;
    }

    private static boolean stands(ClockEventState word, List<ClockEventState> instance) {
        return word.retracts() == null
                && instance.stream()
                        .noneMatch(other -> word.event().equals(other.retracts())
                                && other.at() == word.at()
                                && other.asOf() >= word.asOf());
    }

    private TableRow row(@Nullable TableRow ticket, Instant asOf) {
        boolean done = last(word ->
                        word.event().equals("fulfil") || word.event().equals("resume"))
                .filter(word -> word.event().equals("fulfil"))
                .isPresent();
        Optional<ClockEventState> breach = first("breach");
        RowBuilder row = RowBuilder.of(Tables.SLA_INSTANCES)
                .set("ticket", last.ticket())
                .set("clock", last.clock())
                .set("instance", (long) last.instance())
                .set("policy", last.policy())
                .set("outcome", outcome(breach.isPresent(), done))
                .set("warned", first("warn").isPresent())
                .set("started_at", at(first("activate")))
                .set("due", due())
                .set("done_at", done ? at(last(word -> word.event().equals("fulfil"))) : null)
                .set("breached_at", at(breach))
                .set("time_basis", last.time())
                .set("target_s", last.targetS())
                .set("consumed_s", last.consumedS())
                .set("wall_s", last.wallS())
                .set("as_of", asOf);
        if (ticket != null) {
            List<@Nullable Object> facts = ticket.cells();
            for (String name : List.of("team", "owner", "priority", "product", "channel")) {
                row.set(name, facts.get(Tables.TICKETS.indexOf(name)));
            }
        }
        return row.build();
    }

    private String outcome(boolean breached, boolean done) {
        if (breached) {
            return "missed";
        }
        if (first("cancel").isPresent()) {
            return "cancelled";
        }
        return done ? "met" : "running";
    }

    private @Nullable Instant due() {
        return last(word -> word.due() != null)
                .map(ClockEventState::due)
                .map(Instant::ofEpochMilli)
                .orElse(null);
    }

    private Optional<ClockEventState> first(String event) {
        return words.stream().filter(word -> word.event().equals(event)).findFirst();
    }

    private Optional<ClockEventState> last(Predicate<ClockEventState> wanted) {
        return words.stream().filter(wanted).reduce((earlier, later) -> later);
    }

    private static @Nullable Instant at(Optional<ClockEventState> word) {
        return word.map(ClockEventState::at).map(Instant::ofEpochMilli).orElse(null);
    }
}
