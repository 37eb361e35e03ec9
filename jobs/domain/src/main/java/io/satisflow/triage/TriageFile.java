package io.satisflow.triage;

import io.satisflow.config.ConfigNode;
import io.satisflow.feedback.Rating;
import io.satisflow.sentiment.AspectVocabulary;
import io.satisflow.sentiment.AspectsFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads {@code triage: {kind: [{is: complaint, when: {rating: "stars <= 2"}}], grade: [{is: major, when: {kind: complaint, words:
 * [lawyer]}}]}}.
 */
public final class TriageFile {
    private static final Set<String> FACTS = Set.of("kind", "tags", "tier", "region", "product", "team", "channel");
    private static final String ATTRIBUTE = "attributes.";

    private final Function<String, RatingTest> ratings;

    /** Whether a rating is as bad, or as good, as a condition asks for. */
    public interface RatingTest extends Predicate<Rating>, java.io.Serializable {}

    private record Answered(String condition, RatingTest test) implements TriageCondition {
        @Override
        public Optional<String> foundIn(Statement statement) {
            return statement.ratings().stream()
                    .filter(test)
                    .findFirst()
                    .map(rating -> "%s is %s".formatted(rating.question(), shown(rating.value())));
        }

        private static String shown(double value) {
            return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        }
    }

    /** @param ratings reads a condition such as {@code stars <= 2} */
    public TriageFile(Function<String, RatingTest> ratings) {
        this.ratings = ratings;
    }

    public Triage read(ConfigNode node) {
        node.allowOnly("kind", "grade");
        return new Triage(rules(node, "kind", Triage.KINDS), rules(node, "grade", Triage.GRADES));
    }

    private List<TriageRule> rules(ConfigNode node, String key, List<String> words) {
        return node.find(key)
                .map(list -> ConfigNode.readEach(list.items(), rule -> rule(rule, words)))
                .orElse(List.of());
    }

    private TriageRule rule(ConfigNode node, List<String> words) {
        node.allowOnly("is", "when");
        ConfigNode is = node.require("is");
        if (!words.contains(is.text())) {
            throw is.problem("\"%s\" is not allowed; one of: %s".formatted(is.text(), String.join(", ", words)));
        }
        List<TriageCondition> conditions = new ArrayList<>();
        node.find("when")
                .ifPresent(when -> when.entries().forEach((name, asked) -> conditions.add(condition(name, asked))));
        return new TriageRule(is.text(), conditions);
    }

    private TriageCondition condition(String name, ConfigNode asked) {
        switch (name) {
            case "rating":
                return asked.value(text -> new Answered(text, ratings.apply(text)));
            case "words":
                return new SpokenWords(nonEmpty(asked));
            case "aspects":
                List<String> names = nonEmpty(asked);
                return asked.build(() -> NamedAspects.of(names, vocabulary()));
            default:
                if (!FACTS.contains(name) && !name.startsWith(ATTRIBUTE)) {
                    throw asked.problem("\"%s\" cannot be asked; one of: rating, words, aspects, %s, attributes.<name>"
                            .formatted(
                                    name,
                                    String.join(", ", FACTS.stream().sorted().toList())));
                }
                return new KnownFact(
                        name.startsWith(ATTRIBUTE) ? name.substring(ATTRIBUTE.length()) : name,
                        ConfigNode.readEach(asked.itemsOrSingle(), ConfigNode::text));
        }
    }

    private static List<String> nonEmpty(ConfigNode asked) {
        List<String> words = ConfigNode.readEach(asked.itemsOrSingle(), ConfigNode::text);
        if (words.isEmpty() || words.stream().anyMatch(word -> word.isBlank() || word.equals("*"))) {
            throw asked.problem("an empty word; write what is looked for, such as [refund, broken]");
        }
        return words;
    }

    private static AspectVocabulary vocabulary() {
        return AspectsFile.shipped();
    }
}
