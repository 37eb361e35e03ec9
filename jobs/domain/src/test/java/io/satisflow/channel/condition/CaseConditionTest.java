package io.satisflow.channel.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.channel.TestChannel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseConditionTest {

    @ParameterizedTest
    @CsvSource({
        "stars <= 2, 2, true", "stars<=2, 3, false", "stars < 2, 2, false", "stars < 2, 1, true", "stars >= 4, 4, true",
        "stars >= 4, 3, false", "stars > 4, 4, false", "stars > 4, 5, true", "stars = 1, 1, true",
                "stars = 1, 2, false",
        "stars <= 2.5, 2.5, true"
    })
    void a_case_is_opened_when_the_condition_holds(String condition, String stars, boolean opened) {
        TestChannel channel =
                TestChannel.with("ratings: [{question: stars, pointer: /s, scale: [1, 5]}]\ncase: {open: \"%s\"}\n"
                        .formatted(condition));

        assertThat(TestChannel.accepted(channel.mapWith("\"s\": " + stars)).ticketEvents())
                .hasSize(opened ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "stars",
                "stars <=",
                "<= 2",
                "stars <= two",
                "stars == 2",
                "stars => 2",
                "stars <= 2 and",
                "my stars <= 2"
            })
    void what_is_not_a_condition_is_refused(String text) {
        assertThatThrownBy(() -> CaseCondition.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a condition; write a question, one of");
    }
}
