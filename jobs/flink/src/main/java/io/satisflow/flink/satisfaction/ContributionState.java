package io.satisflow.flink.satisfaction;

import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.satisfaction.Contribution;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of feedback, or a milestone of a ticket, adds, on its way and in state, with the position it came from, should it have to be refused.
 * Times are epoch milliseconds.
 *
 * @param feedback its key
 * @param tallies as {@link TalliesFormat} writes them
 * @param segments keys of the segments it counts in; before it is counted, those it would count in if there were room
 * @param topic empty for a milestone, which is never refused
 * @param awaitsScore whether it has a text that is not scored yet: what is here counts until the score comes
 */
public record ContributionState(
        String feedback,
        String channel,
        long revision,
        long occurredAt,
        long knownAt,
        byte[] tallies,
        List<String> segments,
        String topic,
        int partition,
        long offset,
        @Nullable Long row,
        boolean awaitsScore) {

    /** The order in which contributions of the same feedback are used (rule T4). */
    static final Comparator<ContributionState> ORDER = Comparator.comparingLong(ContributionState::knownAt)
            .thenComparingLong(ContributionState::occurredAt)
            .thenComparingLong(ContributionState::revision)
            .thenComparing(ContributionState::topic)
            .thenComparingInt(ContributionState::partition)
            .thenComparingLong(ContributionState::offset);

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public ContributionState {
        segments = segments == null ? List.of() : segments;
        tallies = tallies == null ? new byte[0] : tallies;
        topic = topic == null ? "" : topic;
    }

    Contribution toDomain() {
        return new Contribution(knownAt, occurredAt, revision);
    }

    ContributionState in(List<String> others) {
        return new ContributionState(
                feedback,
                channel,
                revision,
                occurredAt,
                knownAt,
                tallies,
                others,
                topic,
                partition,
                offset,
                row,
                awaitsScore);
    }

    /** What no window holds any more: enough to recognise what comes again. */
    ContributionState spent() {
        return new ContributionState(
                feedback, channel, revision, occurredAt, knownAt, new byte[0], List.of(), "", 0, 0, null, false);
    }

    boolean isSpent() {
        return segments.isEmpty();
    }

    /** Whether it is the very record that the other one is, with the score that the other one awaits. */
    boolean isScoreOf(ContributionState other) {
        return other.awaitsScore
                && !awaitsScore
                && revision == other.revision
                && topic.equals(other.topic)
                && partition == other.partition
                && offset == other.offset;
    }

    DeadLetter tooLate(Duration tooLateAfter) {
        return refused(
                "too_late",
                "feedback %s of %s became known more than %s later, when no window reaches back to it; keep a longer one in windows"
                        .formatted(feedback, Instant.ofEpochMilli(occurredAt), tooLateAfter));
    }

    /** @param counted what stays counted */
    DeadLetter editTooLate(ContributionState counted, Duration remembered) {
        return refused(
                "edit_too_late",
                "feedback %s came again, other than it was said at %s: more than %s later, when what it said then can no longer be taken out; keep a longer window in windows"
                        .formatted(feedback, Instant.ofEpochMilli(counted.occurredAt), remembered));
    }

    private DeadLetter refused(String reason, String message) {
        return new DeadLetter(
                channel,
                new SourcePosition(topic, partition, offset, row),
                reason,
                message,
                Instant.ofEpochMilli(knownAt));
    }
}
