package io.satisflow.scoring.idioms;

import io.satisflow.scoring.idioms.Expression.Repeated;
import io.satisflow.scoring.idioms.Expression.Sequence;
import io.satisflow.scoring.idioms.IdiomTable.Idiom;
import io.satisflow.scoring.linear.ModelLanguage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts idioms into plain words: "nothing wrong with it" is praise, "far from perfect" is none, and the words that they are
 * made of say the opposite. Models weigh words; what only the whole says is told here, for every scorer alike. Most texts hold no
 * idiom and cost no more than a look at where their words begin: an {@link Automaton} tells where one may stand, and only there
 * is its pattern asked. For one thread.
 */
public final class Idioms {
    /** In UTF-16 units; in a longer text, much else decides. */
    private static final int LONGEST_TEXT = 2_000;

    private static final String APOSTROPHES = "'\u2019\u2018";
    private static final int FIRSTS = 1 << 13;

    private final boolean words;
    private final List<Fitting> fittings;
    private final Automaton automaton;
    /** For each character by its last bits: whether one like it begins an idiom. */
    private final boolean[] firsts = new boolean[FIRSTS];

    private final BitSet possible = new BitSet();

    /** An idiom with a matcher of its own, since making one costs more than most texts do. */
    private record Fitting(Idiom idiom, Matcher matcher) {}

    /** An idiom in a text, from its first character to behind its last. */
    private record Found(int start, int end, String plain) {}

    public Idioms(ModelLanguage language) {
        this(language, false);
    }

    private Idioms(ModelLanguage language, boolean asked) {
        List<Idiom> idioms = IdiomTable.of(language, asked);
        this.words = language == ModelLanguage.ENGLISH;
        this.fittings = idioms.stream().map(Idioms::fitting).toList();
        this.automaton = new Automaton(idioms.stream().map(this::expression).toList());
        automaton.firsts().stream().forEach(c -> {
            firsts[c & (FIRSTS - 1)] = true;
            firsts[Character.toUpperCase(c) & (FIRSTS - 1)] = true;
        });
    }

    /** Complaints and praise that are put as questions; of texts with a question mark. */
    public static Idioms asked(ModelLanguage language) {
        return new Idioms(language, true);
    }

    private static Fitting fitting(Idiom idiom) {
        Matcher matcher = Pattern.compile(idiom.follows(), Pattern.CASE_INSENSITIVE)
                .matcher("")
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
        return new Fitting(idiom, matcher);
    }

    private Expression expression(Idiom idiom) {
        List<Expression> beginnings =
                idiom.beginnings().stream().map(this::beginning).toList();
        return new Sequence(List.of(new Expression.Choice(beginnings), ExpressionReader.read(idiom.follows())));
    }

    /** Apostrophes within a word are left out: {@code can't} begins what {@code cant} does. */
    private Expression beginning(String word) {
        if (!words) {
            return Expression.of(word);
        }
        Expression apostrophes = new Repeated(new Expression.Characters(APOSTROPHES, false), 0, Repeated.ENDLESS);
        List<Expression> letters = new ArrayList<>();
        for (char c : word.toCharArray()) {
            letters.add(Expression.of(c));
            letters.add(apostrophes);
        }
        return new Sequence(letters);
    }

    /** The same object when it holds none. */
    public String plain(String text) {
        if (text.length() > LONGEST_TEXT) {
            return text;
        }
        List<Found> found = words ? amongWords(text) : amongCharacters(text);
        return found.isEmpty() ? text : replaced(text, found);
    }

    /** A word is letters and digits, and apostrophes within it. */
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
            Found idiom = firsts[first] && automaton.read(text, at, possible) ? find(text, at) : null;
            if (idiom != null) {
                found = added(found, idiom);
                at = idiom.end();
            } else {
                at = endOfWord(text, at);
            }
        }
        return found;
    }

    private List<Found> amongCharacters(String text) {
        List<Found> found = List.of();
        int length = text.length();
        int at = 0;
        while (at < length) {
            Found idiom =
                    firsts[text.charAt(at) & (FIRSTS - 1)] && !isAsked(text, at) && automaton.read(text, at, possible)
                            ? find(text, at)
                            : null;
            if (idiom != null) {
                found = added(found, idiom);
            }
            at = idiom == null ? at + 1 : idiom.end();
        }
        return found;
    }

    /** 有没有 and 是不是 ask, and deny nothing. */
    private static boolean isAsked(String text, int at) {
        return at > 0 && (text.charAt(at - 1) == '有' || text.charAt(at - 1) == '是');
    }

    /** The first of the possible idioms that is one. */
    private @Nullable Found find(String text, int start) {
        int end = words ? endOfWord(text, start) : start + 1;
        String word = text.substring(start, end);
        String beginning = words ? lettersOf(word) : word;
        Found found = null;
        for (int i = possible.nextSetBit(0); i >= 0 && found == null; i = possible.nextSetBit(i + 1)) {
            Fitting fitting = fittings.get(i);
            if (fitting.idiom.beginnings().contains(beginning)) {
                found = found(fitting, text, start, end);
            }
        }
        possible.clear();
        return found;
    }

    private static @Nullable Found found(Fitting fitting, String text, int start, int end) {
        Matcher matcher = fitting.matcher.reset(text).region(end, text.length());
        Found found = matcher.lookingAt() ? new Found(start, matcher.end(), fitting.idiom.plain()) : null;
        // A scorer lives for months; it should not hold on to the last text.
        matcher.reset("");
        return found;
    }

    private static String lettersOf(String word) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            if (!isApostrophe(word.charAt(i))) {
                letters.append(ExpressionReader.small(word.charAt(i)));
            }
        }
        return letters.toString();
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

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && (isWordPart(text.charAt(end)) || isApostrophe(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isWordPart(char c) {
        int lower = c | 0x20;
        return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018';
    }
}
