package io.satisflow.calendar;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The published expectations of other helpdesk systems, which lie beside the shared data and not in this repository. */
public final class PublishedCases {
    private PublishedCases() {}

    /** Skips the test, and says why, when the file is not there. */
    public static Path file(String name) {
        String data = System.getProperty("satisflow.data", "");
        assumeTrue(!data.isBlank(), "set -Dsatisflow.data=.../shared/data to run this on the published cases");
        Path file = Path.of(data).resolveSibling("cases").resolve("sla").resolve(name);
        assumeTrue(Files.exists(file), () -> file + " does not exist");
        return file;
    }
}
