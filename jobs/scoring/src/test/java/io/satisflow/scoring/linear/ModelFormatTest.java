package io.satisflow.scoring.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.satisflow.sentiment.WorkLimit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelFormatTest {
    private static final int BITS = 10;

    @Test
    void a_model_of_three_margins_comes_back_as_it_was() throws IOException {
        requireSame(
                LinearModel.of(ModelLanguage.ENGLISH, BITS, weights(3), new ThreeWayCalibration(1.2, -0.1, 0.2, -0.1)));
    }

    @Test
    void a_model_of_one_margin_comes_back_as_it_was() throws IOException {
        requireSame(LinearModel.of(ModelLanguage.CHINESE, BITS, weights(1), new TwoWayCalibration(1.2, 0.3, 0.1)));
    }

    @Test
    void what_texts_read_by_passages_are_told_by_comes_back_too() throws IOException {
        LinearModel model = model().withCalibrations(model().calibration(), new ThreeWayCalibration(2, 0.5, -1, 0));
        String text = "It came on a Monday. ".repeat(20);

        requireSame(model);
        assertThat(new LinearScorer(read(bytes(model)), WorkLimit.DEFAULT).score(text, "en"))
                .isEqualTo(new LinearScorer(model, WorkLimit.DEFAULT).score(text, "en"))
                .isNotEqualTo(new LinearScorer(model().byPassages(), WorkLimit.DEFAULT).score(text, "en"));
        assertThat(model.name()).isNotEqualTo(model().byPassages().name());
    }

    @Test
    void any_flipped_bit_is_noticed() throws IOException {
        byte[] bytes = bytes(model());
        for (int i = 5; i < bytes.length; i += 7) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 4;
            assertThatExceptionOfType(ModelFormatException.class)
                    .isThrownBy(() -> read(damaged))
                    .withMessage("x.model is damaged: its checksum is wrong; copy it again");
        }
    }

    @Test
    void a_file_cut_short_is_noticed() throws IOException {
        byte[] bytes = bytes(model());
        for (int length = 0; length < bytes.length; length += 11) {
            byte[] shortened = Arrays.copyOf(bytes, length);
            assertThatExceptionOfType(ModelFormatException.class).isThrownBy(() -> read(shortened));
        }
    }

    @Test
    void something_else_is_no_model() {
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> read("label,text\npositive,good\n".getBytes(StandardCharsets.UTF_8)))
                .withMessage("x.model is no model; make one with `satisflow train`");
    }

    @Test
    void a_later_format_is_refused_by_its_number() throws IOException {
        byte[] bytes = bytes(model());
        bytes[4] = 3;
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> read(bytes))
                .withMessageContaining("has format 3, but this version reads format 2");
    }

    @Test
    void models_that_differ_have_different_names() {
        LinearModel model = model();

        assertThat(model.name()).matches("linear-en-[0-9a-f]{8}");
        assertThat(model.withCalibration(new ThreeWayCalibration(2, 0, 0, 0)).name())
                .isNotEqualTo(model.name());
    }

    private static void requireSame(LinearModel model) throws IOException {
        LinearModel read = read(bytes(model));
        String text = "good 好 :)";
        String language = model.language().code();

        assertThat(read.name()).isEqualTo(model.name());
        assertThat(read.calibration()).isEqualTo(model.calibration());
        assertThat(new LinearScorer(read, WorkLimit.DEFAULT).score(text, language))
                .isEqualTo(new LinearScorer(model, WorkLimit.DEFAULT).score(text, language));
    }

    private static LinearModel model() {
        return LinearModel.of(ModelLanguage.ENGLISH, BITS, weights(3), new ThreeWayCalibration(1, 0, 0, 0));
    }

    private static double[] weights(int margins) {
        return new Random(5).doubles((long) margins << BITS, -2, 2).toArray();
    }

    private static byte[] bytes(LinearModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFormat.write(model, out);
        return out.toByteArray();
    }

    private static LinearModel read(byte[] bytes) throws IOException {
        return ModelFormat.read(new ByteArrayInputStream(bytes), "x.model");
    }
}
