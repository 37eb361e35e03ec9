package io.satisflow.text;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The language of a text, told by its script, and never guessed: {@link #UNDETERMINED} wherever a script is shared by many
 * languages. Han is Chinese unless kana stand beside it. Latin is English only when common English words say so more often
 * than common words of its neighbours do; so a short or rare phrase stays undetermined. A language that the channel
 * declares is better than this and comes first.
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

    /** One sign of these says about as much as three letters, so that brand names do not outweigh the sentence. */
    private static final Set<UnicodeScript> DENSE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private static final int LETTERS_PER_DENSE_SIGN = 3;

    /** Chinese decorates with a kana here and there; Japanese cannot do without. */
    private static final int KANA_SHARE = 6;

    /** Enough to tell; longer texts are not read to their end. */
    private static final int LETTERS_READ = 4_000;

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}']+");

    private static final Set<String> ENGLISH = words(
            "the and is are was were be been have has had do does did don't can't won't didn't isn't it's i'm i've you "
                    + "your we our they their it this that these those my with for from of to at by not what when why how "
                    + "which there here would could should will can just but if so very too all please thanks thank good "
                    + "great bad worst love help service never always still again");

    /** Of languages in Latin letters that customers write in most, without those that are English as well. */
    private static final Set<String> NEIGHBOURS =
            words("der das und ist nicht ich wir ihr mit auf ein eine zu den dem von für sich auch aber "
                    + "le la les des du et est pas je nous vous avec pour une un que qui dans sur mais ce cette au "
                    + "el los las y es yo con por para una del al lo se muy mi su como más pero está "
                    + "os é não eu com em uma da na seu meu foi muito você "
                    + "il gli di che non sono per della si ho ma molto questo "
                    + "de het een en niet ik van voor op dat zijn maar wel "
                    + "ve bir bu için çok ama ben değil och att jag inte på som det är för med og ikke jeg er "
                    + "dan yang saya tidak ini untuk dengan nie jest się że ale");

    private TextLanguage() {}

    /** The BCP-47 primary language, or {@link #UNDETERMINED}. */
    public static String of(String text) {
        Map<UnicodeScript, Integer> weights = weightsOfScripts(text);
        return weights.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(heaviest -> languageOf(heaviest.getKey(), weights, text))
                .orElse(UNDETERMINED);
    }

    private static String languageOf(UnicodeScript script, Map<UnicodeScript, Integer> weights, String text) {
        return switch (script) {
            case LATIN -> isEnglish(text) ? "en" : UNDETERMINED;
            case HAN -> isJapanese(weights) ? "ja" : "zh";
            default -> SCRIPTS_OF_ONE_LANGUAGE.getOrDefault(script, UNDETERMINED);
        };
    }

    private static boolean isJapanese(Map<UnicodeScript, Integer> weights) {
        int kana = weights.getOrDefault(UnicodeScript.HIRAGANA, 0) + weights.getOrDefault(UnicodeScript.KATAKANA, 0);
        return kana * KANA_SHARE > weights.getOrDefault(UnicodeScript.HAN, 0) + kana;
    }

    private static Map<UnicodeScript, Integer> weightsOfScripts(String text) {
        Map<UnicodeScript, Integer> weights = new EnumMap<>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).limit(LETTERS_READ).forEach(letter -> {
            UnicodeScript script = UnicodeScript.of(letter);
            weights.merge(script, DENSE.contains(script) ? LETTERS_PER_DENSE_SIGN : 1, Integer::sum);
        });
        return weights;
    }

    private static boolean isEnglish(String text) {
        String start = text.substring(0, Math.min(text.length(), LETTERS_READ));
        int english = 0;
        int neighbours = 0;
        for (String word : NOT_A_LETTER.split(start.replace('’', '\'').toLowerCase(Locale.ROOT))) {
            english += ENGLISH.contains(word) ? 1 : 0;
            neighbours += NEIGHBOURS.contains(word) ? 1 : 0;
        }
        return english > neighbours;
    }

    private static Set<String> words(String separatedByBlanks) {
        return Arrays.stream(separatedByBlanks.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
