package io.satisflow.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AspectsFileTest {
    private static final Path SHIPPED =
            Path.of(System.getProperty("satisflow.root", "../.."), "config", "aspects.yaml");

    /** Told too often: see config/aspects.yaml. */
    private static final List<String> OFF_IN_ENGLISH = List.of("response_speed", "booking");

    @Test
    void what_config_shows_is_what_holds_where_nothing_is_set() {
        assertThat(AspectsFile.shipped()).isEqualTo(AspectsFile.read(SHIPPED));
    }

    @Test
    void the_shipped_aspects_have_words_in_both_languages() {
        AspectVocabulary shipped = AspectsFile.shipped();

        assertThat(shipped.names())
                .contains("price", "delivery", "quality", "attitude", "response_speed", "app", "refund", "environment");
        assertThat(shipped.aspects()).allSatisfy(aspect -> {
            assertThat(aspect.in("en").isEmpty()).isEqualTo(OFF_IN_ENGLISH.contains(aspect.name()));
            assertThat(aspect.in("zh")).isNotEmpty();
        });
    }

    @Test
    void an_aspect_that_is_off_for_a_language_has_no_words_in_it() {
        AspectVocabulary own = read("aspects: {fees: {en: [fee], zh: [费用], off: [en]}}");

        assertThat(own.aspects().get(0).in("en")).isEmpty();
        assertThat(own.aspects().get(0).in("zh")).containsExactly("费用");
        assertThatThrownBy(() -> read("aspects: {fees: {en: [fee], off: [de]}}"))
                .hasMessageContaining("\"de\" is no language of aspects; one of: en, zh");
    }

    @Test
    void a_team_adds_an_aspect_of_its_own() {
        AspectVocabulary own = read("""
                aspects:
                  包装:
                    zh: [包装, 盒子]
                  gift_wrap:
                    en: [gift wrap*, ribbon]
                    except: [ribbon cutting]
                """);

        assertThat(own.names()).containsExactly("包装", "gift_wrap");
        assertThat(own.aspects().get(1).in("en")).containsExactly("gift wrap*", "ribbon");
        assertThat(own.aspects().get(1).in("zh")).isEmpty();
        assertThat(own.aspects().get(1).except()).containsExactly("ribbon cutting");
    }

    @Test
    void mistakes_are_told_where_they_stand_and_all_at_once() {
        assertThatThrownBy(() -> read("""
                        aspects:
                          price: {en: [cost, Cost]}
                          app.crash: {en: [crash]}
                          delivery: {de: [paket]}
                          food: {en: [fo*od, "..."]}
                          empty: {}
                        """))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("aspects.yaml:2:22: aspects.price.en[1]: \"Cost\" stands twice in this list")
                .hasMessageContaining("aspects.yaml:3:14: aspects.app.crash: \"app.crash\" cannot name an aspect")
                .hasMessageContaining(
                        "aspects.yaml:4:14: aspects.delivery.de: unknown key; allowed here: en, zh, except, off")
                .hasMessageContaining("aspects.food.en[0]: \"fo*od\": * stands for any ending")
                .hasMessageContaining("aspects.food.en[1]: \"...\" is no word")
                .hasMessageContaining("aspects.empty: has no words; write some");
    }

    @Test
    void a_file_without_aspects_is_refused() {
        assertThatThrownBy(() -> read("aspects: {}")).hasMessageContaining("names no aspect; write at least one");
        assertThatThrownBy(() -> read("aspect: {}")).hasMessageContaining("unknown key; allowed here: aspects");
    }

    @Test
    void more_aspects_than_can_be_watched_are_refused() {
        String aspects = IntStream.range(0, AspectVocabulary.MOST_ASPECTS + 1)
                .mapToObj("  aspect%d: {en: [word]}\n"::formatted)
                .collect(Collectors.joining("", "aspects:\n", ""));

        assertThatThrownBy(() -> read(aspects)).hasMessageContaining("aspects.yaml:2:3: aspects: Expected at most 60");
    }

    @Test
    void a_vocabulary_travels_to_where_the_texts_are() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(AspectsFile.shipped());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(AspectsFile.shipped());
        }
    }

    private static AspectVocabulary read(String yaml) {
        return AspectsFile.read(ConfigFile.parse("aspects.yaml", yaml));
    }
}
