package io.satisflow.channel.draft.rating;

import io.satisflow.channel.draft.column.SampledField;
import io.satisflow.channel.draft.text.DraftLine;
import io.satisflow.channel.draft.text.DraftText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The ratings of a draft: numbers and stars on a scale, and words that stand for them. */
public final class RatingGuess {
    private static final String EXAMPLE = "ratings: [{question: csat, pointer: /score, scale: [1, 5]}]";
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 45;

    private static final Pattern RATING_NAME = Pattern.compile(
            ".*(?:rating|score|satisf|recommend|likely|bewertung|zufrieden|valoraci|puntuaci|满意|评分|星级|推荐|打分).*"
                    + "|(?:.*[^a-z])?(?:nps|csat|ces|stars?|rate|grade)(?:[^a-z].*)?|star_?rating");
    private static final Pattern NPS_NAME = Pattern.compile(".*(?:nps|recommend|likely|weiterempf|推荐).*");
    private static final Pattern OF_SOMEBODY =
            Pattern.compile(".*(?:user|customer|person|agent|created|_at|date|time|comment|weighted).*");
    /** Tags beside a rating, and why it was given. */
    private static final Pattern BESIDE_A_RATING =
            Pattern.compile(".*(?:标签|原因|理由).*|(?:.*[^a-z])?(?:tags?|labels?|reasons?)(?:[^a-z].*)?");
    /** The more, the worse, unless the question turns it round. */
    private static final Pattern EFFORT = Pattern.compile(".*(?:effort|费力).*");

    private static final Pattern CODE_NAME = Pattern.compile(".*[a-z_ -]id");
    private static final Set<String> NPS_GROUPS = Set.of("promoter", "passive", "detractor");

    private final boolean isAboutNps;
    private final Set<String> questions = new HashSet<>();
    private final DraftText known;
    private final DraftText open;

    /**
     * @param isAboutNps whether the records say of themselves that they answer that question
     * @param text in the language of the draft
     */
    public RatingGuess(boolean isAboutNps, DraftText text) {
        this.isAboutNps = isAboutNps;
        this.known = text.another();
        this.open = text.another();
    }

    /** Whether it is called as ratings are, and holds what may be one. */
    public static boolean isNamed(SampledField field) {
        boolean isCode = CODE_NAME.matcher(field.name()).matches();
        return (RATING_NAME.matcher(field.words()).matches() || ScaleGuess.isOfEffort(field))
                && !OF_SOMEBODY.matcher(field.name()).matches()
                && !BESIDE_A_RATING.matcher(field.name()).matches()
                && (isScale(field) || isFewWords(field))
                && (!isCode || field.distinct() <= MOST_WORDS);
    }

    private static boolean isScale(SampledField field) {
        GivenAnswers answers = GivenAnswers.of(field);
        // Yes and no are no scale.
        return answers.areNumbers() && !answers.all(value -> value.matches("[01]"));
    }

    private static boolean isFewWords(SampledField field) {
        GivenAnswers answers = GivenAnswers.of(field);
        return answers.words().size() <= MOST_WORDS
                && answers.all(value -> value.length() <= LONGEST_WORD)
                && !answers.all(value -> value.matches("(?i)[01]|true|false|yes|no|y|n"));
    }

    public void add(SampledField field) {
        boolean isCode = CODE_NAME.matcher(field.name()).matches();
        if (isScale(field) && !isCode) {
            number(field);
        } else if (!field.all(value -> NPS_GROUPS.contains(value.toLowerCase(Locale.ROOT)))) {
            words(field);
        }
    }

    private void number(SampledField field) {
        boolean isNps = NPS_NAME.matcher(field.words()).matches();
        GivenAnswers answers = GivenAnswers.of(field);
        ScaleGuess scale = ScaleGuess.of(field, isNps || isAboutNps, known);
        known.line(
                "  - {question: %s, pointer: %s, %sscale: [%d, %d]}"
                        .formatted(
                                own(scale.question()),
                                known.pointer(field),
                                reading(answers),
                                scale.min(),
                                scale.max()),
                known.and(
                        known.say("small numbers of that name, from %s", DraftLine.comment(answers.example(scale))),
                        scale.why(),
                        slips(answers),
                        outside(scale.outside(answers)),
                        whichEnd(field)));
    }

    /** How the numbers are read, where more than they stands there. */
    private static String reading(GivenAnswers answers) {
        String values = answers.signs().isEmpty() ? "" : "values: {%s}, ".formatted(DraftLine.nothing(answers.signs()));
        return values + (answers.haveWordsToo() ? "regex: \"^(?<score>-?[0-9]+(?:[.,][0-9]+)?)\", " : "");
    }

    private String slips(GivenAnswers answers) {
        String slips = answers.slips().stream().map(DraftLine::quoted).collect(Collectors.joining(", "));
        return slips.isEmpty() ? "" : known.say("CHECK: no number and refused as such: %s", DraftLine.comment(slips));
    }

    private String outside(List<String> answers) {
        return answers.isEmpty()
                ? ""
                : known.say("CHECK: outside the scale and refused as such: %s", String.join(", ", answers));
    }

    private String whichEnd(SampledField field) {
        return EFFORT.matcher(field.words()).matches()
                ? known.say(
                        "CHECK which end is good: if more is more trouble, write better: lower at this metric in the"
                                + " settings")
                : "";
    }

    private void words(SampledField field) {
        GivenAnswers answers = GivenAnswers.of(field);
        List<String> said = answers.words();
        Optional<WordScale> scale = WordScale.of(said);
        String question = own(ScaleGuess.questionOf(field));
        String line = "{question: %s, pointer: %s, values: {%s}, scale: [1, 5]}"
                .formatted(
                        question, known.pointer(field), withSigns(WordScale.yaml(said, scale.orElse(null)), answers));
        if (scale.isPresent()) {
            known.line("  - " + line, known.say("GUESSED what each word is worth: correct it"));
        } else {
            open.line("#   - " + line, open.say("words or codes of that name: say what each is worth"));
        }
    }

    private static String withSigns(String values, GivenAnswers answers) {
        return answers.signs().isEmpty() ? values : values + ", " + DraftLine.nothing(answers.signs());
    }

    /** Each question of a mapping has a name of its own. */
    private String own(String question) {
        String name = question;
        for (int i = 2; !questions.add(name); i++) {
            name = question + "_" + i;
        }
        return name;
    }

    public void write(DraftText text) {
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

    public boolean isEmpty() {
        return known.toString().isEmpty() && open.toString().isEmpty();
    }
}
