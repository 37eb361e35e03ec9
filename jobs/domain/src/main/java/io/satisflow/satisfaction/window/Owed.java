package io.satisflow.satisfaction.window;

import io.satisflow.satisfaction.score.Audience;

/**
 * What has changed in a window and has not been told yet, since its {@link TellingPace} lets it wait.
 *
 * @param step those who draw it do not know
 * @param present those who watch it do not know
 * @param answers that have come since those who watch it were told
 * @param toldAt when they were told last, epoch milliseconds; the lowest number for never
 */
public record Owed(boolean step, boolean present, long answers, long toldAt) {
    /** Who looks at a score must not see one that a tenth of its answers are missing from. */
    private static final long NOTABLE_PART = 10;

    public static final Owed NOTHING = new Owed(false, false, 0, Long.MIN_VALUE);

    boolean isAnything() {
        return step || present;
    }

    /**
     * @param forSteps whether a correction may let the next step differ from the one that was told
     * @param more answers that have come
     */
    Owed with(boolean changed, boolean forSteps, long more) {
        return new Owed(step || changed || forSteps, present || changed, answers + more, toldAt);
    }

    /**
     * Who is told at this step.
     *
     * @param held answers that are in the window
     */
    Audience audience(RollingWindow window, long at, long held) {
        return Audience.of(step && window.pace().isStep(at), present && isTurn(window, at, held));
    }

    Owed told(Audience audience, RollingWindow window, long at) {
        boolean isWaitedFor = window.pace().present().compareTo(window.step()) > 0;
        boolean isStepOpen = step && !audience.isOfSteps();
        return audience.isOfPresent() || !isWaitedFor
                ? new Owed(isStepOpen, false, 0, isWaitedFor ? at : Long.MIN_VALUE)
                : new Owed(isStepOpen, present, answers, toldAt);
    }

    private boolean isTurn(RollingWindow window, long at, long held) {
        return window.pace().isPresent(at, toldAt)
                || answers >= window.pace().answers()
                || answers * NOTABLE_PART >= held;
    }

    /** The next step at which somebody has to be told; the highest number when nothing is owed. */
    long due(RollingWindow window, long after) {
        long due = step ? window.pace().nextStep(after + 1) : Long.MAX_VALUE;
        return present ? Math.min(due, window.pace().nextPresent(after + 1)) : due;
    }
}
