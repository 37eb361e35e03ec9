package io.satisflow.local.replay;

import io.satisflow.local.replay.feed.FeedForecast;
import io.satisflow.local.replay.feed.FeedPlan;
import io.satisflow.local.terminal.VisibleText;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the user where a replay is, a line now and then. */
public final class ReplayProgress {
    private static final long PACE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private final PrintWriter out;
    private final long beganNanos = System.nanoTime();
    private long startedNanos = beganNanos;
    private long toldNanos;
    private long rows;
    private boolean toldSilent;
    private @Nullable String toldLast;

    public ReplayProgress(PrintWriter out) {
        this.out = out;
    }

    /** @param finished whether an earlier run has written its summary */
    void began(boolean takenUp, boolean finished) {
        out.println(
                finished
                        ? "This replay was finished before; its books are gone through once more."
                        : takenUp ? "Going on where the last run in this directory stopped." : "Reading the file.");
    }

    void planned(FeedPlan plan, String next) {
        rows = plan.rowCount();
        tellLosses(plan.forecast());
        if (plan.forecast().leftOut() > 0) {
            say(
                    "Note: %,d rows occurred after --until and are not fed.",
                    plan.forecast().leftOut());
        }
        if (plan.forecast().byDay() > 0) {
            say(
                    "Note: %,d rows tell their day alone; they count from the start of that day.",
                    plan.forecast().byDay());
        }
        say("%,d rows up to %s; %s.", rows, plan.end(), next);
    }

    /** What the mapping refuses or leaves out, before anybody waits for a result. */
    private void tellLosses(FeedForecast forecast) {
        forecast.refusals()
                .forEach((reason, refusals) -> say(
                        "Note: %,d of %,d rows are refused as %s; the first, row %d: %s",
                        refusals.count(), rows, reason, refusals.row(), VisibleText.of(refusals.message())));
        forecast.parts()
                .losses()
                .forEach(loss -> say(
                        "Note: %,d of %,d values of %s are refused, in rows that are used otherwise; the first, row %d: %s",
                        loss.refused(),
                        loss.of(),
                        VisibleText.of(loss.part()),
                        loss.row(),
                        VisibleText.of(loss.message())));
        forecast.ignored()
                .forEach((reason, count) -> say("Note: %,d of %,d rows are left out (%s).", count, rows, reason));
    }

    private void say(String sentence, Object... values) {
        out.println(String.format(Locale.ROOT, sentence, values));
    }

    /** Something that the reader of the results should know. */
    public void note(String sentence) {
        out.println("Note: " + VisibleText.of(sentence) + ".");
    }

    void started() {
        startedNanos = System.nanoTime();
        out.printf(Locale.ROOT, "Started in %.1f s.%n", seconds(beganNanos, startedNanos));
    }

    void at(long fed, Optional<Instant> readUpTo, long records) {
        if (System.nanoTime() - toldNanos < PACE_NANOS) {
            return;
        }
        String line = String.format(
                Locale.ROOT,
                "  fed %,d of %,d rows, %,d records committed%s",
                fed,
                rows,
                records,
                readUpTo.map(time -> ", everything up to " + time).orElse(""));
        if (!line.equals(toldLast)) {
            out.println(line);
            toldLast = line;
        }
        toldNanos = System.nanoTime();
    }

    /** Says once, when it has become likely, that jobs are not there. */
    void waitingFor(Set<String> silentJobs) {
        boolean isLong = System.nanoTime() - startedNanos > PATIENCE_NANOS;
        if (!toldSilent && isLong && !silentJobs.isEmpty()) {
            out.printf(
                    "Still no word from %s. Have the jobs been submitted, with the same --channel and --config?%n",
                    String.join(", ", silentJobs));
            toldSilent = true;
        }
    }

    /** The last line, once the results are written. */
    public void finished() {
        long now = System.nanoTime();
        out.printf("Done: start %.1f s, run %.1f s.%n", seconds(beganNanos, startedNanos), seconds(startedNanos, now));
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
