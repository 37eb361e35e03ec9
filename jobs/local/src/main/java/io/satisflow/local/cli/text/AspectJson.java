package io.satisflow.local.cli.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.scoring.aspects.AspectModel;
import io.satisflow.scoring.evaluation.AspectEvaluation;
import io.satisflow.sentiment.Aspect;
import java.nio.file.Path;
import java.util.List;

/** What texts are about, and how well that is found, as JSON; shares are from 0 to 1, rounded to four places. */
final class AspectJson {
    private AspectJson() {}

    static ArrayNode of(List<Aspect> aspects) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        aspects.forEach(aspect -> array.addObject()
                .put("name", aspect.name())
                .put("label", aspect.label().wireName())
                .put("score", aspect.score()));
        return array;
    }

    static ObjectNode of(AspectModel model, Path file) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("model", file.toString());
        ObjectNode thresholds = object.putObject("thresholds");
        for (int i = 0; i < model.aspects().size(); i++) {
            thresholds.put(
                    model.aspects().get(i),
                    EvaluationJson.rounded(model.thresholds().get(i)));
        }
        return object;
    }

    static ObjectNode of(AspectEvaluation evaluation) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("texts", evaluation.texts());
        object.put("macro_f1", EvaluationJson.rounded(evaluation.macroF1()));
        object.put("macro_f1_of_strongest", EvaluationJson.rounded(evaluation.macroF1OfStrongest()));
        object.put("accuracy_of_strongest", EvaluationJson.rounded(evaluation.accuracyOfStrongest()));
        object.put("top_2_accuracy", EvaluationJson.rounded(evaluation.topTwoAccuracy()));
        object.put("label_rows", evaluation.labelsJudged());
        object.put("label_accuracy", EvaluationJson.rounded(evaluation.labelAccuracy()));
        ObjectNode aspects = object.putObject("aspects");
        evaluation
                .aspects()
                .forEach((name, matches) -> aspects.putObject(name)
                        .put("rows", matches.rows())
                        .put("precision", EvaluationJson.rounded(matches.precision()))
                        .put("recall", EvaluationJson.rounded(matches.recall()))
                        .put("f1", EvaluationJson.rounded(matches.f1())));
        return object;
    }
}
