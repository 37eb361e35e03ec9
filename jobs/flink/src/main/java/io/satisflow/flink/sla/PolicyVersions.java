package io.satisflow.flink.sla;

import io.satisflow.config.ConfigException;
import io.satisflow.flink.state.StateFormat;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.sla.policy.AppliedPolicies;
import io.satisflow.sla.policy.SlaRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * The one place that decides which policies hold from when. It passes the time of ticket events on, and no ticket is
 * moved on by any other; so a version that lies ahead of that time lies ahead of every ticket, and each subtask of the
 * clocks hears of it in time. A version that does not is refused, the same one again after any restart.
 *
 * <p>Every version is told anew after a restart, before any time passes. Policies of the settings that were edited while no
 * job ran are one more version, so that what becomes of open promises is said.
 */
final class PolicyVersions extends AbstractStreamOperator<AppliedPolicies>
        implements TwoInputStreamOperator<RecordedTicketEvent, AppliedPolicies, AppliedPolicies> {
    static final OutputTag<DeadLetter> REFUSED = new OutputTag<>("refused-policies", DomainTypes.of(DeadLetter.class));
    private static final StateFormat<AppliedPolicies> ACCEPTED = new StateFormat<>(AppliedPolicies.class);

    static final String TOO_LATE = "policy_too_late";
    static final String INVALID = "policy_invalid";

    private final List<AppliedPolicies> knownAtStart;
    private final SlaRules configured;
    private final EditedSettings settings;
    private transient ListState<byte[]> acceptedState;
    private transient ListState<String> seenState;
    private transient ListState<Long> timeState;
    private transient List<AppliedPolicies> accepted;
    private transient Set<String> seen;
    private transient long time;
    private transient boolean told;

    /** @param rules with what the topic held when the job started, so that nothing is clocked without it */
    PolicyVersions(SlaOptions rules) {
        this.knownAtStart = rules.applied();
        this.configured = rules.configured();
        this.settings = new EditedSettings(rules.asTexts().orElse(null));
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        acceptedState = context.getOperatorStateStore()
                .getListState(
                        new ListStateDescriptor<>("accepted", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        seenState = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("seen", Types.STRING));
        timeState = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("time", Types.LONG));
        accepted = new ArrayList<>();
        acceptedState.get().forEach(stored -> accepted.add(ACCEPTED.read(stored)));
        seen = new HashSet<>();
        seenState.get().forEach(seen::add);
        time = Long.MIN_VALUE;
        timeState.get().forEach(restored -> time = restored);
        settings.restore(context.getOperatorStateStore(), time);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        acceptedState.update(accepted.stream().map(ACCEPTED::write).toList());
        seenState.update(List.copyOf(seen));
        timeState.update(List.of(time));
        settings.snapshot();
    }

    @Override
    public void processElement1(StreamRecord<RecordedTicketEvent> element) {
        // Only their time is asked for.
    }

    @Override
    public void processElement2(StreamRecord<AppliedPolicies> element) {
        tellWhatIsKnown();
        offer(element.getValue());
    }

    @Override
    public void processWatermark1(Watermark mark) {
        tellWhatIsKnown();
        time = Math.max(time, mark.getTimestamp());
        output.emitWatermark(mark);
    }

    /** Policies come when people apply them; time does not wait for that. */
    @Override
    public void processWatermark2(Watermark mark) {
        tellWhatIsKnown();
    }

    private void tellWhatIsKnown() {
        if (!told) {
            told = true;
            settings.toTell().forEach(version -> output.collect(new StreamRecord<>(version)));
            accepted.forEach(version -> output.collect(new StreamRecord<>(version)));
            knownAtStart.forEach(this::offer);
        }
    }

    private void offer(AppliedPolicies version) {
        SourcePosition place = version.source();
        if (!seen.add("%d-%d".formatted(place.partition(), place.offset()))) {
            return;
        }
        Optional<DeadLetter> refusal = refusal(version);
        if (refusal.isPresent()) {
            output.collect(REFUSED, new StreamRecord<>(refusal.get()));
        } else {
            accepted.add(version);
            output.collect(new StreamRecord<>(version));
        }
    }

    private Optional<DeadLetter> refusal(AppliedPolicies version) {
        Instant from = version.effectiveAt();
        if (!from.isAfter(version.storedAt())) {
            return Optional.of(refused(version, TOO_LATE, late(from, "they were stored at " + version.storedAt())));
        }
        if (from.toEpochMilli() <= time) {
            return Optional.of(
                    refused(version, TOO_LATE, late(from, "clocks have been run up to " + Instant.ofEpochMilli(time))));
        }
        try {
            version.toRules(configured);
            return Optional.empty();
        } catch (ConfigException e) {
            return Optional.of(refused(version, INVALID, e.getMessage() + "; correct them and apply them again"));
        }
    }

    private static String late(Instant from, String but) {
        return "they should hold from %s, but %s; apply them again, at least a minute ahead".formatted(from, but);
    }

    private DeadLetter refused(AppliedPolicies version, String reason, String message) {
        return new DeadLetter(
                null,
                version.source(),
                reason,
                "policies %s: %s".formatted(version.id(), message),
                time == Long.MIN_VALUE ? null : Instant.ofEpochMilli(time));
    }
}
