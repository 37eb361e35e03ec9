package io.satisflow.drift.normal;

import io.satisflow.drift.detector.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Learns what is normal for a series while it goes, and says how surprising a step is.
 *
 * <p>A step is expected to stand at the level, moved by the rhythm of its hour, and by that part of the last step's distance
 * which the autocorrelation carries on. What it stands apart from that is its surprise. The level goes on being learnt from
 * every step, so its error is no lasting shift; each surprise is scaled for what was known of the level then (Hawkins,
 * Self-starting cusum charts, 1987), and turned into a normal score by its rank among those before it.
 *
 * @param baseline steps that are learnt from before any is judged
 * @param baselineTime that they lie in at least, and two days of each kind; nothing where steps alone decide
 * @param clock of the rhythm
 * @param ranked whether scores are by rank, which keeps the promise of false alarms; otherwise they are in standard
 *     deviations, and what is far apart is not learnt from
 */
public record Normal(int baseline, Duration baselineTime, WeekClock clock, boolean ranked) {
    /** Ranks among so many: enough for scores beyond 2.9. */
    private static final int SURPRISES = 400;

    /** A level that has been learnt from so many steps follows slow change, for 4 weeks of hours. */
    private static final long SLOWEST = 672;

    private static final long HOURS_TO_FIT_AGAIN = 24;

    /** Of workdays, and of days off. */
    private static final Duration KNOWN_DAYS = Duration.ofDays(2);

    /** Of standard deviations: what is further apart counts as that for level and spread. */
    private static final double FAR = 3;

    private static final int FEWEST_RANKS = 8;
    private static final double MUCH = 0.9;

    /** Of a median distance to a standard deviation, for the normal distribution. */
    private static final double TO_DEVIATION = 1.4826;

    /** Of the level: what stood still so far counts as varying by so little. */
    private static final double LEAST = 1e-9;

    /**
     * How a step stands.
     *
     * @param expected without what the last step tells of it, in the unit of the metric
     * @param distance of the step from that
     * @param surprise what of it was not to be expected, scaled for how well level and step are known
     * @param score normal score of the surprise; 0 while nothing is judged
     * @param judged enough is known for it
     */
    public record Standing(double expected, double distance, double surprise, double score, boolean judged) {}

    public Standing judge(NormalState state, Step step) {
        double expected = state.level() + state.profile().offset(clock, step.from());
        double distance = step.value() - expected;
        double carried = follows(state, step) ? state.autocorrelation().coefficient() * state.lastDistance() : 0;
        double surprise = (distance - carried) * certainty(state, step);
        boolean judged =
                knowsKindOfDay(state, step) && isPastBaseline(state, step) && state.surprises().length >= FEWEST_RANKS;
        double score = judged ? score(state, surprise) : 0;
        return new Standing(expected, distance, surprise, score, judged);
    }

    private double score(NormalState state, double surprise) {
        return ranked
                ? NormalScores.score(state.surprises(), surprise)
                : surprise / Math.max(state.deviation(), LEAST * Math.max(1, Math.abs(state.level())));
    }

    private static boolean follows(NormalState state, Step step) {
        return state.lastTo() != null && state.lastTo() == step.from().toEpochMilli();
    }

    /** A level of few steps, and a step of fewer answers than usual, are less certain. */
    private static double certainty(NormalState state, Step step) {
        double level = (double) state.steps() / (state.steps() + 1);
        double more = step.standardError() * step.standardError() - state.errorVariance();
        double answers = more <= 0 || state.variance() <= 0 ? 1 : state.variance() / (state.variance() + more);
        return Math.sqrt(level * answers);
    }

    /** Nobody knows a first weekend: its steps are only kept until there are two days of them. */
    private boolean knowsKindOfDay(NormalState state, Step step) {
        boolean off = clock.isDayOff(step.from());
        long seen = off ? state.dayOffSteps() : state.workdaySteps();
        long stepsInDays =
                Math.max(1, KNOWN_DAYS.toMillis() / Math.max(1, length(step).toMillis()));
        return seen >= Math.min(baseline, stepsInDays)
                && (baselineTime.isZero() || state.history().knowsDays(KNOWN_DAYS.toDays(), off, step.from()));
    }

    /** Steps of too few answers are none, so a quiet series has its days behind it long before a day's worth of steps. */
    private boolean isPastBaseline(NormalState state, Step step) {
        return state.workdaySteps() + state.dayOffSteps() >= baseline
                && state.history().reaches(baselineTime, step.from());
    }

    private static Duration length(Step step) {
        return Duration.between(step.from(), step.to());
    }

    public NormalState learn(NormalState state, Step step, Standing standing) {
        boolean off = clock.isDayOff(step.from());
        boolean first = !knowsKindOfDay(state, step) && isPastBaseline(state, step);
        boolean far = !ranked && isPastBaseline(state, step) && Math.abs(standing.score()) > FAR;
        NormalState learnt = first || far ? keep(state, step) : learnAll(state, step, standing);
        return fitDaily(learnt.seen(off, step), step);
    }

    private NormalState keep(NormalState state, Step step) {
        return state.with(state.history().with(step.from(), step.value() - state.level(), clock));
    }

    private NormalState learnAll(NormalState state, Step step, Standing standing) {
        double deviation = state.deviation();
        double near = state.surprises().length < FEWEST_RANKS || deviation <= 0
                ? standing.distance()
                : Math.max(-FAR * deviation, Math.min(FAR * deviation, standing.distance()));
        double weight = 1.0 / (Math.min(state.steps(), SLOWEST) + 1);
        double error = step.standardError() * step.standardError();
        double level = state.steps() == 0 ? step.value() : state.level() + weight * near;
        return new NormalState(
                state.steps() + 1,
                level,
                // Of the first step nothing is known to be apart from; each other one is so from a level of n steps.
                state.steps() == 0
                        ? 0
                        : state.variance()
                                + (near * near * state.steps() / (state.steps() + 1) - state.variance())
                                        / Math.max(1, Math.min(state.workdaySteps() + state.dayOffSteps(), SLOWEST)),
                state.errorVariance() + weight * (error - state.errorVariance()),
                state.history().with(step.from(), step.value() - level, clock),
                state.profile(),
                state.steps() == 0
                        ? state.surprises()
                        : NormalScores.append(state.surprises(), standing.surprise(), SURPRISES),
                follows(state, step) && state.steps() > 1
                        ? state.autocorrelation().with(state.lastDistance(), near)
                        : state.autocorrelation(),
                step.to().toEpochMilli(),
                near,
                state.fittedTo(),
                state.workdaySteps(),
                state.dayOffSteps(),
                state.pace());
    }

    private NormalState fitDaily(NormalState state, Step step) {
        long hour = step.from().getEpochSecond() / 3600;
        if (length(step).toHours() > 12
                || hour < state.fittedTo() + HOURS_TO_FIT_AGAIN
                || state.history().size() < HOURS_TO_FIT_AGAIN) {
            return state;
        }
        WeekProfile fitted = WeekProfileFit.of(state.history());
        double before = spread(state, state.profile());
        double after = spread(state, fitted);
        // A fit explains a little of pure chance too; only what is more than that changes how surprising past steps
        // were.
        double ratio = before > 0 && after < MUCH * before ? after / before : 1;
        boolean weekends = state.dayOffSteps() > state.workdaySteps();
        double higher = state.profile().mean(weekends) - fitted.mean(weekends);
        float[] surprises = state.surprises().clone();
        for (int i = 0; i < surprises.length; i++) {
            surprises[i] *= (float) ratio;
        }
        return new NormalState(
                state.steps(),
                state.level() + higher,
                state.variance() * ratio * ratio,
                state.errorVariance(),
                state.history().lowered(Instant.EPOCH, higher),
                fitted,
                surprises,
                ratio < 1 ? relearnt(state, fitted, FAR * TO_DEVIATION * after) : state.autocorrelation(),
                state.lastTo(),
                state.lastDistance(),
                hour,
                state.workdaySteps(),
                state.dayOffSteps(),
                state.pace());
    }

    /** What the rhythm explains is no memory of the series. Known for steps of an hour and more; shorter ones learn on. */
    private static Autocorrelation relearnt(NormalState state, WeekProfile profile, double far) {
        WeekHistory history = state.history();
        if (state.autocorrelation().pairs() > history.size() + 1) {
            return state.autocorrelation();
        }
        Autocorrelation learnt = Autocorrelation.NOTHING;
        double last = 0;
        for (int i = 0; i < history.size(); i++) {
            double distance = history.distances()[i] - profile.offset(history.slot(i));
            double near = Math.max(-far, Math.min(far, distance));
            learnt = i == 0 ? learnt : learnt.with(last, near);
            last = near;
        }
        return learnt;
    }

    private static double spread(NormalState state, WeekProfile profile) {
        WeekHistory history = state.history();
        double[] apart = new double[history.size()];
        for (int i = 0; i < apart.length; i++) {
            apart[i] = Math.abs(history.distances()[i] - profile.offset(history.slot(i)));
        }
        Arrays.sort(apart);
        return apart.length == 0 ? 0 : apart[apart.length / 2];
    }

    /**
     * The level has moved: what was learnt since then is of the new one.
     *
     * @param since the step that the new level began with
     * @param level the mean of the steps since, without the rhythm
     * @param steps since then
     */
    public NormalState moved(NormalState state, Instant since, double level, int steps) {
        int kept = Math.max(0, state.surprises().length - steps);
        return new NormalState(
                steps,
                level,
                state.variance(),
                state.errorVariance(),
                state.history().lowered(since, level - state.level()),
                state.profile(),
                Arrays.copyOf(state.surprises(), kept),
                state.autocorrelation(),
                state.lastTo(),
                state.lastDistance() - (level - state.level()),
                state.fittedTo(),
                state.workdaySteps(),
                state.dayOffSteps(),
                state.pace());
    }

    /**
     * The score is back where it was: what was normal then is so again.
     *
     * @param before as it was when the drift was told
     * @param since when the drift began
     */
    public NormalState back(NormalState state, NormalState before, Instant since) {
        return new NormalState(
                before.steps(),
                before.level(),
                before.variance(),
                before.errorVariance(),
                state.history().lowered(since, before.level() - state.level()),
                state.profile(),
                before.surprises(),
                before.autocorrelation(),
                state.lastTo(),
                state.lastDistance() + state.level() - before.level(),
                state.fittedTo(),
                state.workdaySteps(),
                state.dayOffSteps(),
                state.pace());
    }
}
