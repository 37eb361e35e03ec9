package io.satisflow.local.cli.alerts.live;

import io.satisflow.local.cli.option.UsageException;
import io.satisflow.wire.Alert;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Labels that alerts must have. */
public final class MatchOption {
    @Option(
            names = "--match",
            split = ",",
            paramLabel = "NAME=VALUE",
            description = "labels that an alert must have, separated by commas, or the option again for each")
    private List<String> labels = List.of();

    Map<String, String> labels() {
        Map<String, String> read = new TreeMap<>();
        for (String label : labels) {
            int equals = label.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--match %s: expected such as team=refunds,event=breach".formatted(label));
            }
            read.put(
                    label.substring(0, equals).trim(),
                    label.substring(equals + 1).trim());
        }
        return read;
    }

    boolean matches(Alert alert) {
        return alert.getLabels().entrySet().containsAll(labels().entrySet());
    }
}
