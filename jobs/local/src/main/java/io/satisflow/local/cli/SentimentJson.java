package io.satisflow.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;

/** What a scorer says of a text, as JSON. */
final class SentimentJson {
    private SentimentJson() {}

    static ObjectNode of(Sentiment sentiment, String language) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("language", language);
        object.put("label", sentiment.label().wireName());
        object.put("score", sentiment.score());
        Polarity polarity = sentiment.polarity();
        object.putObject("probabilities")
                .put("negative", polarity.negative())
                .put("neutral", polarity.neutral())
                .put("positive", polarity.positive());
        object.put("scorer", sentiment.scorer());
        if (sentiment.cut()) {
            object.put("cut", true);
        }
        return object;
    }
}
