package io.satisflow.scoring.labelled;

import io.satisflow.sentiment.SentimentLabel;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A text, and what people say that it is about.
 *
 * @param aspects the label of each; empty when it has none of the three, such as {@code conflict}
 */
public record TextWithAspects(String text, Map<String, Optional<SentimentLabel>> aspects) {

    public TextWithAspects {
        aspects = Collections.unmodifiableMap(new TreeMap<>(aspects));
    }
}
