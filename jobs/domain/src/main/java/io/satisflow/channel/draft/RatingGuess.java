package io.satisflow.channel.draft;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The ratings of a draft: numbers and stars on a scale, and words that stand for them. */
final class RatingGuess {
    private static final String EXAMPLE = "ratings: [{question: csat, pointer: /score, scale: [1, 5]}]";
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 45;

    private static final Pattern RATING_NAME = Pattern.compile(
            ".*(?:rating|score|satisf|recommend|likely|bewertung|zufrieden|valoraci|puntuaci|满意|评分|星级|推荐|打分).*"
                    + "|(?:.*[^a-z])?(?:nps|csat|ces|stars?|rate|grade)(?:[^a-z].*)?|star_?rating");
    private static final Pattern NPS_NAME = Pattern.compile(".*(?:nps|recommend|likely|weiterempf|推荐).*");
    private static final Pattern OF_SOMEBODY =
            Pattern.compile(".*(?:user|customer|person|agent|created|_at|date|time|comment|weighted).*");
    private static final Pattern CODE_NAME = Pattern.compile(".*[a-z_ -]id");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(?:[.,]\\d{1,2})?");
    private static final Set<String> NPS_GROUPS = Set.of("promoter", "passive", "detractor");

    private final boolean isAboutNps;
    private final Set<String> questions = new HashSet<>();
    private final DraftText known;
    private final DraftText open;

    /**
     * @param isAboutNps whether the records say of themselves that they answer that question
     * @param text in the language of the draft
     */
    RatingGuess(boolean isAboutNps, DraftText text) {
        this.isAboutNps = isAboutNps;
        this.known = text.another();
        this.open = text.another();
    }

    /** Whether it is called as ratings are, and holds what may be one. */
    static boolean isNamed(SampledField field) {
        boolean isCode = CODE_NAME.matcher(field.name()).matches();
        return RATING_NAME.matcher(field.words()).matches()
                && !OF_SOMEBODY.matcher(field.name()).matches()
                && (isScale(field) || isFewWords(field))
                && (!isCode || field.distinct() <= MOST_WORDS);
    }

    private static boolean isScale(SampledField field) {
        boolean isSmall = field.all(
                value -> NUMBER.matcher(value).matches() || value.matches("[★☆⭐️]+|\\d{1,3}\\s*/\\s*\\d{1,3}"));
        // Yes and no are no scale.
        return isSmall && !field.all(value -> value.matches("[01]"));
    }

    private static boolean isFewWords(SampledField field) {
        return field.count() > 0
                && field.distinct() <= MOST_WORDS
                && field.all(value -> value.length() <= LONGEST_WORD)
                && !field.all(value -> value.matches("(?i)[01]|true|false|yes|no|y|n"));
    }

    void add(SampledField field) {
        boolean isCode = CODE_NAME.matcher(field.name()).matches();
        if (isScale(field) && !isCode) {
            number(field);
        } else if (!field.all(value -> NPS_GROUPS.contains(value.toLowerCase(Locale.ROOT)))) {
            words(field);
        }
    }

    private void number(SampledField field) {
        boolean isNps = NPS_NAME.matcher(field.words()).matches();
        ScaleGuess scale = ScaleGuess.of(field, isNps || isAboutNps, known);
        known.line(
                "  - {question: %s, pointer: %s, scale: [%d, %d]}"
                        .formatted(own(scale.question()), DraftLine.pointer(field), scale.min(), scale.max()),
                known.and(
                        known.say("small numbers of that name, from %s", DraftLine.comment(field.sample())),
                        scale.why()));
    }

    private void words(SampledField field) {
        List<String> said = field.values().stream().distinct().sorted().toList();
        Optional<WordScale> scale = WordScale.of(said);
        String question = own(ScaleGuess.questionOf(field));
        String line = "{question: %s, pointer: %s, values: {%s}, scale: [1, 5]}"
                .formatted(question, DraftLine.pointer(field), WordScale.yaml(said, scale.orElse(null)));
        if (scale.isPresent()) {
            known.line("  - " + line, known.say("GUESSED what each word is worth: correct it"));
        } else {
            open.line("#   - " + line, open.say("words or codes of that name: say what each is worth"));
        }
    }

    /** Each question of a mapping has a name of its own. */
    private String own(String question) {
        String name = question;
        for (int i = 2; !questions.add(name); i++) {
            name = question + "_" + i;
        }
        return name;
    }

    void write(DraftText text) {
        if (!known.toString().isEmpty()) {
            text.line("ratings:");
        } else if (!open.toString().isEmpty()) {
            text.line("# ratings:");
        } else {
            text.line("# " + EXAMPLE, text.say("nothing looks like a rating"));
        }
        text.add(known);
        text.add(open);
    }

    boolean isEmpty() {
        return known.toString().isEmpty() && open.toString().isEmpty();
    }
}
