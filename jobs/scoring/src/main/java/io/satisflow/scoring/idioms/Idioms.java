package io.satisflow.scoring.idioms;

import io.satisflow.scoring.idioms.IdiomTable.Idiom;
import io.satisflow.scoring.linear.ModelLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Puts idioms into plain words: "nothing wrong with it" is praise, "far from perfect" is none, and the words that they are
 * made of say the opposite. Models weigh words; what only the whole says is told here, for every scorer alike. Most texts hold no
 * idiom and cost no more than a look at where their words begin. For one thread.
 */
public final class Idioms {
    /** In UTF-16 units; in a longer text, much else decides. */
    private static final int LONGEST_TEXT = 2_000;

    private final boolean words;
    private final Beginnings<List<Fitting>> beginnings;

    /** An idiom with a matcher of its own, since making one costs more than most texts do. */
    private record Fitting(Matcher matcher, String plain) {}

    public Idioms(ModelLanguage language) {
        this.words = language == ModelLanguage.ENGLISH;
        this.beginnings = new Beginnings<>();
        IdiomTable.of(language).forEach((beginning, idioms) -> beginnings.put(beginning, fittings(idioms)));
    }

    private static List<Fitting> fittings(List<Idiom> idioms) {
        return idioms.stream()
                .map(idiom -> new Fitting(
                        idiom.follows().matcher("").useTransparentBounds(true).useAnchoringBounds(false),
                        idiom.plain()))
                .toList();
    }

    /** The same object when it holds none. */
    public String plain(String text) {
        if (text.length() > LONGEST_TEXT) {
            return text;
        }
        List<Found> found = words ? amongWords(text) : amongCharacters(text);
        return found.isEmpty() ? text : replaced(text, found);
    }

    private record Found(int start, int end, String plain) {}

    /** A word is letters and digits, apostrophes within it left out: {@code can't} begins what {@code cant} does. */
    private List<Found> amongWords(String text) {
        List<Found> found = List.of();
        int length = text.length();
        int at = 0;
        while (at < length) {
            if (!isWordPart(text.charAt(at))) {
                at++;
                continue;
            }
            int hash = 0;
            int end = at;
            for (; end < length; end++) {
                char c = text.charAt(end);
                if (isWordPart(c)) {
                    hash = Beginnings.hash(hash, c);
                } else if (!isApostrophe(c)) {
                    break;
                }
            }
            Found idiom = fitting(text, at, end, beginnings.get(hash));
            if (idiom != null) {
                found = added(found, idiom);
                end = idiom.end;
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
            // 有没有 and 是不是 ask, and deny nothing.
            if (c >= '\u2e80' && (at == 0 || (text.charAt(at - 1) != '有' && text.charAt(at - 1) != '是'))) {
                Found idiom = fitting(text, at, end, beginnings.get(Beginnings.hash(0, c)));
                if (idiom != null) {
                    found = added(found, idiom);
                    end = idiom.end;
                }
            }
            at = end;
        }
        return found;
    }

    private static @Nullable Found fitting(String text, int start, int end, @Nullable List<Fitting> fittings) {
        if (fittings == null) {
            return null;
        }
        for (Fitting fitting : fittings) {
            Matcher matcher = fitting.matcher.reset(text).region(end, text.length());
            boolean fits = matcher.lookingAt();
            int to = fits ? matcher.end() : end;
            // A scorer lives for months; it should not hold on to the last text.
            matcher.reset("");
            if (fits) {
                return new Found(start, to, fitting.plain);
            }
        }
        return null;
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
            plain.append(text, written, idiom.start).append(idiom.plain);
            written = idiom.end;
        }
        return plain.append(text, written, text.length()).toString();
    }

    private static boolean isWordPart(char c) {
        int lower = c | 0x20;
        return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018';
    }
}
