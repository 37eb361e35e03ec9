package io.satisflow.triage;

import io.satisflow.sentiment.AspectVocabulary;
import io.satisflow.sentiment.AspectWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Aspects of which one is spoken of, by the words of the vocabulary; how it is spoken of is for scoring to tell. */
record NamedAspects(List<AspectWords> aspects) implements TriageCondition {
    NamedAspects {
        aspects = List.copyOf(aspects);
    }

    /** @throws IllegalArgumentException for a name that the vocabulary does not have */
    static NamedAspects of(List<String> names, AspectVocabulary vocabulary) {
        return new NamedAspects(names.stream()
                .map(name -> vocabulary.aspects().stream()
                        .filter(aspect -> aspect.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("\"%s\" is no aspect; one of: %s"
                                .formatted(name, String.join(", ", vocabulary.names())))))
                .toList());
    }

    @Override
    public Optional<String> foundIn(Statement statement) {
        String text = statement.text();
        String language = statement.language();
        if (text == null || language == null) {
            return Optional.empty();
        }
        return aspects.stream()
                .filter(aspect -> new SpokenWords(aspect.in(language))
                        .foundIn(without(aspect, statement))
                        .isPresent())
                .findFirst()
                .map(aspect -> "text is about " + aspect.name());
    }

    /** The statement without phrases that hold a word of the aspect and mean something else. */
    private static Statement without(AspectWords aspect, Statement statement) {
        String text = String.valueOf(statement.text()).toLowerCase(Locale.ROOT);
        for (String phrase : aspect.except()) {
            text = text.replace(phrase.toLowerCase(Locale.ROOT), " ");
        }
        return new Statement(statement.kind(), text, statement.language(), statement.ratings(), statement.facts());
    }
}
