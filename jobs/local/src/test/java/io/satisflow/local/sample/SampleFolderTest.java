package io.satisflow.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.satisfaction.SatisfactionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFolderTest {
    @TempDir
    private Path folder;

    @Test
    void the_same_weeks_are_the_same_records() throws IOException {
        int records = SampleFolder.write(folder.resolve("one"), 2);
        SampleFolder.write(folder.resolve("other"), 2);

        List<String> lines = Files.readAllLines(folder.resolve("one/desk.jsonl"));
        assertThat(lines).hasSize(records).isEqualTo(Files.readAllLines(folder.resolve("other/desk.jsonl")));
        assertThat(records).isGreaterThan(1_000);
    }

    @Test
    void its_settings_measure_every_outcome() throws IOException {
        SampleFolder.write(folder, 1);

        assertThat(SatisfactionFile.read(ConfigFile.read(folder.resolve("satisflow.yaml")))
                        .outcomes())
                .extracting(rule -> rule.measure().name())
                .containsExactlyInAnyOrder(
                        "ONE_TOUCH",
                        "NO_CUSTOMER_REPLY",
                        "NO_REOPEN_WITHIN",
                        "NO_RECONTACT_WITHIN",
                        "FIRST_CALL",
                        "RECONTACT",
                        "REOPEN",
                        "RESOLUTION",
                        "ANSWER",
                        "PROMISE_KEPT",
                        "FOLLOW_UP",
                        "FOLLOW_UP_SATISFIED",
                        "RESPONSE",
                        "COLLECTION",
                        "REPEAT_COMPLAINT",
                        "NON_REPEAT_RESOLUTION",
                        "PROBLEM_CONVERSION",
                        "COMPLAINT");
    }
}
