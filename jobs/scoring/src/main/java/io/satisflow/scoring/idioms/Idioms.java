package io.satisflow.scoring.idioms;

import io.satisflow.scoring.idioms.Beginnings.Beginning;
import io.satisflow.scoring.idioms.Beginnings.Found;
import io.satisflow.scoring.linear.ModelLanguage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts idioms into plain words: "nothing wrong with it" is praise, "far from perfect" is none, and the words that they are
 * made of say the opposite. Models weigh words; what only the whole says is told here, for every scorer alike. Most texts hold no
 * idiom and cost no more than a look at where their words begin. For one thread.
 */
public final class Idioms {
    /** In UTF-16 units; in a longer text, much else decides. */
    private static final int LONGEST_TEXT = 2_000;

    private static final char FIRST_IDEOGRAPH = '\u2e80';
    private static final int SEEN = 1 << 10;

    private final boolean words;
    private final Beginnings beginnings;
    /** For each character by its last bits: whether one like it begins an idiom. */
    private final boolean[] firsts = new boolean[SEEN];

    public Idioms(ModelLanguage language) {
        var idioms = IdiomTable.of(language);
        this.words = language == ModelLanguage.ENGLISH;
        this.beginnings = words ? new Beginnings(idioms, 2, 3) : new Beginnings(idioms, 1, 2);
        idioms.keySet().forEach(word -> firsts[word.charAt(0) & (SEEN - 1)] = true);
    }

    /** The same object when it holds none. */
    public String plain(String text) {
        if (text.length() > LONGEST_TEXT) {
            return text;
        }
        List<Found> found = words ? amongWords(text) : amongCharacters(text);
        return found.isEmpty() ? text : replaced(text, found);
    }

    /** A word is letters and digits, apostrophes within it left out: {@code can't} begins what {@code cant} does. */
    private List<Found> amongWords(String text) {
        List<Found> found = List.of();
        int length = text.length();
        int at = 0;
        while (at < length) {
            char first = text.charAt(at);
            if (!isWordPart(first)) {
                at++;
                continue;
            }
            int end = at;
            if (firsts[(first >= 'A' && first <= 'Z' ? first | 0x20 : first) & (SEEN - 1)]) {
                int hash = 0;
                for (; end < length && isWithinWord(text.charAt(end)); end++) {
                    char c = text.charAt(end);
                    hash = isApostrophe(c) ? hash : Beginnings.hash(hash, c);
                }
                Found idiom = find(beginnings.get(hash), text, at, end);
                if (idiom != null) {
                    found = added(found, idiom);
                    end = idiom.end();
                }
            } else {
                while (end < length && isWithinWord(text.charAt(end))) {
                    end++;
                }
            }
            at = end;
        }
        return found;
    }

    private List<Found> amongCharacters(String text) {
        List<Found> found = List.of();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (firsts[c & (SEEN - 1)] && c >= FIRST_IDEOGRAPH && !isAsked(text, at)) {
                Found idiom = find(beginnings.get(Beginnings.hash(0, c)), text, at, end);
                if (idiom != null) {
                    found = added(found, idiom);
                    end = idiom.end();
                }
            }
            at = end;
        }
        return found;
    }

    /** 有没有 and 是不是 ask, and deny nothing. */
    private static boolean isAsked(String text, int at) {
        return at > 0 && (text.charAt(at - 1) == '有' || text.charAt(at - 1) == '是');
    }

    private static @Nullable Found find(@Nullable Beginning beginning, String text, int start, int end) {
        return beginning == null ? null : beginning.find(text, start, end);
    }

    private static List<Found> added(List<Found> found, Found idiom) {
        List<Found> longer = found.isEmpty() ? new ArrayList<>() : found;
        longer.add(idiom);
        return longer;
    }

    private static String replaced(String text, List<Found> found) {
        StringBuilder plain = new StringBuilder(text.length() + 32);
        int written = 0;
        for (Found idiom : found) {
            plain.append(text, written, idiom.start()).append(idiom.plain());
            written = idiom.end();
        }
        return plain.append(text, written, text.length()).toString();
    }

    private static boolean isWithinWord(char c) {
        return isWordPart(c) || isApostrophe(c);
    }

    private static boolean isWordPart(char c) {
        int lower = c | 0x20;
        return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018';
    }
}
