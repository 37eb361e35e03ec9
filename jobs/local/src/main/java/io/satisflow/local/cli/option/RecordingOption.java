package io.satisflow.local.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --file}: records as they were sent, or are kept. */
public final class RecordingOption {
    private static final String NAME = "--file";

    @Option(
            names = NAME,
            required = true,
            paramLabel = "FILE",
            description =
                    "the recording: .jsonl, one payload a line; .json, one, a list of them or a page that holds one; .csv,"
                            + " .tsv or .xlsx with a header; each may be packed (.gz)")
    private Path file;

    /** As it was named. */
    public Path path() {
        return file;
    }

    /** @throws UsageException when there is no such file */
    public Path existing() {
        return Installation.existing(file, NAME);
    }
}
