package io.satisflow.channel.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.TestChannel;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.feedback.Dimension;
import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mappings of config/channels/labelled, on rows in the shape of each collection. */
class LabelledChannelsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"en_airline", "en_appreviews", "en_sentences", "en_sst2", "en_sst_fine", "en_restaurant_aspects"
            })
    void english_rows_come_one_a_second_with_their_label(String name) {
        Feedback feedback = feedback(name, "\"row\": \"90\", \"label\": \"negative\", \"text\": \"Too late.\"");

        assertThat(feedback.id()).isEqualTo("90");
        assertThat(feedback.channel()).isEqualTo(name);
        assertThat(feedback.occurredAt()).isEqualTo(Instant.parse("2026-01-05T09:01:30Z"));
        assertThat(feedback.text()).isEqualTo("Too late.");
        assertThat(feedback.language()).isEqualTo("en");
        assertThat(feedback.attributes()).isEqualTo(Map.of("label", "negative"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh_waimai", "zh_shopping", "zh_weibo2018"})
    void chinese_rows_come_one_a_second_with_their_label(String name) {
        Feedback feedback = feedback(name, "\"row\": \"1\", \"label\": \"positive\", \"text\": \"OK\"");

        assertThat(feedback.occurredAt()).isEqualTo(Instant.parse("2026-01-05T09:00:01Z"));
        assertThat(feedback.language()).isEqualTo("zh");
        assertThat(feedback.attributes()).isEqualTo(Map.of("label", "positive"));
    }

    @Test
    void what_a_tweet_or_review_is_about_is_its_product() {
        assertThat(feedback("en_airline", row("\"airline\": \"Northern\"")).attributes())
                .containsEntry("product", "Northern");
        assertThat(feedback("zh_shopping", row("\"cat\": \"水果\"")).attributes()).containsEntry("product", "水果");
        assertThat(feedback("en_restaurant_aspects", row("\"aspect\": \"price\""))
                        .attributes())
                .containsEntry("aspect", "price");
    }

    @Test
    void stars_are_ratings() {
        assertThat(feedback("en_appreviews", row("\"rating\": \"2.0\"")).ratings())
                .containsExactly(new Rating("stars", 2, 1, 5));
    }

    @Test
    void aspects_that_are_not_mentioned_have_no_score() {
        Feedback feedback = feedback(
                "zh_restaurant_aspects",
                "\"row\": \"7\", \"index\": \"4711\", \"reviewbody\": \"好吃\", \"star\": \"4.0\","
                        + " \"dish_taste\": \"1\", \"price_level\": \"-1\", \"dish_look\": \"-2\"");

        assertThat(feedback.id()).isEqualTo("4711");
        assertThat(feedback.ratings()).containsExactly(new Rating("stars", 4, 1, 5));
        assertThat(feedback.dimensions())
                .containsExactlyInAnyOrder(
                        new Dimension("dish_taste", 1, null), new Dimension("price_level", -1, null));
    }

    private static String row(String member) {
        return "\"row\": \"1\", \"label\": \"positive\", \"text\": \"Good.\", " + member;
    }

    private static Feedback feedback(String name, String members) {
        MappedRecord mapped = TestChannel.shipped("labelled/" + name).map("{" + members + "}");
        return TestChannel.accepted(mapped).feedback().orElseThrow();
    }
}
