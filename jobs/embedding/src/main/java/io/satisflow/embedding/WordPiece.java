package io.satisflow.embedding;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into the pieces of a vocabulary, as BERT does: words at blanks, each sign of punctuation and each Han
 * character a word of its own, and of each word the longest known piece first (Schuster and Nakajima, 2012).
 */
final class WordPiece {
    /** A word beyond this is no word, and would take time that grows with its square. */
    private static final int LONGEST_WORD = 100;

    private static final String WITHIN_WORD = "##";

    private final Vocabulary vocabulary;
    private final int mostPieces;

    /** @param mostPieces how many are read of a text, with the two that stand at its ends */
    WordPiece(Vocabulary vocabulary, int mostPieces) {
        this.vocabulary = vocabulary;
        this.mostPieces = mostPieces;
    }

    /** The numbers of the pieces, between those of start and end. */
    long[] numbers(String text) {
        List<Integer> pieces = new ArrayList<>();
        PlainWords words = new PlainWords(text, vocabulary.lowerCase());
        for (String word = words.next(); word != null && pieces.size() < mostPieces - 2; word = words.next()) {
            addPieces(word, pieces);
        }
        int read = Math.min(pieces.size(), mostPieces - 2);
        long[] numbers = new long[read + 2];
        numbers[0] = vocabulary.start();
        for (int i = 0; i < read; i++) {
            numbers[i + 1] = pieces.get(i);
        }
        numbers[read + 1] = vocabulary.end();
        return numbers;
    }

    private void addPieces(String word, List<Integer> pieces) {
        int before = pieces.size();
        if (word.codePointCount(0, word.length()) <= LONGEST_WORD) {
            int from = 0;
            while (from < word.length()) {
                int to = addLongest(word, from, pieces);
                if (to == from) {
                    break;
                }
                from = to;
            }
            if (from == word.length()) {
                return;
            }
        }
        // One piece that is not known makes the whole word unknown.
        pieces.subList(before, pieces.size()).clear();
        pieces.add(vocabulary.unknown());
    }

    /** @return where the piece ends; {@code from} when there is none */
    private int addLongest(String word, int from, List<Integer> pieces) {
        String prefix = from == 0 ? "" : WITHIN_WORD;
        for (int to = word.length(); to > from; to--) {
            Integer number = vocabulary.number(prefix + word.substring(from, to));
            if (number != null) {
                pieces.add(number);
                return to;
            }
        }
        return from;
    }
}
