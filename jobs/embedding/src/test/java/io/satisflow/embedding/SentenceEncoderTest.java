package io.satisflow.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.scoring.fusion.TextEncoder;
import io.satisflow.scoring.linear.ModelLanguage;
import org.junit.jupiter.api.Test;

class SentenceEncoderTest {
    private final TextEncoder english = new OnnxEncoders().encoder(ModelLanguage.ENGLISH);
    private final TextEncoder chinese = new OnnxEncoders().encoder(ModelLanguage.CHINESE);

    @Test
    void what_means_alike_is_closer_than_what_does_not() {
        assertThat(closeness(english, "The parcel came late.", "My delivery was delayed."))
                .isGreaterThan(closeness(english, "The parcel came late.", "What a lovely singer!"));
        assertThat(closeness(chinese, "快递太慢了", "等了很久才送到")).isGreaterThan(closeness(chinese, "快递太慢了", "这部电影真好看"));
    }

    @Test
    void a_place_has_length_one_and_does_not_depend_on_what_was_read_before() {
        float[] first = english.encode("Great service");
        english.encode("something quite different ".repeat(50));

        assertThat(english.encode("Great service")).isEqualTo(first);
        assertThat(first).hasSize(english.dimensions());
        assertThat(product(first, first)).isCloseTo(1, within(1e-5));
    }

    @Test
    void any_text_has_a_place() {
        for (String text :
                new String[] {"", " ", "😀", "\ud83d", "\u0000", "好".repeat(100_000), "a b ".repeat(100_000)}) {
            assertThat(product(english.encode(text), english.encode(text))).isCloseTo(1, within(1e-5));
            assertThat(product(chinese.encode(text), chinese.encode(text))).isCloseTo(1, within(1e-5));
        }
    }

    private static double closeness(TextEncoder encoder, String one, String other) {
        return product(encoder.encode(one), encoder.encode(other));
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
