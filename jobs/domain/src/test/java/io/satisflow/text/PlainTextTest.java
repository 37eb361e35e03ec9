package io.satisflow.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @Test
    void markup_is_taken_off_and_entities_are_decoded() {
        assertThat(PlainText.ofHtml("Great <b>app</b>&nbsp;&mdash; 5 &lt; 6 &amp; <i>fast</i>&#128512;"))
                .isEqualTo("Great app — 5 < 6 & fast😀");
    }

    @Test
    void blocks_and_breaks_are_lines() {
        assertThat(PlainText.ofHtml("<p>One\n line</p><p>Two<br>Three</p><ul><li>Four</li><li>Five</li></ul>"))
                .isEqualTo("One line\nTwo\nThree\nFour\nFive");
    }

    @Test
    void what_a_reader_does_not_see_is_left_out() {
        assertThat(PlainText.ofHtml("<style>p {}</style>Hi<script>alert(1)</script> there<!-- no -->"))
                .isEqualTo("Hi there");
    }

    @Test
    void without_a_tag_line_breaks_stay() {
        assertThat(PlainText.ofHtml("down &gt;again&lt;\nwhen? <3 R&D")).isEqualTo("down >again<\nwhen? <3 R&D");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>",
                "<div>",
                "<p><b>",
                "<a href=x>",
                "<",
                "<!--",
                "&",
                "&#",
                "<table><tr><td>",
                "</p>",
                "<b></i>",
                "<svg>",
                "<select>",
                "<template>"
            })
    void hostile_markup_is_read_in_time(String piece) {
        String html = piece.repeat((1 << 20) / piece.length());

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> PlainText.ofHtml(html));
    }

    @Test
    void half_surrogate_pairs_and_nul_do_not_get_through() {
        assertThat(WellFormedText.of("a\uD83Db\u0000c😀\uDE00")).isEqualTo("a\uFFFDbc😀\uFFFD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a<b and c>d                                     | a<b and c>d
            I <3 this app                                   | I <3 this app
            if x<y then <b>stop</b>                         | if x<y then stop
            <p>1 < 2 & 3 > 2</p>                            | 1 < 2 & 3 > 2
            <me@shop> wrote <i>so</i>                       | <me@shop> wrote so
            <a href="x" title="a > b">here</a> <o:p></o:p>  | here
            <input disabled> left <br/>right                | left\\nright
            price <10 or >20                                | price <10 or >20
            """)
    void an_angle_that_opens_no_tag_is_a_word(String html, String text) {
        assertThat(PlainText.ofHtml(html)).isEqualTo(text.replace("\\n", "\n"));
    }
}
