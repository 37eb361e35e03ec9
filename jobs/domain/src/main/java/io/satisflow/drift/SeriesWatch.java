package io.satisflow.drift;

import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.detector.Level;
import io.satisflow.drift.detector.Step;
import io.satisflow.drift.detector.TabularCusum.Sums;
import io.satisflow.drift.normal.Normal;
import io.satisflow.drift.normal.NormalState;
import io.satisflow.drift.signal.DriftPhase;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.drift.signal.Driver;
import io.satisflow.drift.signal.LastingDrift;
import io.satisflow.id.DerivedId;
import io.satisflow.segment.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Watches the series of one metric of one segment, step by step: learns what is normal, says when the score has moved from
 * it, when it is back, and when it has stayed away for so long that this is normal now. A pure function of state and step.
 */
public final class SeriesWatch {
    /** What is counted and not averaged. */
    private static final String VOLUME = "volume";

    private final DriftRules rules;
    private final Normal normal;
    private final Segment segment;
    private final String metric;
    private final Signals signals;

    public SeriesWatch(DriftRules rules, Segment segment, String metric) {
        this.rules = rules;
        this.normal = rules.normal();
        this.segment = segment;
        this.metric = metric;
        this.signals = new Signals(segment, metric);
    }

    /** What came of a step. */
    public record Turn(SeriesState state, List<DriftSignal> signals) {
        static Turn quiet(SeriesState state) {
            return new Turn(state, List.of());
        }

        Turn after(Stream<DriftSignal> earlier) {
            return new Turn(state, Stream.concat(earlier, signals.stream()).toList());
        }
    }

    /** A step of too few answers changes nothing, and neither do its parts. */
    public Turn next(SeriesState state, SegmentStep segmentStep) {
        if (metric.equals(VOLUME)) {
            return count(state, segmentStep);
        }
        Optional<Step> measured = segmentStep.measured(metric).filter(point -> point.n() >= rules.minimumN());
        if (measured.isEmpty()) {
            return Turn.quiet(state);
        }
        Step step = measured.get();
        Double objective = rules.objectives().get(metric);
        return objective == null
                ? use(state, step, segmentStep.parts(metric))
                : new ObjectiveWatch(segment, metric, objective).next(state, step);
    }

    /** Of counts few are news too, and a step that nobody told of is one of none. */
    private Turn count(SeriesState before, SegmentStep segmentStep) {
        Optional<Step> counted = segmentStep.counted(metric);
        if (counted.isEmpty()) {
            return Turn.quiet(before);
        }
        Turn turn = Turn.quiet(before);
        Instant start = before.measuredTo().orElse(segmentStep.from());
        for (; start.isBefore(segmentStep.from()); start = start.plus(rules.step())) {
            turn = use(turn.state(), segmentStep.nothing(start), Map.of()).after(turn.signals().stream());
        }
        return use(turn.state(), counted.get(), segmentStep.counts(metric)).after(turn.signals().stream());
    }

    private Turn use(SeriesState state, Step step, Map<String, Reading> parts) {
        DriftState silent = state.drift() != null && state.drift().silent() ? state.drift() : null;
        Turn turn = judge(move(heard(state), step, parts), step);
        boolean lasts =
                silent != null && turn.state().drift() != null && turn.signals().isEmpty();
        return lasts ? turn.after(Stream.of(signals.of(turn.state(), DriftPhase.DRIFTED, step.asOf()))) : turn;
    }

    /** How the score stands at a step, while a drift lasts; empty where there is none, or too little was measured. */
    public Optional<LastingDrift> lasting(SeriesState state, SegmentStep segmentStep) {
        DriftState drift = state.drift();
        if (drift == null || drift.silent()) {
            return Optional.empty();
        }
        return segmentStep
                .measured(metric)
                .filter(step -> metric.equals(VOLUME) || step.n() >= rules.minimumN())
                .map(step -> new LastingDrift(
                        segment,
                        metric,
                        drift.direction(),
                        step.from(),
                        step.to(),
                        step.asOf(),
                        step.value(),
                        step.n()));
    }

    /** What moved the score in a direction, by the steps that stand apart or by the drift that lasts; empty when neither is there. */
    public List<Driver> drivers(SeriesState state, Direction direction) {
        Excursion apart = direction == Direction.UP ? state.above() : state.below();
        if (apart != null && !apart.level().isEmpty()) {
            return Parts.drivers(
                    state.before().without(apart.level()),
                    Parts.without(state.partsBefore(), apart.parts()),
                    apart,
                    metric.equals(VOLUME));
        }
        DriftState drift = state.drift();
        if (drift == null || drift.direction() != direction || state.before().isEmpty()) {
            return List.of();
        }
        Excursion since = new Excursion(
                drift.since(),
                drift.steps(),
                state.before(),
                Level.NONE.with(drift.from(), state.before().n(), 0),
                0,
                state.partsBefore());
        Map<String, Level> before = drift.partsBefore() == null ? Map.of() : drift.partsBefore();
        return Parts.drivers(drift.before(), before, since, metric.equals(VOLUME));
    }

    private static SeriesState heard(SeriesState state) {
        return state.drift() == null ? state : state.withDrift(state.drift().silent(false));
    }

    /** When it will be told that nothing is measured any more; only of a drift that lasts, and once. */
    public Optional<Instant> silentFrom(SeriesState state) {
        return state.drift() == null || state.drift().silent()
                ? Optional.empty()
                : state.measuredTo().map(last -> last.plus(patience(state)));
    }

    /** Where nights or few answers are usual, silence is news later. */
    private Duration patience(SeriesState state) {
        double steps = rules.noDataAfter() / state.normal().pace().share(rules.step());
        Duration usual = Duration.ofMillis(Math.round(rules.step().toMillis() * steps));
        return usual.compareTo(rules.forgetAfter()) < 0 ? usual : rules.forgetAfter();
    }

    /** Nothing has been measured for a while; told once, and only of a drift that lasts. */
    public Turn silent(SeriesState state, Instant at) {
        if (state.drift() == null || state.drift().silent()) {
            return Turn.quiet(state);
        }
        return new Turn(
                state.withDrift(state.drift().silent(true)), List.of(signals.of(state, DriftPhase.NO_DATA, at)));
    }

    /** The series has had no step for so long that it is forgotten; a drift that lasts is over with it. */
    public Optional<DriftSignal> forget(SeriesState state, Instant at) {
        return Optional.ofNullable(state.drift()).map(drift -> signals.of(state, DriftPhase.SETTLED, at));
    }

    private SeriesState move(SeriesState state, Step step, Map<String, Reading> parts) {
        NormalState known = state.normal();
        Normal.Standing standing = normal.judge(known, step);
        DriftChart chart = rules.chart(metric, known);
        Sums sums = standing.judged() ? chart.next(state.chart(), standing.score()) : state.chart();
        long n = Math.max(1, step.n());
        return new SeriesState(
                normal.learn(known, step, standing),
                sums,
                excursion(state.above(), sums.high() > 0, step, standing, known, parts),
                excursion(state.below(), sums.low() > 0, step, standing, known, parts),
                state.before().with(step.value(), n, Math.max(known.deviation(), step.standardError())),
                Parts.with(state.partsBefore(), parts),
                drift(state, step),
                state.burn());
    }

    private static @Nullable Excursion excursion(
            @Nullable Excursion before,
            boolean apart,
            Step step,
            Normal.Standing standing,
            NormalState known,
            Map<String, Reading> parts) {
        if (!apart || !standing.judged()) {
            return apart ? before : null;
        }
        return (before == null ? Excursion.from(step.from()) : before).with(step, standing, known.deviation(), parts);
    }

    /** Whether the score is where it was before, as a test of the level before against the level since. */
    private @Nullable DriftState drift(SeriesState state, Step step) {
        DriftState drift = state.drift();
        if (drift == null) {
            return null;
        }
        return drift.stepped(Return.evidence(drift, state.normal(), normal, step));
    }

    private Turn judge(SeriesState state, Step step) {
        DriftState drift = state.drift();
        if (drift != null && Return.isBack(drift, state.normal())) {
            return end(state, drift, step.asOf());
        }
        Optional<Direction> direction = rules.chart(metric, state.normal()).signal(state.chart());
        if (direction.isPresent()) {
            Excursion excursion = direction.get() == Direction.UP ? state.above() : state.below();
            boolean matters = excursion != null && Math.abs(excursion.shift()) >= rules.smallestShift(metric);
            return excursion == null || !matters ? Turn.quiet(state) : moved(state, direction.get(), excursion, step);
        }
        return drift != null && drift.steps() >= rules.newLevelAfter() ? settle(state, step.asOf()) : Turn.quiet(state);
    }

    private Turn moved(SeriesState state, Direction direction, Excursion excursion, Step step) {
        DriftState drift = state.drift();
        if (drift == null) {
            return begin(state, direction, excursion, step);
        }
        double now = state.normal().level() + excursion.shift();
        boolean back = drift.direction() != direction
                && Math.abs(now - drift.levelBefore()) <= Math.abs(now - drift.levelSince());
        if (back) {
            return end(state, drift, step.asOf());
        }
        Turn settled = settle(state, step.asOf());
        return begin(settled.state(), direction, excursion, step).after(settled.signals().stream());
    }

    private Turn begin(SeriesState state, Direction direction, Excursion excursion, Step step) {
        NormalState before = state.normal();
        Level answers = state.before().without(excursion.level());
        Map<String, Level> parts = Parts.without(state.partsBefore(), excursion.parts());
        double levelSince = before.level() + excursion.shift();
        DriftState drift = new DriftState(
                DerivedId.of("drift", segment.key(), metric, step.asOf().toEpochMilli()),
                direction,
                excursion.since(),
                excursion.expected().mean(),
                excursion.level().mean(),
                before.withoutHistory(),
                levelSince,
                0,
                0,
                answers,
                parts,
                false);
        NormalState moved = normal.moved(before, excursion.since(), levelSince, excursion.steps());
        DriftSignal signal = signals.begun(
                drift,
                excursion,
                before,
                Parts.drivers(answers, parts, excursion, metric.equals(VOLUME)),
                rules.chart(metric, before).detector(),
                step.asOf());
        return new Turn(state.afresh(moved, excursion.level(), excursion.parts(), drift), List.of(signal));
    }

    private Turn end(SeriesState state, DriftState drift, Instant at) {
        NormalState before = Objects.requireNonNull(drift.normalBefore());
        NormalState back = normal.back(state.normal(), before, drift.since());
        Map<String, Level> parts = drift.partsBefore() == null ? Map.of() : drift.partsBefore();
        return new Turn(
                state.afresh(back, drift.before(), parts, null), List.of(signals.of(state, DriftPhase.ENDED, at)));
    }

    private Turn settle(SeriesState state, Instant at) {
        return new Turn(state.withDrift(null), List.of(signals.of(state, DriftPhase.SETTLED, at)));
    }
}
