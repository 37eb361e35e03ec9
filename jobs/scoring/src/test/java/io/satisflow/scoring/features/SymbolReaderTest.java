package io.satisflow.scoring.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SymbolReaderTest {
    private final SymbolReader english = new SymbolReader(false);
    private final SymbolReader chinese = new SymbolReader(true);

    @Test
    void letters_become_small_digits_alike_and_blanks_single() {
        assertThat(read(english, "Flight  1234\n LATE")).isEqualTo(" flight 000 late ");
    }

    @Test
    void stretched_words_are_cut_to_three() {
        assertThat(read(english, "soooooo gooood!!!!!!")).isEqualTo(" sooo goood!!! ");
    }

    @Test
    void full_width_forms_and_curly_quotes_are_the_common_ones() {
        assertThat(read(english, "ＯＫ！ don’t")).isEqualTo(" ok! don't ");
    }

    @Test
    void mentions_and_links_are_one_symbol_each() {
        assertThat(read(english, "@united see https://t.co/x1?a=b now")).isEqualTo(" {110001} see {110000} now ");
        assertThat(read(english, "a@b")).isEqualTo(" a{110001} ");
        assertThat(read(english, "@ 5")).isEqualTo(" @ 0 ");
    }

    @Test
    void how_an_emoji_is_drawn_does_not_matter() {
        assertThat(read(english, "\u2764\ufe0f")).isEqualTo(read(english, "\u2764"));
    }

    @Test
    void skin_tones_do_not_matter() {
        assertThat(read(english, "👍🏽👍")).isEqualTo(read(english, "👍👍"));
    }

    @Test
    void an_emoji_comes_with_its_mood_however_often_it_is_repeated() {
        assertThat(read(english, "😡")).isEqualTo(" {110014}😡 ");
        assertThat(read(english, "😡😡😡😡😡")).isEqualTo(" {110014}😡😡😡 ");
        assertThat(read(english, "🚗")).isEqualTo(" 🚗 ");
    }

    @Test
    void among_chinese_a_latin_word_is_one_symbol() {
        assertThat(chinese.read("很nice", 5).length()).isEqualTo(4);
        assertThat(read(chinese, "NICE")).isEqualTo(read(chinese, "nice"));
    }

    @Test
    void among_chinese_a_code_is_its_mood_a_symbol_and_its_name() {
        assertThat(read(chinese, "[爱你]")).startsWith(" {110011}").endsWith("爱你 ");
        assertThat(read(chinese, "[爱你]")).isNotEqualTo(read(chinese, "[亲亲]"));
        assertThat(read(chinese, "[GOOD]")).startsWith(" {110012}");
    }

    @Test
    void traditional_characters_are_read_as_simplified_ones() {
        assertThat(read(chinese, "服務態度很差，還會來嗎")).isEqualTo(read(chinese, "服务态度很差，还会来吗"));
        assertThat(read(chinese, "软件")).isEqualTo(" 软件 ");
    }

    @Test
    void a_mention_a_hashtag_a_link_or_a_code_makes_a_post() {
        for (String post : new String[] {"@united hi", "so #late", "see https://t.co/x", "好[心]", "{%网页链接%}"}) {
            assertThat(chinese.read(post, post.length()).isPost()).as(post).isTrue();
        }
        for (String review : new String[] {"a@", "100% good", "[]", "好 😀"}) {
            assertThat(chinese.read(review, review.length()).isPost())
                    .as(review)
                    .isFalse();
        }
    }

    @Test
    void brackets_that_are_no_code_are_brackets() {
        assertThat(read(chinese, "[]")).isEqualTo(" [] ");
        assertThat(read(chinese, "[好，很好]")).isEqualTo(" [好,很好] ");
        assertThat(read(chinese, "[好")).isEqualTo(" [好 ");
    }

    private static String read(SymbolReader reader, String text) {
        Symbols symbols = reader.read(text, text.length());
        return IntStream.range(0, symbols.length())
                .mapToObj(i -> shown(symbols.at(i)))
                .collect(Collectors.joining());
    }

    private static String shown(int symbol) {
        return symbol <= Character.MAX_CODE_POINT ? Character.toString(symbol) : "{%x}".formatted(symbol);
    }
}
