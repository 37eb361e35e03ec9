package io.satisflow.flink.satisfaction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one piece of feedback.
 *
 * @param waiting contributions that may not be used yet
 * @param counted the one that counts; null when none does
 * @param timer when it is looked whether it can be forgotten, epoch milliseconds; null when no timer is set for that
 */
public record IdentityState(
        List<ContributionState> waiting,
        @Nullable ContributionState counted,
        @Nullable Long timer) {

    static final IdentityState NEW = new IdentityState(List.of(), null, null);

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public IdentityState {
        waiting = waiting == null ? List.of() : waiting;
    }

    /** A record that comes twice, once without and once with its score, waits once, with the score. */
    IdentityState with(ContributionState contribution) {
        if (waiting.stream().anyMatch(other -> other.isScoreOf(contribution))) {
            return this;
        }
        List<ContributionState> more = new ArrayList<>(waiting);
        more.removeIf(contribution::isScoreOf);
        more.add(contribution);
        return new IdentityState(more, counted, timer);
    }

    /** The contributions that may be used by now, in the order in which they are. */
    List<ContributionState> due(long time) {
        return waiting.stream()
                .filter(contribution -> contribution.knownAt() <= time)
                .sorted(ContributionState.ORDER)
                .toList();
    }

    IdentityState withoutDue(long time) {
        return new IdentityState(
                waiting.stream()
                        .filter(contribution -> contribution.knownAt() > time)
                        .toList(),
                counted,
                timer);
    }

    IdentityState counting(@Nullable ContributionState contribution) {
        return new IdentityState(waiting, contribution, timer);
    }

    IdentityState withTimer(@Nullable Long time) {
        return new IdentityState(waiting, counted, time);
    }

    boolean isNothing() {
        return waiting.isEmpty() && counted == null;
    }
}
