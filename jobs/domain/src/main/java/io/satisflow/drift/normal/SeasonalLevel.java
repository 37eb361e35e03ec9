package io.satisflow.drift.normal;

import io.satisflow.drift.detector.Detector;
import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.detector.Step;
import io.satisflow.drift.detector.TabularCusum;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A CUSUM of how far steps stand from the usual level of their hour of the week. Levels are medians, drawn towards the hour
 * of the day where few weeks are known; days off have their own. Until three weeks are known, hours of the day and days off
 * are all that serves, and {@link State#isWeekly} says so.
 *
 * @param minimum steps that are learnt from before anything is said
 * @param slack k, in standard deviations
 * @param decision h, in standard deviations
 */
public record SeasonalLevel(int minimum, double slack, double decision, WeekClock clock)
        implements Detector<SeasonalLevel.State> {
    /** A step further apart counts as so many standard deviations: one outlier is no shift. */
    private static final double FAR = 4;

    /** @param judged the last step was held against the level */
    public record State(NormalState normal, TabularCusum.Sums sums, boolean judged) {
        /** Whether three weeks are known. */
        public boolean isWeekly() {
            return normal.profile().isWeekly();
        }
    }

    private Normal normal() {
        return new Normal(minimum, Duration.ZERO, clock, true);
    }

    private TabularCusum chart() {
        return new TabularCusum(0, slack, decision);
    }

    @Override
    public State start() {
        return new State(NormalState.NOTHING, TabularCusum.NOTHING, false);
    }

    @Override
    public State next(State state, Step step) {
        Normal.Standing standing = normal().judge(state.normal(), step);
        boolean shifted = signal(state).isPresent();
        // What has been found to be apart must not become the level that it is held against.
        NormalState learnt = shifted ? state.normal() : normal().learn(state.normal(), step, standing);
        if (!standing.judged()) {
            return new State(learnt, state.sums(), false);
        }
        double deviation = Math.max(Double.MIN_NORMAL, state.normal().deviation());
        double distance = Math.max(-FAR, Math.min(FAR, standing.surprise() / deviation));
        return new State(learnt, chart().next(state.sums(), distance), true);
    }

    /** The larger of both sums, in standard deviations. */
    @Override
    public OptionalDouble statistic(State state) {
        return state.judged ? chart().statistic(state.sums()) : OptionalDouble.empty();
    }

    @Override
    public Optional<Direction> signal(State state) {
        return state.judged ? chart().signal(state.sums()) : Optional.empty();
    }
}
