package io.satisflow.hook.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {

    @Test
    void terminal_sequences_go_and_the_words_stay() {
        assertThat(SafeText.line("\u001B[31mred\u001B[0m \u001B]8;;http://x\u0007link\u001B]8;;\u0007 \u009B2Jcleared"))
                .isEqualTo("red link cleared");
    }

    @Test
    void line_breaks_and_controls_become_one_space() {
        assertThat(SafeText.line("a\r\n\r\nX-Injected: yes\u0000\u2028b\tc ")).isEqualTo("a X-Injected: yes b c");
    }

    @Test
    void what_turns_the_writing_around_or_is_invisible_goes_and_emoji_stay_whole() {
        assertThat(SafeText.line("\u202Eabc\u202C \u2066d\u2069 e\u200Bf\uFEFF \uD83D\uDC69\u200D\uD83D\uDCBB"))
                .isEqualTo("abc d ef \uD83D\uDC69\u200D\uD83D\uDCBB");
    }

    @Test
    void half_a_pair_is_replaced_and_heaps_of_accents_are_cut() {
        assertThat(SafeText.line("a\uD800b")).isEqualTo("a\uFFFDb");
        assertThat(SafeText.line("e" + "\u0301".repeat(50))).hasSize(5);
    }

    @Test
    void a_long_text_is_cut_at_a_character() {
        assertThat(Cut.bytes("满意度下降", 10)).isEqualTo("满意…");
        assertThat(Cut.bytes("满意度", 9)).isEqualTo("满意度");
        assertThat(Cut.characters("ab\uD83D\uDC69\u200D\uD83D\uDCBBc", 6)).isEqualTo("ab…");
        assertThat(Cut.bytes("ae\u0301b", 5)).isEqualTo("ae\u0301b");
        assertThat(Cut.bytes("ae\u0301bcd", 6)).isEqualTo("a…");
        assertThat(Cut.bytes("abc", 2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "7", "40", "140", "4096"})
    void no_cut_is_longer_than_allowed(int most) {
        String text = "满意 e\u0301 \uD83D\uDE00 abc ".repeat(500);
        assertThat(Cut.size(Cut.bytes(text, most))).isLessThanOrEqualTo(most);
        assertThat(Cut.characters(text, most).length()).isLessThanOrEqualTo(most);
    }
}
