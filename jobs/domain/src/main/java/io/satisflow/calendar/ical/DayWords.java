package io.satisflow.calendar.ical;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of whoever imports. They are looked for in all that an event says of itself: its name, its description, its
 * categories, its place.
 *
 * @param ignore events that are left aside, whatever else is said of them
 * @param makeUp make-up days; null for the usual words, in names alone
 * @param holiday days off; then all that is no make-up day and does not say so is left aside
 */
public record DayWords(
        @Nullable Pattern ignore,
        @Nullable Pattern makeUp,
        @Nullable Pattern holiday) {

    public static DayWords usual() {
        return new DayWords(null, null, null);
    }

    /** @throws java.util.regex.PatternSyntaxException when one is not a regular expression */
    public static DayWords of(@Nullable String ignore, @Nullable String makeUp, @Nullable String holiday) {
        return new DayWords(pattern(ignore), pattern(makeUp), pattern(holiday));
    }

    private static @Nullable Pattern pattern(@Nullable String regex) {
        return regex == null ? null : Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** What these words decide; empty when they leave it open. */
    Optional<DayJudgement> verdict(FeedEvent event) {
        if (ignore != null && says(event, ignore)) {
            return Optional.of(DayJudgement.aside("--ignore says so"));
        }
        if (makeUp != null && says(event, makeUp)) {
            return Optional.of(DayJudgement.makeUp("--makeup says so"));
        }
        if (holiday == null) {
            return Optional.empty();
        }
        if (says(event, holiday)) {
            return Optional.of(DayJudgement.off("--holiday says so"));
        }
        boolean usualMakeUp = makeUp == null && NameWords.isMakeUpDay(event.name());
        return Optional.of(
                usualMakeUp
                        ? DayJudgement.makeUp("its name says so")
                        : DayJudgement.aside("--holiday does not say so"));
    }

    private static boolean says(FeedEvent event, Pattern words) {
        return event.words().anyMatch(each -> words.matcher(each).find());
    }
}
