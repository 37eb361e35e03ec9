package io.satisflow.flink.satisfaction;

import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.satisfaction.Contribution.Verdict;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.segment.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Counts each piece of feedback once: a redelivery changes nothing, an edit takes back what was counted before, and so does
 * a score that comes after its feedback has been counted without. Milestones of tickets count in the same way. What was counted
 * is remembered as long as a window holds it, and then only that it was: what comes again is not counted twice.
 */
final class FeedbackIdentity extends KeyedBroadcastProcessFunction<String, ContributionState, String, SegmentChange> {
    static final OutputTag<DeadLetter> TOO_LATE =
            new OutputTag<>("too-late-feedback", DomainTypes.of(DeadLetter.class));
    /** Keys of the segments that have a place of their own. */
    static final MapStateDescriptor<String, Boolean> PLACES =
            new MapStateDescriptor<>("segment-places", Types.STRING, Types.BOOLEAN);

    private final Duration tooLateAfter;
    private final Duration remembered;
    private final Duration recognised;
    private transient ValueState<IdentityState> identity;
    private transient Counter duplicates;
    private transient Counter outdated;
    private transient Counter tooLate;
    private transient Counter folded;
    /** How many segments have a place of their own; -1 before it has looked. */
    private transient volatile long places;

    @SuppressWarnings("NullAway.Init")
    FeedbackIdentity(SatisfactionSettings settings) {
        this.tooLateAfter = settings.tooLateAfter();
        this.remembered = settings.remembered();
        this.recognised = settings.recognised();
    }

    @Override
    public void open(OpenContext context) {
        identity = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("identity", TypeInformation.of(IdentityState.class)));
        duplicates = getRuntimeContext().getMetricGroup().counter("duplicateFeedback");
        outdated = getRuntimeContext().getMetricGroup().counter("outdatedRevisions");
        tooLate = getRuntimeContext().getMetricGroup().counter("tooLateFeedback");
        folded = getRuntimeContext().getMetricGroup().counter("foldedIntoOther");
        places = -1;
        getRuntimeContext().getMetricGroup().gauge("segments", (Gauge<Long>) this::segments);
    }

    long segments() {
        return places;
    }

    @Override
    public void processElement(ContributionState contribution, ReadOnlyContext context, Collector<SegmentChange> out)
            throws Exception {
        countPlaces(context.getBroadcastState(PLACES));
        IdentityState stored = identity.value();
        IdentityState known = stored == null ? IdentityState.NEW : stored;
        Verdict verdict = verdict(contribution, known.counted());
        if (verdict == Verdict.DUPLICATE || verdict == Verdict.OUTDATED) {
            // It need not wait: whatever else becomes known, it will not count.
            passOver(contribution, verdict);
            return;
        }
        identity.update(known.with(contribution));
        context.timerService().registerEventTimeTimer(contribution.knownAt());
    }

    @Override
    public void processBroadcastElement(String segment, Context context, Collector<SegmentChange> out)
            throws Exception {
        BroadcastState<String, Boolean> given = context.getBroadcastState(PLACES);
        countPlaces(given);
        long before = places;
        places = given.contains(segment) ? before : before + 1;
        given.put(segment, true);
    }

    /** What a checkpoint brings cannot be seen before somebody says something. */
    private void countPlaces(ReadOnlyBroadcastState<String, Boolean> given) throws Exception {
        if (places < 0) {
            long count = 0;
            for (Map.Entry<String, Boolean> ignored : given.immutableEntries()) {
                count++;
            }
            places = count;
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SegmentChange> out) throws Exception {
        IdentityState known = identity.value();
        if (known == null || context.timerService().currentWatermark() == Long.MAX_VALUE) {
            // After the END of a replay time stands still: what would become known later is not known.
            return;
        }
        IdentityState next = known.withoutDue(timestamp);
        for (ContributionState contribution : known.due(timestamp)) {
            next = next.counting(use(contribution, next.counted(), context, out));
        }
        keep(next, timestamp, context);
    }

    /** The contribution that counts from now on. */
    private @Nullable ContributionState use(
            ContributionState arrived,
            @Nullable ContributionState counted,
            OnTimerContext context,
            Collector<SegmentChange> out)
            throws Exception {
        Verdict verdict = verdict(arrived, counted);
        if (verdict != Verdict.COUNTS) {
            letter(arrived, counted, verdict).ifPresent(letter -> context.output(TOO_LATE, letter));
            passOver(arrived, verdict);
            return counted;
        }
        if (counted != null) {
            takeBack(counted, arrived.knownAt(), out);
        }
        ContributionState placed = arrived.in(placed(arrived, context.getBroadcastState(PLACES)));
        add(placed, out);
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

    private List<String> placed(ContributionState arrived, ReadOnlyBroadcastState<String, Boolean> places)
            throws Exception {
        List<String> segments = new ArrayList<>();
        for (String segment : arrived.segments()) {
            if (segment.equals(Segment.ALL.key()) || places.contains(segment)) {
                segments.add(segment);
            } else {
                segments.add(Segment.parse(segment).other().key());
                folded.inc();
            }
        }
        return segments;
    }

    private static void add(ContributionState counted, Collector<SegmentChange> out) {
        for (String segment : counted.segments()) {
            out.collect(new SegmentChange(segment, counted.knownAt(), counted.occurredAt(), counted.tallies()));
        }
    }

    private static void takeBack(ContributionState counted, long knownAt, Collector<SegmentChange> out) {
        byte[] negated =
                TalliesFormat.write(TalliesFormat.read(counted.tallies()).negated());
        for (String segment : counted.segments()) {
            out.collect(new SegmentChange(segment, knownAt, counted.occurredAt(), negated));
        }
    }

    /** Forgets what no window holds any more, in the end also that it was; sees to it that it is looked at again. */
    private void keep(IdentityState next, long timestamp, OnTimerContext context) throws Exception {
        IdentityState kept = next.timer() != null && next.timer() <= timestamp ? next.withTimer(null) : next;
        ContributionState counted = kept.counted();
        if (counted != null) {
            boolean isSpent = counted.occurredAt() + remembered.toMillis() <= timestamp;
            long until = counted.occurredAt() + (isSpent ? recognised : remembered).toMillis();
            if (until <= timestamp) {
                kept = kept.counting(null);
            } else if (kept.timer() == null) {
                context.timerService().registerEventTimeTimer(until);
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
