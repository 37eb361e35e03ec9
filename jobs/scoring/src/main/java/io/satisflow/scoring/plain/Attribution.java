package io.satisflow.scoring.plain;

import io.satisflow.scoring.linear.ModelLanguage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * By whom a text says that something was said, before or behind the words, as {@code plain/<language>-quoted.tsv} has it. What stands
 * before them is compared from its end, since an expression that is looked for anywhere costs a post a third of its time. For one
 * thread.
 */
final class Attribution {
    /** How far before what is said its speaker is looked for, in UTF-16 units. */
    private static final int NEAR = 32;

    private static final String EXPRESSIONS = "_behind";
    private static final String NEVER = "(?!)";

    /** Whose the words are. */
    enum Of {
        SELLER,
        /** A name that what is sold does not deserve. */
        NAME,
        NOBODY
    }

    private final boolean spaced;
    private final Map<String, List<String>> words = new HashMap<>();
    private final BitSet lasts = new BitSet();
    private final Matcher saidBehind;
    private final Matcher deniedBehind;

    Attribution(ModelLanguage language) {
        this.spaced = language == ModelLanguage.ENGLISH;
        read("/io/satisflow/scoring/plain/%s-quoted.tsv".formatted(language.code()));
        this.saidBehind = expression("said_behind");
        this.deniedBehind = expression("denied_behind");
        Stream.of("said", "saying", "denied", "pointing")
                .flatMap(kind -> words(kind).stream())
                .forEach(word -> lasts.set(word.charAt(word.length() - 1)));
    }

    private void read(String resource) {
        try (InputStream in = Objects.requireNonNull(Attribution.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("# ")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(resource), e);
        }
    }

    private void add(String line) {
        String[] cells = line.split("\t", 2);
        List<String> known = words.computeIfAbsent(cells[0], kind -> new ArrayList<>());
        known.addAll(cells[0].endsWith(EXPRESSIONS) ? List.of(cells[1]) : List.of(cells[1].split("\\|")));
    }

    private List<String> words(String kind) {
        return words.getOrDefault(kind, List.of());
    }

    private Matcher expression(String kind) {
        String expression = words(kind).stream().findFirst().orElse(NEVER);
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher("");
    }

    /**
     * @param begin of the words, where their mark stands
     * @param end behind their mark
     */
    Of of(String text, int begin, int end) {
        int last = lastBefore(text, begin);
        if (last >= 0 && lasts.get(Character.toLowerCase(text.charAt(last)))) {
            String before =
                    text.substring(Math.max(0, last + 1 - NEAR), last + 1).toLowerCase(Locale.ROOT);
            if (qualifies(text, end) && isName(before, text, begin)) {
                return Of.NAME;
            }
            if (endsWithAny(before, "said") || (endsWithAny(before, "saying") && names(before, "seller"))) {
                return Of.SELLER;
            }
        }
        if (looksAt(deniedBehind, text, end)) {
            return Of.NAME;
        }
        return looksAt(saidBehind, text, end) ? Of.SELLER : Of.NOBODY;
    }

    /** "Fresh" in: the "fresh" fish. */
    private boolean qualifies(String text, int end) {
        return !spaced
                || (end + 1 < text.length() && text.charAt(end) == ' ' && Character.isLetter(text.charAt(end + 1)));
    }

    private boolean isName(String before, String text, int begin) {
        return endsWithAny(before, "denied") || (endsWithAny(before, "pointing") && praises(text, begin));
    }

    private boolean praises(String text, int begin) {
        int end = begin + 1;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return words("praise").contains(text.substring(begin + 1, end).toLowerCase(Locale.ROOT));
    }

    private static int lastBefore(String text, int begin) {
        int last = begin - 1;
        while (last >= 0 && " :\uff1a,\uff0c".indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last;
    }

    private boolean endsWithAny(String before, String kind) {
        for (String word : words(kind)) {
            int start = before.length() - word.length();
            if (before.endsWith(word) && (!spaced || start == 0 || !Character.isLetter(before.charAt(start - 1)))) {
                return true;
            }
        }
        return false;
    }

    private boolean names(String before, String kind) {
        for (String word : words(kind)) {
            int at = before.indexOf(word);
            if (at >= 0 && (!spaced || at == 0 || !Character.isLetter(before.charAt(at - 1)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean looksAt(Matcher matcher, String text, int from) {
        boolean found = matcher.reset(text).region(from, text.length()).lookingAt();
        // A scorer lives for months; it should not hold on to the last text.
        matcher.reset("");
        return found;
    }
}
