package io.satisflow.privacy.name;

import java.util.ArrayList;
import java.util.List;

/**
 * The words in Latin letters that may introduce a name. Looking for them is next to nothing, so texts without names cost
 * that alone.
 */
public final class NameTriggers {
    private static final String[] WORDS = {
        "dear ",
        "hi ",
        "hello ",
        "hey ",
        "good morning ",
        "good afternoon ",
        "good evening ",
        "mr",
        "ms",
        "mx",
        "miss ",
        "dr",
        "prof",
        "sir ",
        "madam ",
        "my name",
        "my full name",
        "my first name",
        "my last name",
        "full name",
        "first name",
        "last name",
        "customer name",
        "surname",
        "name:",
        "name :",
        "name is",
        "regards",
        "sincerely",
        "yours ",
        "respectfully",
        "cheers",
        "wishes",
        "this is ",
        "i'm ",
        "i am ",
        "im ",
        "it's ",
        "i’m ",
        "herr ",
        "herrn ",
        "frau ",
        "madame ",
        "mme ",
        "monsieur ",
        "mfg",
        "lg",
        "vg",
        "please call me ",
        "they call me ",
        "i am called",
        "signed",
        "thanks",
        "thank you",
        "many thanks",
        "best,",
        "best\n",
        "love,",
        "viele gr",
        "liebe",
        "beste gr",
        "freundliche gr",
        "gruß",
        "cordialement",
        "attn",
        "attention:",
        "contact",
        "mit freund",
        "ich ",
        "mein name",
        "bonjour",
        "cher ",
        "chère ",
        "hallo ",
        "je ",
        "me llamo",
        "saludos"
    };

    private static final int LONGEST_SIGNATURE = 40;

    private static final String[][] BY_FIRST_LETTER = byFirstLetter();

    private NameTriggers() {}

    /** Whether a word that may introduce a name begins here. */
    public static boolean isAt(String text, int at, char c) {
        int lower = c | 0x20;
        if (lower < 'a' || lower > 'z' || (at > 0 && isLetter(text.charAt(at - 1)))) {
            return false;
        }
        for (String word : BY_FIRST_LETTER[lower - 'a']) {
            boolean likely = at + 1 < text.length() && (text.charAt(at + 1) | 0x20) == (word.charAt(1) | 0x20);
            if (likely && text.regionMatches(true, at, word, 0, word.length())) {
                return isFollowedByName(text, at, word);
            }
        }
        return false;
    }

    /** "I am" and "thanks" are in many texts; only before a capital letter, or a break, can they be a name's. */
    private static boolean isFollowedByName(String text, int at, String word) {
        return switch (word) {
            case "i am ",
                    "i'm ",
                    "i’m ",
                    "im ",
                    "this is ",
                    "it's ",
                    "ich ",
                    "je ",
                    "dear ",
                    "hi ",
                    "hey ",
                    "hello ",
                    "sir " ->
                isCapital(text, at + word.length())
                        || word.length() < 5 && !word.startsWith("i") && !word.startsWith("h");
            case "thanks", "thank you", "many thanks" ->
                hasBreak(text, at + word.length()) || isLastWord(text, at + word.length());
            default -> true;
        };
    }

    /** "Thanks, John" at the end of a text. */
    private static boolean isLastWord(String text, int at) {
        return text.startsWith(", ", at) && isCapital(text, at + 2) && text.length() - at < LONGEST_SIGNATURE;
    }

    private static boolean hasBreak(String text, int from) {
        for (int i = from; i < Math.min(text.length(), from + 16); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\\') {
                return true;
            }
        }
        return false;
    }

    private static boolean isCapital(String text, int at) {
        return at < text.length() && Character.isUpperCase(text.charAt(at));
    }

    private static boolean isLetter(char c) {
        int lower = c | 0x20;
        return (lower >= 'a' && lower <= 'z') || (c > 0x7f && c < 0x2e80 && Character.isLetter(c));
    }

    private static String[][] byFirstLetter() {
        List<List<String>> words = new ArrayList<>();
        for (char c = 'a'; c <= 'z'; c++) {
            words.add(new ArrayList<>());
        }
        for (String word : WORDS) {
            words.get(word.charAt(0) - 'a').add(word);
        }
        return words.stream().map(list -> list.toArray(String[]::new)).toArray(String[][]::new);
    }
}
