package io.satisflow.local.cli.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.scoring.evaluation.ConfusionMatrix;
import io.satisflow.scoring.evaluation.Evaluation;
import io.satisflow.scoring.training.HeldOut;
import io.satisflow.sentiment.SentimentLabel;
import java.util.List;
import java.util.function.Function;

/** How good a scorer is, as JSON; shares are from 0 to 1, rounded to four places. */
public final class EvaluationJson {
    private static final double PLACES = 1e4;

    private EvaluationJson() {}

    public static ObjectNode of(Evaluation evaluation) {
        ConfusionMatrix confusion = evaluation.confusion();
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("rows", confusion.rows());
        object.put("accuracy", rounded(confusion.accuracy()));
        object.put("macro_f1", rounded(confusion.macroF1()));
        object.put("ece", rounded(evaluation.calibrationError()));
        ObjectNode classes = object.putObject("classes");
        ObjectNode matrix = object.putObject("confusion");
        for (SentimentLabel label : confusion.trueLabels()) {
            classes.set(label.wireName(), ofClass(confusion, label));
            matrix.set(label.wireName(), given(confusion, label));
        }
        object.set("two_classes", ofTwoClasses(evaluation));
        return object;
    }

    /** How texts were told that the scorer had never seen: each file, and the mean of the files. */
    public static ObjectNode of(List<HeldOut> heldOut) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("mean_macro_f1", rounded(mean(heldOut, Evaluation::confusion)));
        object.put("mean_macro_f1_of_two_classes", rounded(mean(heldOut, Evaluation::twoClassConfusion)));
        ObjectNode files = object.putObject("files");
        heldOut.forEach(file -> files.set(file.file(), of(file.evaluation())));
        return object;
    }

    private static double mean(List<HeldOut> heldOut, Function<Evaluation, ConfusionMatrix> of) {
        return heldOut.stream()
                .mapToDouble(file -> of.apply(file.evaluation()).macroF1())
                .average()
                .orElse(0);
    }

    private static ObjectNode ofTwoClasses(Evaluation evaluation) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("accuracy", rounded(evaluation.twoClassConfusion().accuracy()))
                .put("macro_f1", rounded(evaluation.twoClassConfusion().macroF1()))
                .put("ece", rounded(evaluation.twoClassCalibrationError()));
    }

    private static ObjectNode ofClass(ConfusionMatrix confusion, SentimentLabel label) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("rows", confusion.rows(label))
                .put("precision", rounded(confusion.precision(label)))
                .put("recall", rounded(confusion.recall(label)))
                .put("f1", rounded(confusion.f1(label)));
    }

    private static ObjectNode given(ConfusionMatrix confusion, SentimentLabel truth) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (SentimentLabel label : SentimentLabel.values()) {
            row.put(label.wireName(), confusion.count(truth, label));
        }
        return row;
    }

    public static double rounded(double share) {
        return Math.round(share * PLACES) / PLACES;
    }
}
