package io.satisflow.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.config.ConfigFile;
import io.satisflow.scoring.aspects.AspectModel;
import io.satisflow.scoring.aspects.AspectModelFormat;
import io.satisflow.scoring.aspects.AspectsByPassage;
import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.scoring.labelled.TextWithAspects;
import io.satisflow.scoring.linear.ModelFormatException;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.sentiment.Aspect;
import io.satisflow.sentiment.AspectVocabulary;
import io.satisflow.sentiment.AspectsFile;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.WorkLimit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AspectTrainerTest {
    private static final AspectVocabulary VOCABULARY = AspectsFile.read(
            ConfigFile.parse("own", "aspects: {price: {en: [price]}, colour: {en: [colour]}, unknown: {en: [other]}}"));

    @Test
    void it_learns_words_that_the_vocabulary_does_not_have() throws IOException {
        AspectModel model = train();

        assertThat(found(model, "far too many dollars for me")).containsExactly("price");
        assertThat(found(model, "this one is far too purple for me")).containsExactly("colour");
        assertThat(found(model, "nothing of it for me")).isEmpty();
    }

    @Test
    void what_no_label_names_is_left_to_the_words() throws IOException {
        assertThat(train().aspects()).containsExactly("colour", "price");
        assertThat(found(train(), "some other matter")).contains("unknown");
    }

    @Test
    void the_same_texts_make_the_same_bytes() throws IOException {
        assertThat(bytes(train())).isEqualTo(bytes(train()));
    }

    @Test
    void a_model_comes_back_from_its_file_as_it_was() throws IOException {
        AspectModel model = train();
        AspectModel read = AspectModelFormat.read(new ByteArrayInputStream(bytes(model)), "a.model");

        assertThat(read.aspects()).isEqualTo(model.aspects());
        assertThat(read.thresholds()).isEqualTo(model.thresholds());
        assertThat(bytes(read)).isEqualTo(bytes(model));
    }

    @Test
    void a_damaged_file_is_refused() throws IOException {
        byte[] bytes = bytes(train());
        bytes[bytes.length / 2] ^= 1;

        assertThatThrownBy(() -> AspectModelFormat.read(new ByteArrayInputStream(bytes), "a.model"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("a.model is damaged");
        assertThatThrownBy(() -> AspectModelFormat.read(new ByteArrayInputStream(new byte[20]), "b.model"))
                .hasMessageContaining("b.model is no aspect model; make one with");
    }

    @Test
    void texts_that_name_nothing_of_the_vocabulary_are_refused() {
        AspectTexts texts = new AspectTexts("a.csv", List.of(text("so so", "sound")));

        assertThatThrownBy(() -> trainer().train(List.of(texts), List.of()))
                .isInstanceOf(LabelledDataException.class)
                .hasMessageContaining("name none of the aspects [price, colour, unknown]");
    }

    private static AspectModel train() {
        List<TextWithAspects> texts = new ArrayList<>();
        List<String> background = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            texts.add(text("number %d costs many dollars".formatted(i * 7919), "price"));
            texts.add(text("number %d is all purple".formatted(i * 7919), "colour"));
            background.add("number %d is nothing special".formatted(i * 7919));
        }
        return trainer().train(List.of(new AspectTexts("a.csv", texts)), background);
    }

    private static AspectTrainer trainer() {
        return new AspectTrainer(ModelLanguage.ENGLISH, VOCABULARY, 1, line -> {});
    }

    private static TextWithAspects text(String text, String aspect) {
        return new TextWithAspects(text, Map.of(aspect, Optional.empty()));
    }

    private static List<String> found(AspectModel model, String text) {
        Sentiment neutral = Sentiment.of(new Polarity(0, 1, 0), "neutral", false);
        AspectsByPassage finder =
                new AspectsByPassage(VOCABULARY, List.of(model), (passage, language) -> neutral, WorkLimit.DEFAULT);
        return finder.find(text, "en", neutral).stream().map(Aspect::name).toList();
    }

    private static byte[] bytes(AspectModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AspectModelFormat.write(model, bytes);
        return bytes.toByteArray();
    }
}
