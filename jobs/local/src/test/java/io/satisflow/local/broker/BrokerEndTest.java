package io.satisflow.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerEndTest {
    @TempDir
    Path folder;

    private final List<Exception> told = new ArrayList<>();
    private final List<Integer> ended = new ArrayList<>();

    @AfterEach
    void nobody_listens_any_more() {
        BrokerEnd.explainBy(why -> {});
    }

    @Test
    void a_broker_whose_disk_is_full_says_so_before_the_process_ends() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        Files.createSymbolicLink(folder.resolve("probe"), full);

        end(1, "all its log directories have failed");

        assertThat(told)
                .singleElement()
                .isInstanceOf(IOException.class)
                .satisfies(why -> assertThat(why).hasMessageContaining("No space left on device"));
        assertThat(ended).containsExactly(1);
    }

    @Test
    void a_broker_that_fails_for_another_reason_hands_on_what_it_says() throws Exception {
        end(0, "the quorum is gone");

        assertThat(told)
                .singleElement()
                .satisfies(why -> assertThat(why)
                        .hasMessageContaining("the quorum is gone")
                        .hasMessageContaining(folder.toString()));
        assertThat(ended).as("no success").containsExactly(1);
    }

    private void end(int status, String message) {
        BrokerEnd.explainBy(told::add);
        new BrokerEnd(folder, ended::add).come(status, message);
        assertThat(folder).as("nothing is left of the try").isEmptyDirectory();
    }
}
