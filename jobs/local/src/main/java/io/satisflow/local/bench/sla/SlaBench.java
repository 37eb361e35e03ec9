package io.satisflow.local.bench.sla;

import io.satisflow.local.bench.Skew;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Lazy clocks against clocks that delete and register a timer at each update, on the same events. */
public final class SlaBench {
    /** Small enough to be over in seconds: before anything larger is measured, both must say the same. */
    private static final long COMPARED_TICKETS = 2000;

    private static final long COMPARED_UPDATES = 20_000;

    private final SlaBenchOptions options;
    private final Consumer<String> progress;
    private boolean otherFirst;

    /** @param progress takes sentences on how far it is */
    public SlaBench(SlaBenchOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * @param tickets open tickets of each run
     * @throws IllegalStateException when the two kinds of clocks do not say the same
     */
    public SlaBenchReport run(List<Long> tickets) throws Exception {
        if (tickets.stream().anyMatch(size -> size > COMPARED_TICKETS)) {
            progress.accept("Both kinds of clocks on %,d tickets, to see that they say the same ..."
                    .formatted(COMPARED_TICKETS));
            compare(COMPARED_TICKETS, COMPARED_UPDATES, List.of(BenchedClocks.values()));
        }
        List<BenchedClocks> measured =
                options.lazyAlone() ? List.of(BenchedClocks.LAZY) : List.of(BenchedClocks.values());
        List<SlaBenchResult> results = new ArrayList<>();
        for (long size : tickets) {
            results.addAll(compare(size, options.updates(), measured));
            otherFirst = !otherFirst;
        }
        return new SlaBenchReport(options, results);
    }

    private List<SlaBenchResult> compare(long tickets, long updates, List<BenchedClocks> measured) throws Exception {
        List<SlaBenchResult> results = new ArrayList<>();
        List<BenchedClocks> order = new ArrayList<>(measured);
        if (otherFirst) {
            // Whoever goes second finds a warmer machine.
            Collections.reverse(order);
        }
        for (BenchedClocks clocks : order) {
            TicketLoad load = new TicketLoad(
                    tickets,
                    updates,
                    options.breaches(tickets),
                    Math.min(tickets, options.reopenings()),
                    new Skew(tickets, options.skew()));
            SlaBenchResult result = new SlaBenchRun(clocks, load, options).run();
            progress.accept(String.format(
                    Locale.ROOT,
                    "%,d open tickets, %s: %.1f us CPU an update, %,.0f updates/s, %,d words, digest %016x",
                    tickets,
                    clocks.label(),
                    result.updateCpuMicros(),
                    result.updatesPerSecond(),
                    result.words(),
                    result.digest()));
            results.add(result);
        }
        requireSame(results);
        results.sort(Comparator.comparing(SlaBenchResult::clocks));
        return results;
    }

    private static void requireSame(List<SlaBenchResult> results) {
        SlaBenchResult first = results.get(0);
        for (SlaBenchResult other : results) {
            if (first.words() != other.words() || first.digest() != other.digest()) {
                throw new IllegalStateException(
                        "%s said %,d words (digest %016x), but %s said %,d (digest %016x): what says other things is no faster"
                                .formatted(
                                        first.clocks().label(),
                                        first.words(),
                                        first.digest(),
                                        other.clocks().label(),
                                        other.words(),
                                        other.digest()));
            }
        }
    }
}
