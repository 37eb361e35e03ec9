package io.satisflow.scoring.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.satisflow.sentiment.SentimentLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledCsvTest {
    @TempDir
    private Path folder;

    @Test
    void label_and_text_are_taken_wherever_they_stand() throws IOException {
        LabelledSet set = read("id,text,label\n1,\"good, really\",positive\n2,bad,negative\n");

        assertThat(set.texts())
                .containsExactly(
                        new LabelledText("good, really", SentimentLabel.POSITIVE),
                        new LabelledText("bad", SentimentLabel.NEGATIVE));
        assertThat(set.isTwoWay()).isTrue();
    }

    @Test
    void other_labels_and_missing_texts_are_left_out_and_counted() throws IOException {
        LabelledSet set = read("label,text\nconflict,so so\nneutral,fine\nnot_scored,x\npositive,\npositive\n");

        assertThat(set.texts()).containsExactly(new LabelledText("fine", SentimentLabel.NEUTRAL));
        assertThat(set.leftOut()).isEqualTo(4);
        assertThat(set.isTwoWay()).isFalse();
    }

    @Test
    void stars_are_labels_where_there_are_no_others() throws IOException {
        LabelledSet set = read(",Review Text,Rating\n0,lovely,5\n1,awful,1\n2,fine,3.0\n3,half,3.5\n4,,4\n");

        assertThat(set.texts())
                .containsExactly(
                        new LabelledText("lovely", SentimentLabel.POSITIVE),
                        new LabelledText("awful", SentimentLabel.NEGATIVE),
                        new LabelledText("fine", SentimentLabel.NEUTRAL));
        assertThat(set.leftOut()).isEqualTo(2);
        assertThat(read("label,text,stars\nnegative,awful,5\n").texts())
                .containsExactly(new LabelledText("awful", SentimentLabel.NEGATIVE));
    }

    @Test
    void what_stands_above_a_review_is_read_with_it() throws IOException {
        LabelledSet set = read("Title,Review Text,Rating\nMy favorite,I wear it daily,5\nNo!,Too small,1\n,Fine,3\n");

        assertThat(set.texts())
                .extracting(LabelledText::text)
                .containsExactly("My favorite. I wear it daily", "No! Too small", "Fine");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_column() throws IOException {
        assertThat(read("\ufefflabel,text\npositive,好\n").texts()).hasSize(1);
    }

    @Test
    void a_missing_column_is_named() {
        assertThatExceptionOfType(LabelledDataException.class)
                .isThrownBy(() -> read("id,text\n5,good\n"))
                .withMessageContaining("expected the columns label and text, but the header is [id, text]");
    }

    @Test
    void a_file_without_a_usable_row_is_refused() {
        assertThatExceptionOfType(LabelledDataException.class)
                .isThrownBy(() -> read("label,text\n1,good\n"))
                .withMessageContaining("negative, neutral, positive (1 rows left out)");
    }

    @Test
    void a_text_is_always_in_the_same_part() {
        assertThat(Part.of("a text", 1)).isEqualTo(Part.of(" a text\n", 1));
        int[] counts = new int[Part.values().length];
        for (int i = 0; i < 10_000; i++) {
            counts[Part.of("text number " + i, 1).ordinal()]++;
        }
        assertThat(counts[Part.TRAINING.ordinal()]).isBetween(8_200, 8_600);
        assertThat(counts[Part.CALIBRATION.ordinal()]).isBetween(680, 920);
        assertThat(counts[Part.VALIDATION.ordinal()]).isBetween(680, 920);
    }

    private LabelledSet read(String csv) throws IOException {
        return LabelledCsv.read(Files.writeString(folder.resolve("labelled.csv"), csv));
    }
}
