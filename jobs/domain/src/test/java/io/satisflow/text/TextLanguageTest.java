package io.satisflow.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            物流太慢了，客服也不理人                          | zh
            iPhone手机不错，WiFi连接很慢                     | zh
            優の良品，味道很好，下次還會再來                    | zh
            配送がとても遅いです。対応も最悪でした。              | ja
            배송이 너무 늦어요                               | ko
            บริการดีมาก                                    | th
            השירות היה מצוין                               | he
            The app keeps crashing and nobody answers.     | en
            @VirginAmerica why isn't my flight on time?    | en
            Great service, thanks                          | en
            Great product                                  | en
            love it                                        | en
            STILL WAITING!!!                               | en
            soooooo goooood                                | en
            awful                                          | en
            Die Lieferung war nicht pünktlich und ich warte| de
            Le service est très lent et je ne suis pas content | fr
            El servicio no es muy bueno pero está bien     | es
            Сервис просто ужасный                          | und
            الخدمة سيئة جدا                                 | und
            hotel                                          | und
            @JetBlue http://t.co/we7Pf5Ll1Y                | und
            <email> [phone]                                | und
            太慢了 https://example.com/orders/track/12345     | zh
            @customer_service_team 退款呢                    | zh
            12345 !!! 😀                                   | und
            [爱你][爱你] 😀                                 | zh
            """)
    void script_and_letters_tell_the_language_and_what_is_not_clear_stays_undetermined(String text, String language) {
        assertThat(TextLanguage.of(text)).isEqualTo(language);
    }

    @Test
    void no_short_text_in_another_language_of_latin_letters_is_taken_for_english() throws IOException {
        for (String line : otherLanguages()) {
            assertThat(TextLanguage.of(textOf(line))).describedAs(line).isNotEqualTo("en");
        }
    }

    /** Half of these texts, of two to five words, tell their language; the others stay undetermined. */
    @Test
    void the_language_that_is_told_is_the_right_one() throws IOException {
        List<String> told = otherLanguages().stream()
                .filter(line -> !TextLanguage.of(textOf(line)).equals(TextLanguage.UNDETERMINED))
                .toList();

        assertThat(told).hasSizeGreaterThan(80);
        // Indonesian and Malay share most of their words.
        assertThat(told.stream().filter(line -> !line.startsWith(TextLanguage.of(textOf(line)) + "\t")))
                .hasSizeLessThan(2);
    }

    @Test
    void any_number_of_threads_get_the_same_answers() throws IOException {
        List<String> texts =
                otherLanguages().stream().map(TextLanguageTest::textOf).toList();
        List<String> alone = texts.stream().map(TextLanguage::of).toList();

        for (int round = 0; round < 50; round++) {
            assertThat(texts.parallelStream().map(TextLanguage::of).toList()).isEqualTo(alone);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "@", "[", "http://", "h", "' ", "\u0301", "\ud83d", " ", "好", "word "})
    @Timeout(10)
    void hostile_texts_are_read_in_bounded_time(String piece) {
        assertThat(TextLanguage.of(piece.repeat(5_000_000))).isNotNull();
    }

    @Test
    void any_characters_at_all_have_an_answer() {
        Random random = new Random(9);
        for (int round = 0; round < 5_000; round++) {
            String text = random.ints(random.nextInt(40), 0, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(TextLanguage.of(text)).isNotNull();
        }
    }

    /** Language, a tab, a text; 22 for each language. */
    private static List<String> otherLanguages() throws IOException {
        try (InputStream in = Objects.requireNonNull(TextLanguageTest.class.getResourceAsStream("not-english.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static String textOf(String line) {
        return line.substring(line.indexOf('\t') + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "Excellent, en, en",
        "Superb, en, en",
        "Excellent, fr, fr",
        "Excellent, zh, und",
        "很好, en, zh",
        "Das ist leider sehr schlecht gelaufen, en, de",
        "666, en, und"
    })
    void what_is_not_clear_is_in_the_language_that_is_usual(String text, String usual, String language) {
        assertThat(TextLanguage.of(text, usual)).isEqualTo(language);
    }
}
