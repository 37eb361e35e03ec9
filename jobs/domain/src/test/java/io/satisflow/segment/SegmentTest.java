package io.satisflow.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SegmentTest {
    private static final List<String> AWKWARD = List.of(
            "",
            " ",
            "null",
            "(other)",
            "(all)",
            "\\null",
            "\\",
            "\\\\(other)",
            "a,b=c/d",
            "100%",
            "%2C",
            "%",
            "=",
            ",",
            "/",
            "退款, 请=是",
            "😀",
            "\u0000",
            "a\nb\r\tc",
            "\u0085\u2028",
            "é\u0301",
            "channel=app,product=x");

    @Test
    void the_key_is_the_same_whatever_the_order() {
        assertThat(Segment.of(Map.of("product", "x", "channel", "app")).key()).isEqualTo("channel=app,product=x");
        assertThat(new GroupingSet(List.of("product", "channel")))
                .isEqualTo(new GroupingSet(List.of("channel", "product")));
    }

    @Test
    void all_feedback_and_all_others_have_keys_of_their_own() {
        Segment segment = Segment.parse("channel=app,product=x");

        assertThat(Segment.ALL.key()).isEqualTo("(all)");
        assertThat(segment.other().key()).isEqualTo("channel=(other),product=(other)");
    }

    @Test
    void awkward_values_and_dimensions_come_back_from_a_key() {
        for (String value : AWKWARD) {
            assertComesBack(Map.of("product", value, "attributes.a=b", "x"));
            assertComesBack(Map.of(value, "x"));
        }
        assertThat(Segment.parse(Segment.ALL.key())).isEqualTo(Segment.ALL);
    }

    /** The seed is fixed, so that a failure stays. */
    @Test
    void any_values_come_back_from_a_key_and_no_two_segments_share_one() {
        Random random = new Random(9);
        Map<String, Segment> byKey = new HashMap<>();
        for (int each = 0; each < 20_000; each++) {
            Map<String, String> written = new TreeMap<>();
            for (int dimension = random.nextInt(4); dimension > 0; dimension--) {
                written.put(text(random), text(random));
            }
            Segment segment = assertComesBack(written);
            Segment before = byKey.putIfAbsent(segment.key(), segment);
            assertThat(before == null || before.equals(segment))
                    .as(segment.key())
                    .isTrue();
        }
    }

    @Test
    void no_value_that_people_write_is_taken_for_none_or_for_all_others() {
        GroupingSet grouping = new GroupingSet(List.of("product"));
        Segment none = grouping.segmentOf(Map.<String, String>of()::get);
        Segment other = none.other();
        Set<String> keys = new HashSet<>(Set.of(none.key(), other.key()));

        assertThat(none.key()).isEqualTo("product=null");
        assertThat(none.written("product")).isEmpty();
        assertThat(other.written("product")).isEmpty();
        for (String value : AWKWARD) {
            Segment written = grouping.segmentOf(Map.of("product", value)::get);
            assertThat(keys.add(written.key())).as(value).isTrue();
            assertThat(written.written("product")).contains(value);
        }
        assertThat(grouping.segmentOf(Map.of("product", "null")::get).values()).containsValue("\\null");
    }

    @Test
    void a_value_too_long_for_a_name_has_no_segment() {
        GroupingSet grouping = new GroupingSet(List.of("product"));

        assertThat(grouping.segmentOf(Map.of("product", "x".repeat(201))::get).key())
                .isEqualTo("product=(other)");
    }

    @Test
    void a_segment_is_part_of_those_with_a_dimension_less() {
        assertThat(Segment.of(Map.of("product", "a=b", "channel", "app")).parents())
                .extracting(part -> part.whole().key() + " by " + part.name())
                .containsExactly("product=a%3Db by channel=app", "channel=app by product=a%3Db");
        assertThat(Segment.Part.dimensionOf("attributes.a%3Db=c")).isEqualTo("attributes.a=b");
    }

    @Test
    void what_is_no_key_is_refused_with_the_remedy() {
        assertThatThrownBy(() -> Segment.parse("app")).hasMessageContaining("channel=app,product=x");
        assertThatThrownBy(() -> Segment.parse("channel=100%")).hasMessageContaining("%25");
    }

    private static Segment assertComesBack(Map<String, String> written) {
        Segment segment = Segment.of(written);
        assertThat(Segment.parse(segment.key())).isEqualTo(segment);
        assertThat(segment.key()).doesNotContain("/").doesNotContain("\n");
        written.forEach(
                (dimension, value) -> assertThat(segment.written(dimension)).contains(value));
        return segment;
    }

    /** Short texts of few signs, so that what is alike comes often. */
    private static String text(Random random) {
        List<String> pieces = List.of(
                "a", "B", "%", "2", "5", "C", ",", "=", "/", "\\", "null", "(other)", "(all)", "\n", "é", "退", "😀");
        StringBuilder text = new StringBuilder();
        for (int piece = random.nextInt(5); piece > 0; piece--) {
            text.append(
                    random.nextInt(20) == 0
                            ? (char) random.nextInt(0xD800)
                            : pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
