package io.satisflow.channel.draft.rating;

import io.satisflow.channel.draft.column.SampledField;
import io.satisflow.channel.draft.text.DraftText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The scale that answers lie on, as far as they show it. The ends may not have been used, so it is a guess.
 *
 * @param why it is taken for that
 */
record ScaleGuess(String question, int min, int max, String why) {
    private static final int FIVE = 5;
    private static final int SEVEN = 7;
    private static final int TEN = 10;
    private static final int HUNDRED = 100;
    private static final double HALF = 0.5;
    private static final Pattern STARS = Pattern.compile("(?:.*[^a-z])?stars?(?:_?rating)?(?:[^a-z].*)?");
    private static final Pattern CES = Pattern.compile(
            "(?:.*[^a-z])?(?:ces|effort|(?:how|it|was|is|so)[ _-]easy|easy[ _-](?:was|is|did|has))(?:[^a-z].*)?|easy|.*(?:费力|省力).*");

    /** @param isNps whether it asks for a recommendation */
    static ScaleGuess of(SampledField field, boolean isNps, DraftText text) {
        GivenAnswers answers = GivenAnswers.of(field);
        double uncommon = answers.share(answer -> answer < 0 || answer > TEN);
        if (isNps && (uncommon < HALF || answers.share(answer -> answer > TEN) == 0)) {
            return new ScaleGuess("nps", 0, TEN, text.say("they answer how likely a recommendation is"));
        }
        // A code for no opinion, or a slip, makes no scale of a hundred.
        double[] usual = answers.numbers()
                .filter(answer -> uncommon > GivenAnswers.FEW || (answer >= 0 && answer <= TEN))
                .sorted()
                .toArray();
        double lowest = usual.length == 0 ? 0 : usual[0];
        double highest = usual.length == 0 ? 0 : usual[usual.length - 1];
        int max = highest <= FIVE ? FIVE : highest <= SEVEN ? SEVEN : highest <= TEN ? TEN : HUNDRED;
        int min = max == HUNDRED || lowest < 1 ? 0 : 1;
        return new ScaleGuess(
                questionOf(field),
                min,
                max,
                text.say("GUESSED from %s to %s in this sample: correct its ends", shown(lowest), shown(highest)));
    }

    /** Whether an answer lies on it; others will be refused. */
    boolean holds(double answer) {
        return answer >= min && answer <= max;
    }

    /** The answers that do not lie on it. */
    List<String> outside(GivenAnswers answers) {
        return answers.numbers()
                .filter(answer -> !holds(answer))
                .distinct()
                .sorted()
                .mapToObj(ScaleGuess::shown)
                .toList();
    }

    /** A place that is easy to find is no question of effort. */
    static boolean isOfEffort(SampledField field) {
        return CES.matcher(field.words()).matches();
    }

    static String questionOf(SampledField field) {
        if (STARS.matcher(field.name()).matches()) {
            return "stars";
        }
        return isOfEffort(field) ? "ces" : "csat";
    }

    private static String shown(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
