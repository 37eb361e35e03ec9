package io.satisflow.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a response asks for. */
class HookResponseTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    120                                | PT2M
                    ' 120 '                            | PT2M
                    0.25                               | PT0.25S
                    Sat, 28 Nov 2026 10:05:00 GMT      | PT5M
                    Sat, 28 Nov 2026 09:00:00 GMT      | PT0S
                    Saturday, 28-Nov-26 10:05:00 GMT   | PT5M
                    Sat Nov 28 10:05:00 2026           | PT5M
                    Tue Dec  1 10:00:00 2026           | PT72H
                    """)
    void howLongToWaitIsReadInSecondsAndInEachFormOfADate(String asked, Duration wait) {
        assertThat(response(asked).retryAfter()).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999", "999999999999999999"})
    void aWaitOfYearsIsNoMissingOne(String asked) {
        assertThat(response(asked).retryAfter()).isGreaterThan(Duration.ofDays(365));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1e3", "Sat, 28 Nov", "١٢٠"})
    void whatIsNoWaitIsNone(String asked) {
        assertThat(response(asked).retryAfter()).isNull();
    }

    private static HookResponse response(String asked) {
        return new HookResponse(429, Map.of("retry-after", asked), "", NOW);
    }
}
