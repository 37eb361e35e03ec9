package io.satisflow.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many texts of real customers are recognized, on those that the letters were not learnt from. */
class RealLanguagesTest {
    private static final String DATA = System.getProperty("satisflow.data", "");

    @ParameterizedTest
    @CsvSource({
        "en_airline.csv, en, 0.99",
        "en_sst2.csv, en, 0.99",
        "en_restaurant_aspects.csv, en, 0.985",
        "en_sentences.csv, en, 0.96", // of 193 held out, two are Vietnamese
        "en_appreviews.csv, en, 0.995",
        "zh_waimai.csv, zh, 0.999",
        "zh_shopping.csv, zh, 0.999",
        "zh_weibo2018.csv, zh, 0.998"
    })
    void nearly_all_are_recognized(String file, String language, double share) throws IOException {
        Path csv = Path.of(DATA, "sentiment", file);
        Assumptions.assumeTrue(!DATA.isEmpty() && Files.exists(csv), "no real data; give -Dsatisflow.data=DIR");
        List<String> texts = texts(csv).stream()
                .filter(LetterTableMaker::isHeldOut)
                .filter(text -> !text.isBlank())
                .toList();

        long recognized = texts.stream()
                .filter(text -> TextLanguage.of(text).equals(language))
                .count();

        assertThat((double) recognized / texts.size()).isGreaterThanOrEqualTo(share);
    }

    private static List<String> texts(Path csv) throws IOException {
        try (CSVParser rows = CSVFormat.DEFAULT.builder().setHeader().get().parse(Files.newBufferedReader(csv))) {
            return rows.stream().map(row -> row.get("text")).toList();
        }
    }
}
