package io.satisflow.triage;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words or phrases of which one stands in the text. A word of letters stands by itself ({@code sue} is not in issue), unless it
 * ends in a star; what is written without blanks, such as Chinese, and signs stand anywhere.
 */
record SpokenWords(List<String> words) implements TriageCondition {
    SpokenWords {
        words = List.copyOf(words);
    }

    @Override
    public Optional<String> foundIn(Statement statement) {
        if (statement.text() == null) {
            return Optional.empty();
        }
        String text = plain(statement.text());
        return words.stream()
                .filter(word -> stands(plain(word), text))
                .findFirst()
                .map("text says \"%s\""::formatted);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'');
    }

    private static boolean stands(String word, String text) {
        boolean anyEnding = word.length() > 1 && word.endsWith("*");
        String wanted = anyEnding ? word.substring(0, word.length() - 1) : word;
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            boolean begins = !goesOn(wanted.codePointAt(0), at > 0 ? text.codePointBefore(at) : ' ');
            int end = at + wanted.length();
            boolean ends = anyEnding
                    || !goesOn(
                            wanted.codePointBefore(wanted.length()), end < text.length() ? text.codePointAt(end) : ' ');
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word that ends with the one sign is not over before the other. */
    private static boolean goesOn(int sign, int neighbour) {
        return isOfWords(sign) && isOfWords(neighbour);
    }

    private static boolean isOfWords(int sign) {
        return Character.isLetterOrDigit(sign) && !Character.isIdeographic(sign);
    }
}
