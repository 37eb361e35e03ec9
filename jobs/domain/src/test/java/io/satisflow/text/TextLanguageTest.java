package io.satisflow.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            Die Lieferung war nicht pünktlich und ich warte| und
            Le service est très lent et je ne suis pas content | und
            El servicio no es muy bueno pero está bien     | und
            Сервис просто ужасный                          | und
            الخدمة سيئة جدا                                 | und
            Zweckmäßig                                     | und
            12345 !!! 😀                                   | und
            """)
    void the_script_tells_the_language_and_what_is_not_sure_stays_undetermined(String text, String language) {
        assertThat(TextLanguage.of(text)).isEqualTo(language);
    }
}
