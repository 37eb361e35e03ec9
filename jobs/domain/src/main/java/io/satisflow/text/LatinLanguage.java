package io.satisflow.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Tells languages of Latin letters apart by which letters follow which: a Markov model of letters for each of some thirty
 * languages. What is not clearly one of them has no answer. Reads word by word and stops when it is sure, so a long text
 * costs what a short one does. May be asked by any number of threads.
 */
final class LatinLanguage {
    private static final String TABLE = "latin-languages.bin";
    private static final String ENGLISH = "en";
    private static final char EDGE = ' ';

    /** English must be so much likelier than any other language: about five times. */
    private static final int MARGIN_FOR_ENGLISH = 20;

    /** Nothing is scored in other languages, so naming one wrongly helps nobody: about four hundred times. */
    private static final int MARGIN_FOR_OTHERS = 6 * LetterTable.UNITS;

    /** What an everyday word of English adds to what its letters say: four or five times. */
    private static final int EVERYDAY_WORD = 18;

    /** What two words or more add when all of them are such. */
    private static final int EVERYDAY_WORDS_ALONE = 24;

    /** What follows hardly ever changes it. */
    private static final int SURE = 15 * LetterTable.UNITS;

    private static final int MOST_WORDS = 100;
    private static final int LONGEST_WORD = 30;

    private static final LetterTable LETTERS = load();
    private static final int ENGLISH_INDEX = LETTERS.languages().indexOf(ENGLISH);

    private LatinLanguage() {}

    /**
     * @param end of the part to read, exclusive, in UTF-16 units
     * @return the BCP-47 code, empty when the text does not tell
     */
    static Optional<String> of(CharSequence text, int end) {
        LatinWords words = new LatinWords(text, end);
        Costs costs = new Costs();
        for (int read = 0; read < MOST_WORDS && words.next(); read++) {
            costs.add(words.word());
            if (costs.margin >= SURE) {
                break;
            }
        }
        costs.favourEverydayEnglish();
        int needed = costs.cheapest == ENGLISH_INDEX ? MARGIN_FOR_ENGLISH : MARGIN_FOR_OTHERS;
        return costs.margin >= needed ? Optional.of(LETTERS.languages().get(costs.cheapest)) : Optional.empty();
    }

    /** What the words so far cost in each language, and which is the cheapest, by how much. */
    private static final class Costs {
        private final int[] sums = new int[LETTERS.languages().size()];
        private int words;
        private int everydayWords;
        private int cheapest;
        private int margin;

        void add(CharSequence word) {
            char beforeLast = 0;
            char last = EDGE;
            int length = Math.min(LONGEST_WORD, word.length());
            for (int i = 0; i <= length; i++) {
                char letter = i < length ? word.charAt(i) : EDGE;
                LETTERS.addCosts(beforeLast, last, letter, sums);
                beforeLast = last;
                last = letter;
            }
            if (LETTERS.isEveryday(word.toString())) {
                sums[ENGLISH_INDEX] -= EVERYDAY_WORD;
                everydayWords++;
            }
            words++;
            compare();
        }

        /** One word alone may be of several languages, as "hotel" is; several such words seldom are. */
        void favourEverydayEnglish() {
            if (words > 1 && everydayWords == words) {
                sums[ENGLISH_INDEX] -= EVERYDAY_WORDS_ALONE;
                compare();
            }
        }

        private void compare() {
            int least = Integer.MAX_VALUE;
            int second = Integer.MAX_VALUE;
            for (int language = 0; language < sums.length; language++) {
                if (sums[language] < least) {
                    second = least;
                    least = sums[language];
                    cheapest = language;
                } else if (sums[language] < second) {
                    second = sums[language];
                }
            }
            margin = second - least;
        }
    }

    private static LetterTable load() {
        try (InputStream in = LatinLanguage.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("The table %s is not on the class path".formatted(TABLE));
            }
            return LetterTable.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The table %s cannot be read".formatted(TABLE), e);
        }
    }
}
