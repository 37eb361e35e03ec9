package io.satisflow.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SegmentTest {

    @Test
    void the_key_is_the_same_whatever_the_order() {
        assertThat(Segment.keyOf(Map.of("product", "x", "channel", "app"))).isEqualTo("channel=app,product=x");
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
    void a_key_can_be_read_back_whatever_stands_in_it() {
        for (String value : List.of("", "a,b=c/d", "100%", "%2C", "退款, 请=是", "(all)", " ")) {
            Segment segment = new Segment(new TreeMap<>(Map.of("product", value, "attributes.a=b", "x")));
            assertThat(Segment.parse(segment.key())).isEqualTo(segment);
            assertThat(segment.key()).doesNotContain("/");
        }
        assertThat(Segment.parse(Segment.ALL.key())).isEqualTo(Segment.ALL);
    }

    @Test
    void feedback_without_a_value_is_a_segment_of_its_own() {
        GroupingSet grouping = new GroupingSet(List.of("product"));

        assertThat(grouping.segmentOf(Map.<String, String>of()::get).key()).isEqualTo("product=null");
    }

    @Test
    void a_value_too_long_for_a_name_has_no_segment() {
        GroupingSet grouping = new GroupingSet(List.of("product"));

        assertThat(grouping.segmentOf(Map.of("product", "x".repeat(201))::get).key())
                .isEqualTo("product=(other)");
    }
}
