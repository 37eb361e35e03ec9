package io.satisflow.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            物流太慢 <phone>            | 物流太慢
            物流 <phone> 太慢           | 物流太慢
            call <phone> now            | call now
            call [phone] now            | call now
            great shop <name>, thanks   | great shop, thanks
            ter<card>rible              | terrible
            <email><EMAIL> hello        | hello
            """)
    void a_text_reads_as_if_the_mark_had_never_been_in_it(String marked, String plain) {
        assertThat(Marks.without(marked)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i <3 you",
                "[怒] 太慢",
                "[doge]",
                "a < b > c",
                "<p>text</p>",
                "[phone",
                "<phone",
                "[]<>",
                "[iphone]"
            })
    void what_is_no_mark_stays(String text) {
        assertThat(Marks.without(text)).isSameAs(text);
    }
}
