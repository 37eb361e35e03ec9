package io.satisflow.flink.sla;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;

/**
 * Visits every open ticket before a version of the policies takes effect, a slice at a time, so that records and
 * checkpoints come through in between. Tickets that open later know the version by themselves.
 */
final class PolicySweep implements AutoCloseable {
    private final ObjLongConsumer<String> visit;
    private final Deque<Pass> passes = new ArrayDeque<>();

    /** @param visit a ticket, which is to be woken at that time, in epoch milliseconds */
    PolicySweep(ObjLongConsumer<String> visit) {
        this.visit = visit;
    }

    private record Pass(long effectiveAt, Stream<String> tickets, Iterator<String> left) {}

    /** @param tickets all that are open now; closed when they have been visited */
    void start(long effectiveAt, Stream<String> tickets) {
        passes.add(new Pass(effectiveAt, tickets, tickets.iterator()));
    }

    boolean isDone() {
        return passes.isEmpty();
    }

    /** Visits so many tickets at most. */
    void visitSome(int most) {
        int visited = 0;
        while (visited < most && !passes.isEmpty()) {
            Pass pass = passes.element();
            if (pass.left.hasNext()) {
                visit.accept(pass.left.next(), pass.effectiveAt);
                visited++;
            } else {
                passes.remove().tickets.close();
            }
        }
    }

    /** Whether some that are left have to be visited before this time may come. */
    boolean isNeededFor(long time) {
        return passes.stream().anyMatch(pass -> pass.effectiveAt <= time);
    }

    @Override
    public void close() {
        passes.forEach(pass -> pass.tickets.close());
        passes.clear();
    }
}
