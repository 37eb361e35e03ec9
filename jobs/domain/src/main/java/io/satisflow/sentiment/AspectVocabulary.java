package io.satisflow.sentiment;

import java.io.Serializable;
import java.util.List;

/**
 * The aspects that are looked for, in the order in which they count when a text attests two of them alike.
 *
 * @param aspects each name once, and at most {@link #MOST_ASPECTS}
 */
public record AspectVocabulary(List<AspectWords> aspects) implements Serializable {
    /** Far more than a team can watch; the aspects of a passage are the bits of one number. */
    public static final int MOST_ASPECTS = 60;

    public AspectVocabulary {
        aspects = List.copyOf(aspects);
        if (aspects.size() > MOST_ASPECTS) {
            throw new IllegalArgumentException(
                    "Expected at most %d aspects, but was %d".formatted(MOST_ASPECTS, aspects.size()));
        }
    }

    public List<String> names() {
        return aspects.stream().map(AspectWords::name).toList();
    }
}
