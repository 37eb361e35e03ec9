package io.satisflow.triage;

import io.satisflow.feedback.Rating;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is judged: a customer's words with what is known beside them.
 *
 * @param kind the source's own, or what was judged before; null when there is none
 * @param language of the text, as BCP 47; null without a text
 * @param facts by the names that policies use: tags (comma-separated), tier, product, team, channel and attributes by
 *     their names
 */
public record Statement(
        @Nullable String kind,
        @Nullable String text,
        @Nullable String language,
        List<Rating> ratings,
        Map<String, String> facts) {

    public Statement ofKind(@Nullable String judged) {
        return new Statement(judged, text, language, ratings, facts);
    }
}
