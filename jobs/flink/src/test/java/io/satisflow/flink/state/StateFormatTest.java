package io.satisflow.flink.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateFormatTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456789Z");

    /** As a release writes it. */
    private static final class Before {
        private enum Colour {
            RED
        }

        private record Inner(double value, @Nullable Instant at) {}

        private record Outer(
                String name, Colour colour, Inner inner, List<Inner> list, Map<String, Inner> map, long gone) {
            boolean isEmpty() {
                return list.isEmpty();
            }
        }
    }

    /** As a later release has it, in another place and with more in it. */
    private static final class After {
        private enum Colour {
            GREEN,
            RED
        }

        private record Inner(
                double value,
                @Nullable Instant at,
                @Nullable String unit,
                int count) {}

        private record Outer(
                String name,
                Colour colour,
                Inner inner,
                List<Inner> list,
                Map<String, Inner> map,
                @Nullable Inner added) {}
    }

    private static final Before.Inner INNER = new Before.Inner(0.1 + 0.2, AT);
    private static final Before.Outer OUTER =
            new Before.Outer("退款 \"a\"", Before.Colour.RED, INNER, List.of(INNER), Map.of("k=1", INNER), 7);

    @Test
    void what_is_written_is_read_back_to_the_last_digit() {
        StateFormat<Before.Outer> format = new StateFormat<>(Before.Outer.class);
        assertThat(format.read(format.write(OUTER))).isEqualTo(OUTER);

        StateFormat<Before.Inner> inner = new StateFormat<>(Before.Inner.class);
        for (double value : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE, 1e300}) {
            Before.Inner odd = new Before.Inner(value, null);
            assertThat(inner.read(inner.write(odd))).isEqualTo(odd);
        }
    }

    @Test
    void a_record_that_moved_gained_and_lost_fields_and_constants_is_read_all_the_same() {
        byte[] before = new StateFormat<>(Before.Outer.class).write(OUTER);
        After.Inner inner = new After.Inner(0.1 + 0.2, AT, null, 0);

        assertThat(new StateFormat<>(After.Outer.class).read(before))
                .isEqualTo(new After.Outer(
                        "退款 \"a\"", After.Colour.RED, inner, List.of(inner), Map.of("k=1", inner), null));
    }

    @Test
    void no_class_stands_in_what_is_kept() {
        String kept = new String(new StateFormat<>(Before.Outer.class).write(OUTER), StandardCharsets.UTF_8);
        assertThat(kept).doesNotContain("Before").doesNotContain("Inner").doesNotContain("empty");
    }

    @Test
    void what_a_later_release_wrote_is_refused_with_the_remedy() {
        byte[] later = "{\"colour\":\"BLUE\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> new StateFormat<>(After.Outer.class).read(later))
                .hasMessageContaining("Outer")
                .hasMessageContaining("later one");
    }
}
