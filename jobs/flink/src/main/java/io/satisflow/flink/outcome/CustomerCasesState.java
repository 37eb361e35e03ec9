package io.satisflow.flink.outcome;

import io.satisflow.satisfaction.outcome.CustomerCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's cases, and what has been told of them. Times are epoch milliseconds.
 *
 * @param waiting those that may not be used yet
 * @param look when they are looked at again though nothing is heard of them; null when never
 * @param keptUntil when the next of them is forgotten; null before anything is used
 * @param erasedAt what began up to then is not taken up again; null for a customer whom nobody asked to forget
 */
public record CustomerCasesState(
        List<CaseNews> waiting,
        List<CustomerCase> cases,
        Telling telling,
        @Nullable Long look,
        @Nullable Long keptUntil,
        @Nullable Long erasedAt) {
    static final CustomerCasesState NEW =
            new CustomerCasesState(List.of(), List.of(), Telling.NOTHING, null, null, null);

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public CustomerCasesState {
        waiting = waiting == null ? List.of() : waiting;
        cases = cases == null ? List.of() : cases;
        telling = telling == null ? Telling.NOTHING : telling;
    }

    CustomerCasesState waitingFor(List<CaseNews> others) {
        return new CustomerCasesState(others, cases, telling, look, keptUntil, erasedAt);
    }
}
