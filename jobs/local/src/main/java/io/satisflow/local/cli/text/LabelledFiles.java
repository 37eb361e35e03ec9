package io.satisflow.local.cli.text;

import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.scoring.labelled.LabelledCsv;
import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.scoring.labelled.LabelledSet;
import io.satisflow.scoring.training.WeightedSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of labelled texts as users name them. */
public record LabelledFiles(PrintWriter notes) {
    private static final Pattern WITH_WEIGHT = Pattern.compile("(.+):([0-9]+(?:\\.[0-9]+)?)");

    List<WeightedSet> readWeighted(List<String> named) throws IOException {
        List<WeightedSet> sets = new ArrayList<>();
        for (String name : named) {
            sets.add(readWeighted(name));
        }
        return sets;
    }

    /**
     * @param named {@code F.csv}, or {@code F.csv:0.5} for texts that count half
     * @throws UsageException when the file is missing, or is not as it should be
     */
    private WeightedSet readWeighted(String named) throws IOException {
        Matcher weighted = WITH_WEIGHT.matcher(named);
        if (!weighted.matches()) {
            return new WeightedSet(read(Path.of(named)), 1);
        }
        double weight = Double.parseDouble(weighted.group(2));
        if (weight == 0) {
            throw new UsageException("--data %s: expected a weight above 0".formatted(named));
        }
        return new WeightedSet(read(Path.of(weighted.group(1))), weight);
    }

    public LabelledSet read(Path file) throws IOException {
        try {
            LabelledSet set = LabelledCsv.read(Installation.existing(file, "--data"));
            notes.println(
                    "%s: %d texts, %d rows left out".formatted(file, set.texts().size(), set.leftOut()));
            return set;
        } catch (LabelledDataException e) {
            throw new UsageException("--data " + e.getMessage());
        }
    }
}
