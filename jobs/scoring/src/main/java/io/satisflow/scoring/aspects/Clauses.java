package io.satisflow.scoring.aspects;

import java.util.List;

/**
 * Where the clauses of a text end: at punctuation, at the end of a line, and before a word that turns against what was
 * said ("but", 但是). Such words are a closed class of grammar, as negators are.
 */
final class Clauses {
    private static final List<String> CONTRASTS = List.of(
            ("but however although though yet whereas while except " + "unfortunately otherwise 但 不过 不過 可是 然而 只是 可惜")
                    .split(" "));

    private static final String ASCII_STOPS = ".!?;,:()";
    private static final String WIDE_STOPS = "。！？；，：（）…～~";

    /** Shorter is no clause of its own; three letters of a spaced script say about as much as one of Chinese. */
    private static final int FEWEST_LETTERS = 3;

    private static final int SPACED_LETTERS_OF_ONE = 3;

    private final PhraseTrie contrasts = new PhraseTrie();
    private boolean contrast;

    Clauses() {
        CONTRASTS.forEach(word -> contrasts.add(word, 1));
    }

    /** Whether a contrast opens the clause that begins here. */
    boolean opensWithContrast(CharSequence text, int from, int end) {
        int start = from;
        while (start < end && Letters.isBlank(text.charAt(start))) {
            start++;
        }
        return start < end && isContrast(text, start, end);
    }

    /**
     * The end of the clause that begins here, exclusive. A stop after a word or two is taken for one in a list ("the food,
     * the service and the price were fine"), and passed over.
     *
     * @param end of the part to read, exclusive
     */
    int endOf(CharSequence text, int from, int end) {
        int letters = 0;
        int spacedLetters = 0;
        for (int at = from; at < end; at++) {
            char letter = text.charAt(at);
            boolean spaced = Letters.isPartOfSpacedWord(letter);
            boolean longEnough = letters + spacedLetters / SPACED_LETTERS_OF_ONE >= FEWEST_LETTERS;
            if (longEnough && isStop(text, at, end)) {
                return afterStops(text, at, end);
            }
            if (letters + spacedLetters > 0 && isContrast(text, at, end)) {
                return at;
            }
            spacedLetters += spaced ? 1 : 0;
            letters += !spaced && Character.isLetter(letter) ? 1 : 0;
        }
        return end;
    }

    private boolean isContrast(CharSequence text, int at, int end) {
        contrast = false;
        contrasts.phrasesAt(text, at, end, (things, until) -> contrast = true);
        return contrast;
    }

    private static boolean isStop(CharSequence text, int at, int end) {
        char letter = text.charAt(at);
        if (letter == '\n' || WIDE_STOPS.indexOf(letter) >= 0) {
            return true;
        }
        return ASCII_STOPS.indexOf(letter) >= 0 && (at + 1 == end || !Letters.isPartOfSpacedWord(text.charAt(at + 1)));
    }

    /** Closing marks and blanks belong to the clause before them. */
    private static int afterStops(CharSequence text, int at, int end) {
        int after = at;
        while (after < end
                && !Character.isLetterOrDigit(text.charAt(after))
                && !Character.isSurrogate(text.charAt(after))) {
            after++;
        }
        return after;
    }
}
