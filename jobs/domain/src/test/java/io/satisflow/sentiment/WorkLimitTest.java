package io.satisflow.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WorkLimitTest {
    private static final String GRINNING = "😀";

    @Test
    void a_text_within_the_limit_is_read_to_its_end() {
        assertThat(new WorkLimit(5).endOf("hello")).isEqualTo(5);
        assertThat(new WorkLimit(5).endOf("")).isZero();
    }

    @Test
    void a_longer_text_is_read_up_to_the_limit() {
        assertThat(new WorkLimit(5).endOf("hello, world")).isEqualTo(5);
    }

    @Test
    void code_points_are_counted_and_never_cut_in_half() {
        assertThat(new WorkLimit(3).endOf(GRINNING.repeat(3))).isEqualTo(6);
        assertThat(new WorkLimit(3).endOf(GRINNING.repeat(4))).isEqualTo(6);
    }

    @Test
    void at_least_one_code_point_is_read() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkLimit(0))
                .withMessageContaining("1 code point or more, but was 0");
    }
}
