package io.satisflow.scoring.plain;

import io.satisflow.scoring.linear.ModelLanguage;

/**
 * Takes out what a text quotes from those whom it judges: "Best phone ever", they said. It died in a week. What sellers, sites
 * and advertisements say is no judgement of the customer's; what stands in quotation marks as "so-called" is denied. What
 * friends, children or the customer say stays. For one thread.
 */
public final class WordsOfOthers {
    /** In UTF-16 units; in a longer text, much else decides. */
    private static final int LONGEST_TEXT = 2_000;

    private static final int LONGEST_WORDS = 60;
    private static final String OPENING = "\"\u201c\u300c";
    private static final String CLOSING = "\"\u201d\u300d";

    private final Attribution attribution;
    private final String denial;
    /** Of what is left, else the quotation is all that is said. */
    private final int fewestLetters;

    public WordsOfOthers(ModelLanguage language) {
        this.attribution = new Attribution(language);
        boolean english = language == ModelLanguage.ENGLISH;
        this.denial = english ? "bad" : "\u5dee";
        this.fewestLetters = english ? 12 : 4;
    }

    /** The same object when it quotes nobody, or nothing else would be left. */
    public String without(String text) {
        int first = firstMark(text);
        if (first < 0 || text.length() > LONGEST_TEXT) {
            return text;
        }
        StringBuilder own = new StringBuilder(text.length());
        int written = 0;
        boolean denies = false;
        int at = first;
        while (at < text.length()) {
            int closing = closing(text, at);
            if (closing < 0) {
                at++;
                continue;
            }
            Attribution.Of of = attribution.of(text, at, closing + 1);
            if (of != Attribution.Of.NOBODY) {
                own.append(text, written, at).append(of == Attribution.Of.NAME ? denial : "");
                denies |= of == Attribution.Of.NAME;
                written = closing + 1;
            }
            at = closing + 1;
        }
        if (written == 0) {
            return text;
        }
        own.append(text, written, text.length());
        return denies || letters(own) >= fewestLetters ? own.toString() : text;
    }

    private static int firstMark(String text) {
        int first = -1;
        for (int kind = 0; kind < OPENING.length(); kind++) {
            int at = text.indexOf(OPENING.charAt(kind));
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        return first;
    }

    /** Where the words end that begin here with a mark; negative when none do. */
    private static int closing(String text, int opening) {
        int kind = OPENING.indexOf(text.charAt(opening));
        int closing = kind < 0 ? -1 : text.indexOf(CLOSING.charAt(kind), opening + 1);
        return closing > opening + 1 && closing - opening <= LONGEST_WORDS ? closing : -1;
    }

    private static int letters(CharSequence text) {
        return (int) text.chars().filter(Character::isLetter).count();
    }
}
