package io.satisflow.local.cli.text;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --data}: files of labelled texts, and what may be said of each behind a colon. */
public final class LabelledDataOption {
    private static final String NAME = "--data";

    private LabelledDataOption() {}

    /** Files that may count more or less. */
    static final class Weighted {
        @Option(
                names = NAME,
                required = true,
                split = ",",
                paramLabel = "F.csv[:WEIGHT]",
                description =
                        "labelled texts: the columns label (negative, neutral, positive; other rows are left out)"
                                + " and text, or the text and the stars of an export of reviews (rating, stars, 评分 ..; 1 and 2 are"
                                + " negative, 3 neutral, 4 and 5 positive); a weight says how much each text of the file counts in training (default: 1)")
        private List<String> files;

        List<String> files() {
            return files;
        }
    }

    /** Files that say in one of their columns what each text is about. */
    static final class WithAspects {
        @Option(
                names = NAME,
                required = true,
                split = ",",
                paramLabel = "F.csv[:COLUMN]",
                description = "labelled texts, and the column of their aspects (default: aspect)")
        private List<String> files;

        List<String> files() {
            return files;
        }
    }

    /** Files of which none need be named. */
    public static final class OrSample {
        @Option(
                names = NAME,
                split = ",",
                paramLabel = "F.csv",
                description =
                        "labelled texts, columns label,text (default: a small sample in two languages that comes along,"
                                + " which says little of quality)")
        private List<Path> files = List.of();

        /** Empty for the sample. */
        public List<Path> files() {
            return files;
        }
    }
}
