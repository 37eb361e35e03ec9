package io.satisflow.flink.satisfaction;

import io.satisflow.flink.io.arrival.Standstill;
import io.satisflow.flink.quiet.AwaitedTimes;
import io.satisflow.flink.satisfaction.place.GivenPlaces;
import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.flink.state.Arrived;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.satisfaction.Contribution.Verdict;
import io.satisflow.satisfaction.SatisfactionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Counts each piece of feedback once: a redelivery changes nothing, an edit takes back what was counted before, and so does
 * a score that comes after its feedback has been counted without. Milestones of tickets count in the same way. What was counted
 * is remembered as long as a window holds it, and then only that it was: what comes again is not counted twice.
 *
 * <p>What arrives waits in memory for the watermark, so that a piece of feedback costs one read, one write and one timer.
 */
final class FeedbackIdentity extends AbstractStreamOperator<SegmentChange>
        implements TwoInputStreamOperator<ContributionState, String, SegmentChange>,
                Triggerable<String, VoidNamespace> {
    static final OutputTag<DeadLetter> TOO_LATE =
            new OutputTag<>("too-late-feedback", DomainTypes.of(DeadLetter.class));
    /** The name that timers of process functions have. */
    private static final String TIMERS = "user-timers";

    private final Duration tooLateAfter;
    private final Duration remembered;
    private final Duration recognised;
    private transient ValueState<IdentityState> identity;
    private transient GivenPlaces places;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient Arrived<ContributionState> arrived;
    private transient Counter duplicates;
    private transient Counter outdated;
    private transient Counter tooLate;

    @SuppressWarnings("NullAway.Init")
    FeedbackIdentity(SatisfactionSettings settings) {
        this.tooLateAfter = settings.tooLateAfter();
        this.remembered = settings.remembered();
        this.recognised = settings.recognised();
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        places = new GivenPlaces(context.getOperatorStateStore(), getMetricGroup());
    }

    @Override
    public void open() throws Exception {
        super.open();
        identity = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("identity", TypeInformation.of(IdentityState.class)));
        timers = getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this);
        arrived = new Arrived<>(ContributionState::knownAt);
        duplicates = getMetricGroup().counter("duplicateFeedback");
        outdated = getMetricGroup().counter("outdatedRevisions");
        tooLate = getMetricGroup().counter("tooLateFeedback");
    }

    /** How many segments have a place of their own. */
    long segments() {
        return places.count();
    }

    @Override
    public void processElement1(StreamRecord<ContributionState> element) {
        ContributionState contribution = element.getValue();
        if (arrived.hasRoom()) {
            arrived.add(contribution.feedback(), contribution);
            AwaitedTimes.add(contribution.knownAt());
        } else {
            keepForLater(contribution.feedback(), List.of(contribution));
        }
    }

    @Override
    public void processElement2(StreamRecord<String> segment) throws Exception {
        places.give(segment.getValue());
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (!Standstill.isReached(mark.getTimestamp())) {
            Optional<Arrived.Batch<ContributionState>> next = arrived.takeUntil(mark.getTimestamp());
            while (next.isPresent()) {
                setCurrentKey(next.get().key());
                useUntil(mark.getTimestamp(), next.get().items());
                next = arrived.takeUntil(mark.getTimestamp());
            }
        }
        super.processWatermark(mark);
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        if (!Standstill.isReached(timers.currentWatermark())) {
            useUntil(timer.getTimestamp(), List.of());
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("feedback is counted in event time only");
    }

    /** A checkpoint holds no memory. */
    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) {
        arrived.drainTo(this::keepForLater);
    }

    private void keepForLater(String feedback, List<ContributionState> contributions) {
        setCurrentKey(feedback);
        try {
            IdentityState known = known(contributions);
            if (!known.isNothing()) {
                identity.update(known);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        contributions.stream()
                .mapToLong(ContributionState::knownAt)
                .distinct()
                .forEach(time -> timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time));
    }

    private IdentityState known(List<ContributionState> more) throws IOException {
        IdentityState stored = identity.value();
        IdentityState known = stored == null ? IdentityState.NEW : stored;
        for (ContributionState contribution : more) {
            known = known.with(contribution);
        }
        return known;
    }

    private void useUntil(long time, List<ContributionState> more) throws IOException {
        IdentityState known = known(more);
        IdentityState next = known.withoutDue(time);
        for (ContributionState contribution : known.due(time)) {
            next = agedBefore(contribution.knownAt(), next);
            next = next.counting(use(contribution, next.counted()));
        }
        keep(next, time);
    }

    /** As it would stand by now if it had been looked at in between. */
    private IdentityState agedBefore(long time, IdentityState known) {
        ContributionState counted = known.counted();
        if (counted == null || counted.occurredAt() + remembered.toMillis() >= time) {
            return known;
        }
        return known.counting(counted.occurredAt() + recognised.toMillis() < time ? null : counted.spent());
    }

    /** The contribution that counts from now on. */
    private @Nullable ContributionState use(ContributionState arrived, @Nullable ContributionState counted) {
        Verdict verdict = verdict(arrived, counted);
        if (verdict != Verdict.COUNTS) {
            letter(arrived, counted, verdict)
                    .ifPresent(letter -> output.collect(TOO_LATE, new StreamRecord<>(letter, arrived.knownAt())));
            passOver(arrived, verdict);
            return counted;
        }
        if (counted != null) {
            takeBack(counted, arrived.knownAt());
        }
        ContributionState placed = arrived.in(places.placed(arrived.segments()));
        add(placed);
        return placed;
    }

    private Verdict verdict(ContributionState arrived, @Nullable ContributionState counted) {
        if (counted != null && arrived.isScoreOf(counted)) {
            return counted.isSpent() ? Verdict.TOO_LATE : arrived.toDomain().verdict(null, tooLateAfter, remembered);
        }
        return arrived.toDomain().verdict(counted == null ? null : counted.toDomain(), tooLateAfter, remembered);
    }

    private Optional<DeadLetter> letter(
            ContributionState arrived, @Nullable ContributionState counted, Verdict verdict) {
        if (arrived.awaitsScore()) {
            return Optional.empty();
        }
        if (verdict == Verdict.EDIT_TOO_LATE
                && counted != null
                && !arrived.topic().isEmpty()) {
            return Optional.of(arrived.editTooLate(counted, remembered));
        }
        return verdict == Verdict.TOO_LATE ? Optional.of(arrived.tooLate(tooLateAfter)) : Optional.empty();
    }

    /** What awaits its score comes once more, and is told of then. */
    private void passOver(ContributionState contribution, Verdict verdict) {
        if (contribution.awaitsScore()) {
            return;
        }
        switch (verdict) {
            case DUPLICATE -> duplicates.inc();
            case OUTDATED -> outdated.inc();
            case TOO_LATE, EDIT_TOO_LATE -> tooLate.inc();
            case COUNTS -> throw new IllegalArgumentException("what counts is not passed over");
        }
    }

    private void add(ContributionState counted) {
        for (String segment : counted.segments()) {
            tell(segment, counted.knownAt(), counted.occurredAt(), counted.tallies());
        }
    }

    private void takeBack(ContributionState counted, long knownAt) {
        byte[] negated =
                TalliesFormat.write(TalliesFormat.read(counted.tallies()).negated());
        for (String segment : counted.segments()) {
            tell(segment, knownAt, counted.occurredAt(), negated);
        }
    }

    private void tell(String segment, long knownAt, long occurredAt, byte[] tallies) {
        output.collect(new StreamRecord<>(new SegmentChange(segment, knownAt, occurredAt, tallies), knownAt));
    }

    /** Forgets what no window holds any more, in the end also that it was; sees to it that it is looked at again. */
    private void keep(IdentityState next, long time) throws IOException {
        IdentityState kept = next.timer() != null && next.timer() <= time ? next.withTimer(null) : next;
        ContributionState counted = kept.counted();
        if (counted != null) {
            boolean isSpent = counted.occurredAt() + remembered.toMillis() <= time;
            long until = counted.occurredAt() + (isSpent ? recognised : remembered).toMillis();
            if (until <= time) {
                kept = kept.counting(null);
            } else if (kept.timer() == null) {
                timers.registerEventTimeTimer(VoidNamespace.INSTANCE, until);
                kept = kept.counting(isSpent ? counted.spent() : counted).withTimer(until);
            }
        }
        if (kept.isNothing()) {
            identity.clear();
        } else {
            identity.update(kept);
        }
    }
}
