package io.satisflow.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a mapping says of texts: what is redacted, and which language is usual. */
class ChannelTextsTest {

    @Test
    void a_channel_says_what_is_redacted_and_in_which_regions_its_customers_live() {
        TestChannel channel = TestChannel.with("""
                text: /body
                redaction: {except: [name], regions: [PL]}
                """);

        assertThat(channel.feedbackWith("\"body\": \"My name is Anna Nowak, 0048 512 345 678, a@b.example\"")
                        .text())
                .isEqualTo("My name is Anna Nowak, <phone>, <email>");
        assertThatThrownBy(() -> TestChannel.with("text: /body\nredaction: {kinds: [fingerprint]}\n"))
                .hasMessageContaining("\"fingerprint\" is no kind of personal data");
        assertThatThrownBy(() -> TestChannel.with("text: /body\nredaction: {regions: [Poland]}\n"))
                .hasMessageContaining("\"Poland\" is no region");
    }

    @Test
    void a_single_word_is_in_the_language_that_is_usual_on_the_channel() {
        TestChannel english = TestChannel.with("text: /body\nusual_language: en\n");
        TestChannel unknown = TestChannel.with("text: /body\n");

        assertThat(english.feedbackWith("\"body\": \"Excellent\"").language()).isEqualTo("en");
        assertThat(english.feedbackWith("\"body\": \"太慢了\"").language()).isEqualTo("zh");
        assertThat(unknown.feedbackWith("\"body\": \"Excellent\"").language()).isEqualTo("und");
    }
}
