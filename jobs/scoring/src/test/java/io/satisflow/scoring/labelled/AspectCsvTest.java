package io.satisflow.scoring.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.sentiment.SentimentLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AspectCsvTest {
    @TempDir
    private Path folder;

    @Test
    void rows_of_one_text_are_its_aspects() throws IOException {
        Path file = write("""
                text,aspect,label
                "Good food, slow service",food,positive
                A table,none,
                "Good food, slow service",service,negative
                So so,food,conflict
                ,food,positive
                No aspect,,positive
                """);

        AspectCsv.Contents contents = new AspectCsv("aspect", Map.of()).read(file);

        assertThat(contents.leftOut()).isEqualTo(2);
        assertThat(contents.texts())
                .containsExactly(
                        new TextWithAspects(
                                "Good food, slow service",
                                Map.of(
                                        "food",
                                        Optional.of(SentimentLabel.POSITIVE),
                                        "service",
                                        Optional.of(SentimentLabel.NEGATIVE))),
                        new TextWithAspects("A table", Map.of()),
                        new TextWithAspects("So so", Map.of("food", Optional.empty())));
    }

    @Test
    void names_of_the_file_may_be_other_ones_here() throws IOException {
        Path file = write("text,reason\nlost my bag,Lost Luggage\nbroke my bag,Damaged Luggage\nmeh,Can't Tell\n");

        AspectCsv.Contents contents = new AspectCsv(
                        "reason",
                        Map.of("Lost Luggage", "luggage", "Damaged Luggage", "luggage", "Can't Tell", AspectCsv.NONE))
                .read(file);

        assertThat(contents.texts())
                .extracting(TextWithAspects::aspects)
                .containsExactly(Map.of("luggage", Optional.empty()), Map.of("luggage", Optional.empty()), Map.of());
    }

    @Test
    void two_labels_for_one_aspect_are_none() throws IOException {
        Path file = write("text,aspect,label\nso so,food,positive\nso so,food,negative\n");

        assertThat(new AspectCsv("aspect", Map.of()).read(file).texts().get(0).aspects())
                .isEqualTo(Map.of("food", Optional.empty()));
    }

    @Test
    void a_missing_column_is_named() throws IOException {
        Path file = write("text,label\nfine,positive\n");

        assertThatThrownBy(() -> new AspectCsv("aspect", Map.of()).read(file))
                .isInstanceOf(LabelledDataException.class)
                .hasMessageContaining("expected the columns text and aspect, but the header is [text, label]");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("aspects.csv"), content);
    }
}
