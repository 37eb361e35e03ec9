package io.satisflow.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerTroubleTest {
    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "nowhere.invalid:9092", "127.0.0.1:port"})
    void brokers_that_cannot_be_meant_are_told_with_the_remedy(String brokers) {
        CommandLineRun asked = CommandLineRun.of("topics", "tail", "feedback", "--brokers", brokers);

        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.err())
                .startsWith("No Kafka can be asked: ")
                .contains("SATISFLOW_KAFKA", "HOST:PORT")
                .doesNotContain("Unexpected failure");
    }

    @Test
    void brokers_where_nobody_listens_are_told_with_the_remedy() {
        // Port 1 is nobody's on a machine that tests run on.
        CommandLineRun asked = CommandLineRun.of("topics", "tail", "feedback", "--brokers", "127.0.0.1:1");

        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.err()).startsWith("Kafka does not answer: ").contains("Does a broker run there?");
    }
}
