package io.satisflow.flink.drift;

import io.satisflow.drift.DriftRules;
import io.satisflow.drift.SegmentStep;
import io.satisflow.drift.SegmentSteps;
import io.satisflow.drift.SeriesState;
import io.satisflow.drift.SeriesWatch;
import io.satisflow.drift.StepArrival;
import io.satisflow.drift.signal.DriftPhase;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.drift.signal.Driver;
import io.satisflow.drift.signal.LastingDrift;
import io.satisflow.drift.verbatim.Evidence;
import io.satisflow.drift.verbatim.ScoreEvidence;
import io.satisflow.drift.verbatim.ScoreQuestion;
import io.satisflow.flink.io.arrival.Standstill;
import io.satisflow.flink.state.StoredRecords;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.segment.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Moves the series of a segment forward, in event time only (rule T4): what arrives waits until its as_of, when everything
 * known at the same instant is there too. A step counts once, as it was first known; see {@link SegmentSteps}.
 */
final class DriftWatch extends KeyedProcessFunction<String, DriftArrival, DriftSignal> {
    /** Texts are kept for so many steps: those since a change, and before it for comparison. */
    private static final int STEPS_OF_TEXTS = 48;

    private static final String BY = " by ";

    /** How scores stand while their drifts last. */
    static final OutputTag<LastingDrift> LASTING =
            new OutputTag<>("lasting-drifts", DomainTypes.of(LastingDrift.class));

    /** The answers to questions. */
    static final OutputTag<ScoreEvidence> EVIDENCE =
            new OutputTag<>("score-evidence", DomainTypes.of(ScoreEvidence.class));

    private final DriftRules rules;
    private transient ValueState<SegmentClockState> clockState;
    private transient StoredRecords<Long, WaitingStepsState> arrivals;
    private transient StoredRecords<String, SeriesState> series;
    private transient TextRows texts;
    private transient AskedScores asked;
    private transient MapState<Long, Boolean> silenceTimers;
    private transient Counter corrections;

    DriftWatch(DriftRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        clockState = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("clock", TypeInformation.of(SegmentClockState.class)));
        arrivals = new StoredRecords<>(getRuntimeContext(), "arrivals", Types.LONG, WaitingStepsState.class);
        series = new StoredRecords<>(getRuntimeContext(), "series", Types.STRING, SeriesState.class);
        texts = new TextRows(getRuntimeContext());
        asked = new AskedScores(getRuntimeContext(), rules.step());
        silenceTimers =
                getRuntimeContext().getMapState(new MapStateDescriptor<>("silence-timers", Types.LONG, Types.BOOLEAN));
        corrections = getRuntimeContext().getMetricGroup().counter("correctionsOfUsedSteps");
    }

    @Override
    public void processElement(DriftArrival arrival, Context context, Collector<DriftSignal> out) throws Exception {
        if (arrival.step() != null) {
            keepWaiting(arrival.step());
            context.timerService().registerEventTimeTimer(arrival.step().asOf().toEpochMilli());
        }
        if (arrival.texts() != null) {
            texts.keep(arrival.texts());
            context.timerService().registerEventTimeTimer(arrival.texts().end().toEpochMilli() + textsKeptFor());
        }
        if (arrival.question() != null) {
            asked.keep(arrival.question());
            context.timerService()
                    .registerEventTimeTimer(arrival.question().at().toEpochMilli());
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<DriftSignal> out) throws Exception {
        if (Standstill.isReached(context.timerService())) {
            return;
        }
        useSteps(timestamp, context, out);
        answer(timestamp, context);
        texts.forget(timestamp - textsKeptFor());
        tellSilence(timestamp, context, out);
        SegmentClockState clock = clockState.value();
        if (clock != null && clock.forgetTimer() != null && clock.forgetTimer() == timestamp) {
            forgetOrWait(clock.withForgetTimer(null), timestamp, context, out);
        }
    }

    /** By the moment of use: in a replay many steps wait, and each timer reads its own only. */
    private void keepWaiting(StepArrival step) throws Exception {
        long asOf = step.asOf().toEpochMilli();
        WaitingStepsState waiting = arrivals.get(asOf);
        arrivals.put(asOf, (waiting == null ? WaitingStepsState.NONE : waiting).with(step));
    }

    private void useSteps(long timestamp, OnTimerContext context, Collector<DriftSignal> out) throws Exception {
        WaitingStepsState waiting = arrivals.get(timestamp);
        if (waiting == null) {
            return;
        }
        arrivals.remove(timestamp);
        SegmentClockState clock = clockState.value();
        Long usedTo = clock == null ? null : clock.usedTo();
        SegmentSteps due = SegmentSteps.due(
                waiting.steps(), usedTo == null ? null : Instant.ofEpochMilli(usedTo), Instant.ofEpochMilli(timestamp));
        corrections.inc(due.corrections());
        clock = clock == null ? SegmentClockState.NEW : clock;
        clock = clock.heard(timestamp);
        Segment segment = Segment.parse(context.getCurrentKey());
        for (SegmentStep step : due.steps()) {
            use(segment, step, context, out);
            clock = clock.usedTo(step.to().toEpochMilli());
        }
        clockState.update(withForgetTimer(clock, context));
    }

    private void use(Segment segment, SegmentStep step, Context context, Collector<DriftSignal> out) throws Exception {
        for (String metric : rules.metrics()) {
            if (step.own().containsKey(metric)) {
                SeriesState stored = series.get(byStep(metric));
                if (stored == null) {
                    endOthers(metric, segment, step.to(), out);
                }
                SeriesWatch watch = new SeriesWatch(rules, segment, metric);
                SeriesWatch.Turn turn = watch.next(stored == null ? SeriesState.NEW : stored, step);
                series.put(byStep(metric), turn.state());
                awaitSilence(watch, turn.state(), context);
                for (DriftSignal signal : turn.signals()) {
                    tell(signal, out);
                }
                if (turn.signals().isEmpty()) {
                    watch.lasting(turn.state(), step).ifPresent(lasting -> context.output(LASTING, lasting));
                }
            }
        }
    }

    /** What is normal for steps of one length is not for those of another. */
    private String byStep(String metric) {
        return metric + BY + rules.step();
    }

    /** A metric's series of another step ends: the settings have changed, and what is normal is learnt anew. */
    private void endOthers(String metric, Segment segment, Instant at, Collector<DriftSignal> out) throws Exception {
        Map<String, SeriesState> others = new TreeMap<>();
        series.all().forEach((key, state) -> {
            if (metricOf(key).equals(metric)) {
                others.put(key, state);
            }
        });
        for (Map.Entry<String, SeriesState> other : others.entrySet()) {
            new SeriesWatch(rules, segment, metric).forget(other.getValue(), at).ifPresent(out::collect);
            series.remove(other.getKey());
        }
    }

    private static String metricOf(String key) {
        return key.contains(BY) ? key.substring(0, key.indexOf(BY)) : key;
    }

    private void tell(DriftSignal signal, Collector<DriftSignal> out) throws Exception {
        out.collect(signal.phase() == DriftPhase.DRIFTED ? Evidence.shown(signal, texts.all()) : signal);
    }

    /** With what is known of the series, if it is watched, and with the texts of whole stretches. */
    private void answer(long timestamp, OnTimerContext context) throws Exception {
        for (ScoreQuestion question : asked.take(timestamp)) {
            SeriesState known = series.get(byStep(question.metric()));
            List<Driver> drivers = known == null
                    ? List.of()
                    : new SeriesWatch(rules, question.segment(), question.metric())
                            .drivers(known, question.direction());
            context.output(EVIDENCE, Evidence.answer(question, drivers, texts.all()));
        }
    }

    /** A drift that lasts asks to be looked at again when its score would have been silent for too long. */
    private void awaitSilence(SeriesWatch watch, SeriesState state, Context context) throws Exception {
        Optional<Instant> silent = watch.silentFrom(state);
        if (silent.isPresent()) {
            silenceTimers.put(silent.get().toEpochMilli(), true);
            context.timerService().registerEventTimeTimer(silent.get().toEpochMilli());
        }
    }

    private void tellSilence(long timestamp, OnTimerContext context, Collector<DriftSignal> out) throws Exception {
        if (!silenceTimers.contains(timestamp)) {
            return;
        }
        silenceTimers.remove(timestamp);
        Instant at = Instant.ofEpochMilli(timestamp);
        for (Map.Entry<String, SeriesState> entry : series.all().entrySet()) {
            String metric = metricOf(entry.getKey());
            SeriesWatch watch = new SeriesWatch(rules, Segment.parse(context.getCurrentKey()), metric);
            if (watch.silentFrom(entry.getValue()).filter(at::equals).isEmpty()) {
                continue;
            }
            if (rules.metrics().contains(metric)) {
                SeriesWatch.Turn turn = watch.silent(entry.getValue(), at);
                series.put(entry.getKey(), turn.state());
                turn.signals().forEach(out::collect);
            } else {
                // The settings name it no more, so that nothing would ever end its drift while its segment lives.
                watch.forget(entry.getValue(), at).ifPresent(out::collect);
                series.remove(entry.getKey());
            }
        }
    }

    private long textsKeptFor() {
        return STEPS_OF_TEXTS * rules.step().toMillis();
    }

    private SegmentClockState withForgetTimer(SegmentClockState clock, Context context) {
        if (clock.forgetTimer() != null) {
            return clock;
        }
        context.timerService().registerEventTimeTimer(forgetAt(clock));
        return clock.withForgetTimer(forgetAt(clock));
    }

    private long forgetAt(SegmentClockState clock) {
        return clock.heardAt() + rules.forgetAfter().toMillis();
    }

    private void forgetOrWait(
            SegmentClockState clock, long timestamp, OnTimerContext context, Collector<DriftSignal> out)
            throws Exception {
        if (forgetAt(clock) <= timestamp) {
            forget(Segment.parse(context.getCurrentKey()), timestamp, out);
        } else {
            clockState.update(withForgetTimer(clock, context));
        }
    }

    /** Steps that wait for their time are of a series that begins anew. */
    private void forget(Segment segment, long timestamp, Collector<DriftSignal> out) throws Exception {
        series.all()
                .forEach((key, state) -> new SeriesWatch(rules, segment, metricOf(key))
                        .forget(state, Instant.ofEpochMilli(timestamp))
                        .ifPresent(out::collect));
        clockState.clear();
        series.clear();
        asked.forget();
    }
}
