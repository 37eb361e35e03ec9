package io.satisflow.local.cli.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.scoring.sentences.ScoredSentence;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;
import java.util.List;

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

    static ArrayNode of(List<ScoredSentence> sentences) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        sentences.forEach(sentence -> array.addObject()
                .put("text", sentence.text())
                .put("label", sentence.sentiment().label().wireName())
                .put("score", sentence.sentiment().score()));
        return array;
    }
}
