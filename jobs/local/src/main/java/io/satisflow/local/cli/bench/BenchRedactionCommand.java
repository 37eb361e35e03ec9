package io.satisflow.local.cli.bench;

import io.satisflow.local.bench.Throughput;
import io.satisflow.local.cli.option.SeedOption;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.redaction.MadeTexts;
import io.satisflow.local.redaction.PlantedText;
import io.satisflow.local.redaction.RedactionTrial;
import io.satisflow.privacy.Redaction;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench redaction}: how well personal data is found, and what looking for it costs. */
@Command(
        name = "redaction",
        mixinStandardHelpOptions = true,
        header = "How well is personal data found?",
        description = {
            "Makes up texts in English and Chinese, most with personal data in one of the ways in which people write it,",
            "the others with numbers that are nobody's, and redacts them. Recall is the share of what was planted that is",
            "gone, precision the share of marks that stand in a text with such data. The time is that of the processor."
        })
final class BenchRedactionCommand implements Callable<Integer> {
    private static final int MEASURED = 1_000;
    private static final String PLAIN =
            "The parcel came late and the box was open, but support answered quickly and was kind about it.";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rows",
            defaultValue = "2400",
            paramLabel = "N",
            description = "how many texts (default: ${DEFAULT-VALUE})")
    private int rows;

    @Mixin
    private SeedOption seed;

    @Option(names = "--faults", description = "also print the texts that came out wrong")
    private boolean faults;

    @Override
    public Integer call() {
        if (rows < 100) {
            throw new UsageException("--rows %d: expected 100 or more".formatted(rows));
        }
        List<PlantedText> texts = MadeTexts.of(rows, seed.value());
        RedactionTrial trial = RedactionTrial.of(texts, Redaction.OF_TEXTS);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%d texts, seed %d%n%n%-10s %8s %8s %10s%n",
                trial.texts(), seed.value(), "kind", "planted", "recall", "precision");
        trial.tallies()
                .forEach((kind, tally) -> out.printf(
                        Locale.ROOT,
                        "%-10s %8d %8.3f %10.3f%n",
                        kind.word(),
                        tally.planted(),
                        tally.recall(),
                        tally.precision()));
        out.printf(
                Locale.ROOT,
                "%nmicroseconds a text: %.2f without digits, @ or names, %.1f of these%n",
                microseconds(List.of(PLAIN)),
                microseconds(texts.stream().map(PlantedText::text).toList()));
        if (faults) {
            trial.faults().forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private static double microseconds(List<String> texts) {
        int rounds = Math.max(1, MEASURED / texts.size());
        Throughput throughput = new Throughput(rounds * texts.size(), () -> {
            for (int round = 0; round < rounds; round++) {
                texts.forEach(Redaction.OF_TEXTS::redact);
            }
        });
        return 1e6 / throughput.perSecond(0);
    }
}
