package io.satisflow.flink.sla;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * Tickets whose moment has come, to be read in the order in which RocksDB keeps their rows. Tickets that fall due
 * together were mostly opened together and have neighbouring ids, so that one block holds the rows of several; in the
 * order of their timers each of them would be looked for by itself. (The keyed state API has no multiGet.)
 */
final class DueTickets {
    private final Comparator<String> asStored;
    private final Set<String> tickets = new HashSet<>();

    /** @param keyGroups of the whole operator: its greatest parallelism */
    DueTickets(int keyGroups) {
        // A key is stored behind its group, and a text behind its length.
        this.asStored = Comparator.<String>comparingInt(
                        ticket -> KeyGroupRangeAssignment.assignToKeyGroup(ticket, keyGroups))
                .thenComparingInt(String::length)
                .thenComparing(Comparator.naturalOrder());
    }

    /** Once is enough, however many timers a ticket has. */
    void add(String ticket) {
        tickets.add(ticket);
    }

    int size() {
        return tickets.size();
    }

    /** Takes all of them. */
    List<String> take() {
        List<String> taken = tickets.stream().sorted(asStored).toList();
        tickets.clear();
        return taken;
    }
}
