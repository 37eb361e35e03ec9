package io.satisflow.channel.draft;

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
    private static final Pattern STARS = Pattern.compile("(?:.*[^a-z])?stars?(?:_?rating)?(?:[^a-z].*)?");
    private static final Pattern CES = Pattern.compile("(?:.*[^a-z])?ces(?:[^a-z].*)?");

    /** @param isNps whether it asks for a recommendation */
    static ScaleGuess of(SampledField field, boolean isNps, DraftText text) {
        double highest =
                field.values().stream().mapToDouble(ScaleGuess::number).max().orElse(0);
        double lowest =
                field.values().stream().mapToDouble(ScaleGuess::number).min().orElse(0);
        if (isNps && highest <= TEN) {
            return new ScaleGuess("nps", 0, TEN, text.say("they answer how likely a recommendation is"));
        }
        int max = highest <= FIVE ? FIVE : highest <= SEVEN ? SEVEN : highest <= TEN ? TEN : HUNDRED;
        int min = max == HUNDRED || lowest < 1 ? 0 : 1;
        return new ScaleGuess(
                questionOf(field),
                min,
                max,
                text.say("GUESSED from %s to %s in this sample: correct its ends", shown(lowest), shown(highest)));
    }

    static String questionOf(SampledField field) {
        if (STARS.matcher(field.name()).matches()) {
            return "stars";
        }
        return CES.matcher(field.name()).matches() ? "ces" : "csat";
    }

    private static double number(String value) {
        String digits = value.split("/")[0].strip().replace(',', '.');
        return digits.matches("-?\\d+(\\.\\d+)?")
                ? Double.parseDouble(digits)
                : value.chars().filter(c -> c == '★' || c == '⭐').count();
    }

    private static String shown(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
