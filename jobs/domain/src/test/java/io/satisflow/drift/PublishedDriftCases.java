package io.satisflow.drift;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Published series and what detectors say of them; they lie beside the shared data and not in this repository. */
final class PublishedDriftCases {
    private PublishedDriftCases() {}

    /** The rows without the header; skips the test, and says why, when the file is not there. */
    static List<String[]> rows(String name) throws IOException {
        String data = System.getProperty("satisflow.data", "");
        assumeTrue(!data.isBlank(), "set -Dsatisflow.data=.../shared/data to run this on the published cases");
        Path file = Path.of(data).resolveSibling("cases").resolve("drift").resolve(name);
        assumeTrue(Files.exists(file), () -> file + " does not exist");
        return Files.readAllLines(file).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .toList();
    }
}
