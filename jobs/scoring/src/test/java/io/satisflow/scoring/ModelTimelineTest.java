package io.satisflow.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigProblem;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.ModelFormat;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.linear.ThreeWayCalibration;
import io.satisflow.sentiment.Aspect;
import io.satisflow.sentiment.AspectVocabulary;
import io.satisflow.sentiment.AspectsFile;
import io.satisflow.sentiment.ScorerTimeline;
import io.satisflow.sentiment.ScorerTimeline.Period;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.settings.ScoringSettings;
import io.satisflow.settings.ScoringSettings.ModelChange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of the user's own, from given times on. */
class ModelTimelineTest {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final String TEXT = "They came on Monday";

    @TempDir
    Path folder;

    @Test
    void without_any_the_shipped_models_hold_at_all_times() {
        ScorerTimeline timeline = ModelTimeline.of(ScoringSettings.DEFAULT);

        assertThat(timeline.periods()).hasSize(1);
        assertThat(scored(timeline, APRIL, TEXT, "en"))
                .isEqualTo(new ShippedScorers().create().score(TEXT, "en"));
    }

    @Test
    void each_model_holds_for_its_language_until_the_next_one_does() throws IOException {
        Path gloomy = model("gloomy.model", ModelLanguage.ENGLISH, 50, 0);
        Path cheerful = model("cheerful.model", ModelLanguage.ENGLISH, 0, 50);
        ScorerTimeline timeline = timeline(change(cheerful, APRIL, 7), change(gloomy, MARCH, 8));

        Sentiment before = scored(timeline, MARCH.minusMillis(1), TEXT, "en");
        assertThat(before).isEqualTo(new ShippedScorers().create().score(TEXT, "en"));
        assertThat(scored(timeline, MARCH, TEXT, "en").label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(scored(timeline, APRIL.minusMillis(1), TEXT, "en").label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(scored(timeline, APRIL, TEXT, "en").label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(scored(timeline, APRIL, TEXT, "en").scorer())
                .startsWith("linear-en-")
                .isNotEqualTo(before.scorer());
        assertThat(scored(timeline, APRIL, "味道不错", "zh"))
                .isEqualTo(new ShippedScorers().create().score("味道不错", "zh"));
    }

    @Test
    void the_models_travel_and_their_files_need_not() throws IOException {
        Path gloomy = model("gloomy.model", ModelLanguage.ENGLISH, 50, 0);
        ScorerTimeline timeline = timeline(change(gloomy, Instant.MIN, 7));
        Files.delete(gloomy);

        assertThat(scored(timeline, MARCH, TEXT, "en").label()).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void everything_that_is_wrong_with_the_files_is_told_where_they_are_named() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.model"), "label,text\npositive,good");
        Path good = model("good.model", ModelLanguage.ENGLISH, 0, 0);

        assertThatThrownBy(() -> timeline(change(broken, MARCH, 7), change(good, MARCH, 8), change(good, MARCH, 9)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("satisflow.yaml:7:1: ")
                .hasMessageContaining("broken.model is no model; make one with `satisflow train`")
                .hasMessageContaining("satisflow.yaml:9:1: ")
                .hasMessageContaining("another model of language en holds from the same time");
    }

    @Test
    void aspects_are_those_of_the_settings() {
        AspectVocabulary own =
                AspectsFile.read(ConfigFile.parse("own.yaml", "{aspects: {parking: {en: [parking, car park]}}}"));

        Period always = timeline(own).periods().get(0);
        String text = "The car park was dirty";
        Sentiment whole = always.scorers().create().score(text, "en");

        assertThat(always.aspectFinders().create().find(text, "en", whole))
                .extracting(Aspect::name)
                .containsExactly("parking");
    }

    private static ScorerTimeline timeline(ModelChange... models) {
        return timeline(ScoringSettings.DEFAULT.aspects(), models);
    }

    private static ScorerTimeline timeline(AspectVocabulary aspects, ModelChange... models) {
        ScoringSettings usual = ScoringSettings.DEFAULT;
        return ModelTimeline.of(new ScoringSettings(
                usual.scorer(),
                usual.limit(),
                usual.tokens(),
                usual.scoreWait(),
                usual.cache(),
                aspects,
                List.of(models)));
    }

    private static ModelChange change(Path file, Instant from, int line) {
        return new ModelChange(
                file,
                from,
                message -> new ConfigException(
                        List.of(new ConfigProblem("satisflow.yaml", line, 1, "scoring.models", message))));
    }

    private static Sentiment scored(ScorerTimeline timeline, Instant knownAt, String text, String language) {
        return timeline.periods()
                .get(timeline.indexAt(knownAt))
                .scorers()
                .create()
                .score(text, language);
    }

    /** The shipped model with a mind made up. */
    private Path model(String name, ModelLanguage language, double negative, double positive) throws IOException {
        LinearModel shipped = ShippedModels.all().stream()
                .filter(model -> model.language() == language)
                .findFirst()
                .orElseThrow();
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            ModelFormat.write(shipped.withCalibration(new ThreeWayCalibration(1, negative, 0, positive)), out);
        }
        return file;
    }
}
