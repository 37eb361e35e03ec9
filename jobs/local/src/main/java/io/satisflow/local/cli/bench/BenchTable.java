package io.satisflow.local.cli.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.bench.Trial;
import io.satisflow.local.cli.text.EvaluationJson;
import java.util.List;
import java.util.Locale;

/** Trials side by side. */
final class BenchTable {
    private static final double MEGABYTE = 1 << 20;
    private static final String HEAD = "%-30s %8s %12s %9s %9s %7s %9s %8s %8s %7s  %s%n";
    private static final String ROW = "%-30s %8d %,12.0f %9.4f %9.4f %7.4f %9s %8s %8s %6.1f%%  %s%n";

    private BenchTable() {}

    /** @param absent why others could not take part */
    static String text(List<Trial> trials, List<String> absent) {
        StringBuilder table = new StringBuilder(HEAD.formatted(
                "scorer",
                "scored",
                "texts/cpu s",
                "macro-F1",
                "accuracy",
                "ece",
                "start",
                "heap",
                "process",
                "same",
                "labels"));
        for (Trial trial : trials) {
            table.append(String.format(
                    Locale.ROOT,
                    ROW,
                    trial.name(),
                    trial.scored(),
                    trial.textsPerCpuSecond(),
                    trial.evaluation().confusion().macroF1(),
                    trial.evaluation().confusion().accuracy(),
                    trial.evaluation().calibrationError(),
                    "%d ms".formatted(trial.start().toMillis()),
                    megabytes(trial.memory().heap()) + " MB",
                    megabytes(trial.memory().resident()) + " MB",
                    100 * trial.agreement(trials.get(0)),
                    trial.digest()));
        }
        absent.forEach(reason -> table.append("not here: ").append(reason).append('\n'));
        return table.toString();
    }

    static ObjectNode json(List<Trial> trials, List<String> absent) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = object.putArray("scorers");
        for (Trial trial : trials) {
            ObjectNode row = rows.addObject();
            row.put("scorer", trial.name());
            row.put("scored", trial.scored());
            row.put("texts_per_cpu_second", Math.round(trial.textsPerCpuSecond()));
            row.put("start_ms", trial.start().toMillis());
            row.put("heap_mb", megabytes(trial.memory().heap()));
            row.put("process_mb", megabytes(trial.memory().resident()));
            row.put("same_labels", EvaluationJson.rounded(trial.agreement(trials.get(0))));
            row.put("digest", trial.digest());
            row.set("evaluation", EvaluationJson.of(trial.evaluation()));
        }
        ArrayNode reasons = object.putArray("not_here");
        absent.forEach(reasons::add);
        return object;
    }

    private static long megabytes(long bytes) {
        return Math.round(bytes / MEGABYTE);
    }
}
