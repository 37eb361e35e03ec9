package io.satisflow.satisfaction;

import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import io.satisflow.satisfaction.window.KeptWindow;
import io.satisflow.satisfaction.window.WindowGrid;
import io.satisflow.satisfaction.window.WindowTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** All that was ever said, and the naive way to know what stood in a window: adding it all up again. */
final class Ledger {
    /** When everything has passed, in milliseconds. */
    static final long END = 3000;

    private static final long LAST = 1500;

    private final List<Entry> entries = new ArrayList<>();

    /** Something added or, with negative tallies, taken back. */
    record Entry(long occurredAt, long knownAt, Tallies tallies) {}

    /** @param lateness nothing becomes known later than this */
    static Ledger random(Random random, int lateness) {
        Ledger ledger = new Ledger();
        int answers = 1 + random.nextInt(60);
        for (int each = 0; each < answers; each++) {
            // Some stretches are crowded, others empty.
            long occurredAt = random.nextBoolean() ? random.nextLong(LAST) : random.nextLong(200);
            long knownAt = occurredAt + (lateness == 0 || random.nextInt(3) > 0 ? 0 : random.nextLong(lateness + 1));
            Tallies answer = answer(random);
            ledger.entries.add(new Entry(occurredAt, knownAt, answer));
            long edited = knownAt + random.nextInt(lateness + 1);
            if (random.nextInt(6) == 0 && edited - occurredAt <= lateness) {
                ledger.entries.add(new Entry(occurredAt, edited, answer.negated()));
                ledger.entries.add(new Entry(random.nextBoolean() ? occurredAt : edited, edited, answer(random)));
            }
        }
        return ledger;
    }

    private static Tallies answer(Random random) {
        Map<String, Tally> tallies = new TreeMap<>(Map.of("volume", Tally.one()));
        if (random.nextInt(3) == 0) {
            tallies.put("nps", Tally.one().favourable(random.nextBoolean()));
        }
        return new Tallies(new TreeMap<>(tallies));
    }

    /** What becomes known after the step before this one. */
    Map<Long, Tallies> knownAt(WindowGrid grid, long step) {
        Map<Long, Tallies> known = new TreeMap<>();
        entries.stream()
                .filter(entry -> grid.stepFor(entry.knownAt) == step)
                .forEach(entry -> known.merge(grid.paneOf(entry.occurredAt), entry.tallies, Tallies::plus));
        return known;
    }

    WindowTotals totals(KeptWindow kept, long to, long asOf) {
        long length = kept.window().lengthMillis();
        return new WindowTotals(
                between(to - length, to, asOf).only(kept.metrics()),
                between(to - 2 * length, to - length, asOf).only(kept.metrics()));
    }

    Tallies between(long from, long to, long asOf) {
        return entries.stream()
                .filter(entry -> entry.occurredAt >= from && entry.occurredAt < to && entry.knownAt <= asOf)
                .map(Entry::tallies)
                .reduce(Tallies.NOTHING, Tallies::plus);
    }

    Tallies everything() {
        return between(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    }
}
