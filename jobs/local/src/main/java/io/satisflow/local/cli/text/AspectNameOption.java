package io.satisflow.local.cli.text;

import java.util.Map;
import picocli.CommandLine.Option;

/** {@code --aspect-name}: labels of others, by the names that aspects have here. */
final class AspectNameOption {
    @Option(
            names = "--aspect-name",
            paramLabel = "THEIRS=OURS",
            description = "what an aspect of the files is called here, such as ambience=environment; to be repeated")
    private Map<String, String> names = Map.of();

    Map<String, String> names() {
        return names;
    }
}
