package io.satisflow.local.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private final @Nullable String before = System.getProperty(LogFile.PROPERTY);

    @AfterEach
    void logWhereItWas() {
        if (before == null) {
            System.clearProperty(LogFile.PROPERTY);
        } else {
            System.setProperty(LogFile.PROPERTY, before);
        }
    }

    @Test
    void the_log_is_closed_at_10_megabytes_and_four_older_ones_are_kept() throws Exception {
        LogFile.in(folder);
        URI settings = Objects.requireNonNull(getClass().getResource("/log4j2.properties"))
                .toURI();
        try (LoggerContext context = new LoggerContext("rolling", null, settings)) {
            context.start();
            Logger logger = context.getLogger("io.satisflow.test");
            String kilobyte = "x".repeat(1000);
            for (int line = 0; line < 75_000; line++) {
                logger.info("{} {}", line, kilobyte);
            }
        }

        assertThat(names())
                .containsExactly(
                        "satisflow.log", "satisflow.log.1", "satisflow.log.2", "satisflow.log.3", "satisflow.log.4");
        for (String name : names()) {
            assertThat(Files.size(folder.resolve(name))).as(name).isLessThan(11 * MEGABYTE);
        }
        List<String> newest = Files.readAllLines(folder.resolve("satisflow.log"));
        assertThat(newest.get(newest.size() - 1)).contains(" 74999 ");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
