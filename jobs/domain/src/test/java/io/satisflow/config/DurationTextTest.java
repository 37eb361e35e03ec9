package io.satisflow.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "PT0.5S, 0s",
        "PT40S, 40s",
        "PT12M5S, 12m 5s",
        "PT12M, 12m",
        "PT4H30M59S, 4h 30m",
        "PT24H, 1d",
        "PT76H59M, 3d 4h"
    })
    void a_duration_is_told_in_its_two_largest_units(Duration duration, String text) {
        assertThat(DurationText.rounded(duration)).isEqualTo(text);
    }
}
