package io.satisflow.local.replay.books;

import io.satisflow.channel.record.RefusalReason;
import io.satisflow.local.replay.feed.FeedForecast.Refusals;
import io.satisflow.local.replay.feed.FeedPlan;
import io.satisflow.local.replay.feed.UsedParts.Loss;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How much of a file could not be used.
 *
 * @param tooLate accepted, but in no window
 * @param usedIdAgain accepted, but under an id that stands for something else of long before
 */
public record RefusedShare(FeedPlan plan, long accepted, long refused, long tooLate, long usedIdAgain) {
    private static final int PERCENT = 100;

    /**
     * Why the results are not to be relied on.
     *
     * @param mostRefused the share, from 0 to 1, that may be lost of the rows, and of the answers to each question
     */
    public Optional<String> failure(double mostRefused) {
        return ofRows(mostRefused).or(() -> ofParts(mostRefused));
    }

    /** What is lost of rows that are used otherwise does not show in the share of the rows. */
    private Optional<String> ofParts(double mostRefused) {
        return plan.forecast().parts().losses().stream()
                .filter(loss -> loss.share() > mostRefused)
                .max(Comparator.comparing(Loss::share))
                .map(loss -> String.format(
                        Locale.ROOT,
                        "%,d of %,d values of %s could not be used, %.1f %%, more than the %.0f %% that --max-refused allows; the first, row %d: %s",
                        loss.refused(),
                        loss.of(),
                        loss.part(),
                        loss.share() * PERCENT,
                        mostRefused * PERCENT,
                        loss.row(),
                        loss.message()));
    }

    private Optional<String> ofRows(double mostRefused) {
        if (plan.rowCount() == 0) {
            return Optional.of(
                    plan.forecast().leftOut() > 0
                            ? "Every row occurred after --until; choose a later one."
                            : "The file holds no row; is it the right one?");
        }
        if (accepted == 0) {
            return Optional.of("Nothing was accepted of %,d rows: %s".formatted(plan.rowCount(), causes()));
        }
        long asked = accepted + refused;
        long lost = refused + tooLate + usedIdAgain;
        double share = (double) lost / asked;
        return share <= mostRefused
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%,d of %,d rows could not be used, %.1f %%, more than the %.0f %% that --max-refused allows: %s",
                        lost,
                        asked,
                        share * PERCENT,
                        mostRefused * PERCENT,
                        causes()));
    }

    /** The most frequent cause, once, with its remedy. */
    private String causes() {
        if (usedIdAgain > refused + tooLate) {
            return "their ids stood for something else long before (edit_too_late); %s"
                    .formatted(FeedbackFates.OWN_IDS);
        }
        if (refused == 0 && tooLate > 0) {
            return plan.isByTime()
                    ? "what is said in them is dated long before the last that their row tells, by which rows go; let occurred_at"
                            + " be the last time of a row, or keep a longer window in windows"
                    : "they became known too late for any window, since the mapping says arrival: file; without it, rows go by"
                            + " their times. Or keep a longer window in windows";
        }
        return plan.forecast().refusals().entrySet().stream()
                .max(Comparator.comparing(entry -> entry.getValue().count()))
                .map(RefusedShare::cause)
                .orElse("the mapping leaves all of them out (%s); look at ignore and feedback.when"
                        .formatted(String.join(", ", plan.forecast().ignored().keySet())));
    }

    private static String cause(Map.Entry<String, Refusals> entry) {
        String cause = String.format(
                Locale.ROOT,
                "%,d %s, the first in row %d: %s",
                entry.getValue().count(),
                entry.getKey(),
                entry.getValue().row(),
                entry.getValue().message());
        return entry.getKey().equals(RefusalReason.NOT_UTF8.wireName())
                ? cause
                        + ". If the file is in another encoding, name it with --encoding, or with file: {encoding: ..} in the"
                        + " mapping, such as windows-1252, GB18030, Big5 or Shift_JIS"
                : cause;
    }
}
