package io.satisflow.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.RefusalReason;
import io.satisflow.feedback.Rating;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ratings as people and tools write them. */
class RatingReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "7,5"         | 0  | 10  | 7.5
            "8/10"        | 0  | 10  | 8
            "8 out of 10" | 0  | 10  | 8
            "4,5/5"       | 1  | 5   | 4.5
            "４"           | 1  | 5   | 4
            "４．５"        | 1  | 5   | 4.5
            "★★★★☆"       | 1  | 5   | 4
            "★★"          | 1  | 5   | 2
            "⭐️⭐️⭐️"       | 1  | 5   | 3
            "5 stars"     | 1  | 5   | 5
            "3星"          | 1  | 5   | 3
            "80%"         | 0  | 100 | 80
            " 9 "         | 0  | 10  | 9
            [4]           | 1  | 5   | 4
            """)
    void a_score_is_read_as_it_is_written(String json, double min, double max, double value) {
        assertThat(channel(min, max, "")
                        .feedbackWith("\"text\": \"t\", \"score\": " + json)
                        .ratings())
                .containsExactly(new Rating("q", value, min, max));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "4/5"          | 0 | 10 | rating_not_a_number
            "★★★★☆"        | 0 | 10 | rating_not_a_number
            "★★★"          | 0 | 10 | rating_not_a_number
            "80%"          | 0 | 10 | rating_not_a_number
            "1.234,5"      | 0 | 10 | rating_not_a_number
            true           | 0 | 10 | rating_not_a_number
            "N/A"          | 0 | 10 | rating_not_a_number
            [4, 5]         | 1 | 5  | rating_not_a_number
            {"value": 4}   | 1 | 5  | rating_not_a_number
            11             | 0 | 10 | rating_out_of_scale
            "-1"           | 0 | 10 | rating_out_of_scale
            "11/10"        | 0 | 10 | rating_out_of_scale
            """)
    void a_bad_rating_costs_itself_and_not_the_comment(String json, double min, double max, String reason) {
        MappedRecord.Accepted accepted =
                TestChannel.accepted(channel(min, max, "").mapWith("\"text\": \"why\", \"score\": " + json));

        assertThat(accepted.feedback().orElseThrow().text()).isEqualTo("why");
        assertThat(accepted.feedback().orElseThrow().ratings()).isEmpty();
        assertThat(accepted.flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.reason().wireName()).isEqualTo(reason);
            assertThat(flaw.message()).contains("q (/score)");
        });
    }

    @Test
    void one_bad_rating_leaves_the_others() {
        TestChannel channel = TestChannel.with(
                "ratings: [{question: a, pointer: /a, scale: [1, 5]}, {question: b, pointer: /b, scale: [1, 5]}]\n");

        MappedRecord.Accepted accepted = TestChannel.accepted(channel.mapWith("\"a\": 9, \"b\": 4"));

        assertThat(accepted.feedback().orElseThrow().ratings()).containsExactly(new Rating("b", 4, 1, 5));
        assertThat(accepted.flaws()).hasSize(1);
    }

    @Test
    void a_record_with_nothing_but_a_bad_rating_is_refused_by_it() {
        assertThat(TestChannel.refused(channel(1, 5, "").mapWith("\"score\": 9"))
                        .reason())
                .isEqualTo(RefusalReason.RATING_OUT_OF_SCALE);
    }

    @Test
    void words_are_mapped_and_a_pattern_says_what_of_a_label_is_meant() {
        TestChannel words = channel(1, 5, ", values: {非常满意: 5, (跳过): \"\"}");
        TestChannel label = channel(0, 10, ", regex: \"^(?<score>[0-9]+) -\"");

        assertThat(words.feedbackWith("\"text\": \"t\", \"score\": \"非常满意\"").ratings())
                .hasSize(1);
        assertThat(TestChannel.accepted(words.mapWith("\"text\": \"t\", \"score\": \"(跳过)\""))
                        .flaws())
                .isEmpty();
        assertThat(label.feedbackWith("\"text\": \"t\", \"score\": \"10 - Extremely likely\"")
                        .ratings())
                .containsExactly(new Rating("q", 10, 0, 10));
        assertThat(TestChannel.accepted(label.mapWith("\"text\": \"t\", \"score\": \"likely\""))
                        .flaws())
                .hasSize(1);
    }

    private static TestChannel channel(double min, double max, String more) {
        return TestChannel.with("text: /text\nratings: [{question: q, pointer: /score, scale: [%s, %s]%s}]\n"
                .formatted(min, max, more));
    }
}
