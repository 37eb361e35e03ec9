package io.satisflow.scoring.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.scoring.ShippedModels;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.ModelFormatException;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.WorkLimit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FusionFormatTest {
    private static final LinearModel ENGLISH = ShippedModels.all().get(0);
    private static final WordPlaces PLACES = new WordPlaces("good", "bad");
    private static final int INPUTS = PLACES.dimensions() + FusionInput.EVIDENCE;

    @Test
    void what_is_written_is_read() throws IOException {
        FusionModel model = model();

        FusionModel read = FusionFormat.read(new ByteArrayInputStream(bytes(model)), "en.fusion");

        assertThat(read.name()).isEqualTo(model.name());
        assertThat(read.linear().name()).isEqualTo(ENGLISH.name());
        assertThat(read.head().weights()).isEqualTo(model.head().weights());
    }

    @Test
    void a_single_damaged_byte_is_noticed_wherever_it_stands() throws IOException {
        byte[] bytes = bytes(model());
        for (int i = 0; i < bytes.length; i += 997) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x10;
            assertThatThrownBy(() -> FusionFormat.read(new ByteArrayInputStream(damaged), "en.fusion"))
                    .isInstanceOf(ModelFormatException.class);
        }
    }

    @Test
    void a_file_that_ends_early_or_is_something_else_says_what_to_do() throws IOException {
        byte[] bytes = bytes(model());
        for (int length : new int[] {0, 3, 12, 40, bytes.length - 1}) {
            assertThatThrownBy(() ->
                            FusionFormat.read(new ByteArrayInputStream(Arrays.copyOf(bytes, length)), "en.fusion"))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining("en.fusion");
        }
        assertThatThrownBy(() -> FusionFormat.read(new ByteArrayInputStream("label,text\n".getBytes()), "x.csv"))
                .hasMessage("x.csv is no fusion model; make one with `satisflow train --scorer fusion`");
    }

    @Test
    void a_head_for_another_network_is_refused() {
        assertThatThrownBy(() -> new FusionScorer(model(), new WordPlaces(), WorkLimit.DEFAULT, FusionScorer.ALWAYS))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("was trained on places of 3 numbers, but the encoder gives 1");
    }

    @Test
    void what_linear_is_sure_of_costs_no_encoding() {
        WordPlaces places = new WordPlaces("good", "bad");
        FusionScorer scorer = new FusionScorer(model(), places, WorkLimit.DEFAULT, 0.4);

        Polarity left = scorer.score("I love it, thank you!").polarity();

        assertThat(places.asked()).isZero();
        assertThat(left.positive()).isGreaterThan(0.4);
        new FusionScorer(model(), places, WorkLimit.DEFAULT, FusionScorer.ALWAYS).score("I love it, thank you!");
        assertThat(places.asked()).isEqualTo(1);
    }

    private static FusionModel model() {
        float[] weights = new float[3 * (INPUTS + 1)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i / 7f;
        }
        return new FusionModel(ENGLISH, new FusionHead(weights, 3, 0));
    }

    private static byte[] bytes(FusionModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FusionFormat.write(model, out);
        return out.toByteArray();
    }
}
