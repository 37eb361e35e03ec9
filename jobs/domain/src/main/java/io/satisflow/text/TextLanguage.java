package io.satisflow.text;

import io.satisflow.privacy.Marks;
import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The language of a text, and never guessed: {@link #UNDETERMINED} wherever it is not clear. The script in which most of it
 * is written comes first. Han is Chinese unless kana stand beside it; Latin letters are told apart by which follow which
 * ({@link LatinLanguage}). A language that the channel declares is better than this and comes first.
 */
public final class TextLanguage {
    /** BCP-47 for "not known". */
    public static final String UNDETERMINED = "und";

    private static final Map<UnicodeScript, String> SCRIPTS_OF_ONE_LANGUAGE = Map.of(
            UnicodeScript.HAN, "zh",
            UnicodeScript.HIRAGANA, "ja",
            UnicodeScript.KATAKANA, "ja",
            UnicodeScript.HANGUL, "ko",
            UnicodeScript.THAI, "th",
            UnicodeScript.HEBREW, "he",
            UnicodeScript.GREEK, "el",
            UnicodeScript.ARMENIAN, "hy",
            UnicodeScript.GEORGIAN, "ka");

    /** A sign of Chinese, Japanese or Korean says about as much, so that brand names do not outweigh the sentence. */
    private static final int LETTERS_PER_DENSE_SIGN = 3;

    /** Chinese decorates with a kana here and there; Japanese cannot do without. */
    private static final int KANA_SHARE = 6;

    /** Enough to tell; longer texts are not read to their end. */
    private static final int LETTERS_READ = 400;

    /** Letters that come only after so much else are no longer looked for. */
    private static final int SYMBOLS_READ = 10_000;

    private static final Pattern CHINESE_MARK = Pattern.compile("\\[\\p{IsHan}{1,8}]");

    private static final UnicodeScript[] SCRIPTS = UnicodeScript.values();

    private TextLanguage() {}

    /** The BCP-47 primary language, or {@link #UNDETERMINED}. */
    public static String of(String redacted) {
        String text = Marks.without(redacted);
        int[] weights = new int[SCRIPTS.length];
        int end = weighScripts(text, weights);
        int heaviest = 0;
        for (int script = 1; script < weights.length; script++) {
            heaviest = weights[script] > weights[heaviest] ? script : heaviest;
        }
        return weights[heaviest] == 0 ? languageOfMarks(text, end) : languageOf(SCRIPTS[heaviest], weights, text, end);
    }

    /**
     * The language of a text on a channel that is mostly in one: a single word, or a few that stand in several languages, are
     * taken to be in it, if it is written in such letters.
     *
     * @param usual the BCP-47 primary language; null when there is none
     */
    public static String of(String text, @Nullable String usual) {
        String told = of(text);
        if (usual == null || !told.equals(UNDETERMINED)) {
            return told;
        }
        boolean latin = !SCRIPTS_OF_ONE_LANGUAGE.containsValue(usual);
        return latin && text.chars().anyMatch(LatinWords::isLatin) ? usual : told;
    }

    /** A post of nothing but moods such as {@code [爱你]} is said in the language of their names. */
    private static String languageOfMarks(String text, int end) {
        return CHINESE_MARK.matcher(text).region(0, end).find() ? "zh" : UNDETERMINED;
    }

    private static String languageOf(UnicodeScript script, int[] weights, String text, int end) {
        return switch (script) {
            case LATIN -> LatinLanguage.of(text, end).orElse(UNDETERMINED);
            case HAN -> isJapanese(weights) ? "ja" : "zh";
            default -> SCRIPTS_OF_ONE_LANGUAGE.getOrDefault(script, UNDETERMINED);
        };
    }

    private static boolean isJapanese(int[] weights) {
        int kana = weights[UnicodeScript.HIRAGANA.ordinal()] + weights[UnicodeScript.KATAKANA.ordinal()];
        return kana * KANA_SHARE > weights[UnicodeScript.HAN.ordinal()] + kana;
    }

    /** Counts the letters of each script, and tells where it stopped reading. */
    private static int weighScripts(String text, int[] weights) {
        int letters = 0;
        int at = 0;
        int end = Math.min(text.length(), SYMBOLS_READ);
        while (at < end && letters < LETTERS_READ) {
            int afterNonWord = NonWords.endAt(text, at, end);
            int point = text.codePointAt(at);
            if (afterNonWord == at && Character.isLetter(point)) {
                weigh(point, weights);
                letters++;
            }
            at = Math.max(afterNonWord, at + Character.charCount(point));
        }
        return Math.min(at, text.length());
    }

    private static void weigh(int letter, int[] weights) {
        if (letter < 0x80) {
            weights[UnicodeScript.LATIN.ordinal()]++;
            return;
        }
        UnicodeScript script = UnicodeScript.of(letter);
        weights[script.ordinal()] += switch (script) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> LETTERS_PER_DENSE_SIGN;
            default -> 1;
        };
    }
}
