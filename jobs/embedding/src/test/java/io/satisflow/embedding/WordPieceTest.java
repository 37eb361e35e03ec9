package io.satisflow.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cases cut by hand on a small vocabulary, and the published ones of BERT's own tokenizer on its real vocabulary. */
@Timeout(20)
class WordPieceTest {
    private static final Map<String, Integer> SMALL = Map.ofEntries(
            Map.entry("[UNK]", 0),
            Map.entry("[CLS]", 1),
            Map.entry("[SEP]", 2),
            Map.entry("want", 3),
            Map.entry("##want", 4),
            Map.entry("##ed", 5),
            Map.entry("wa", 6),
            Map.entry("un", 7),
            Map.entry("runn", 8),
            Map.entry("##ing", 9),
            Map.entry(",", 10),
            Map.entry("low", 11),
            Map.entry("##est", 12),
            Map.entry("$", 13),
            Map.entry("不", 14),
            Map.entry("好", 15),
            Map.entry("##😀", 16),
            Map.entry("a", 17));

    private final WordPiece pieces = new WordPiece(new Vocabulary(SMALL, true), 128);

    @Test
    void the_longest_known_piece_comes_first_and_the_rest_goes_on_within_the_word() {
        assertThat(cut("unwanted running")).containsExactly(7, 4, 5, 8, 9);
        assertThat(cut("wanted")).containsExactly(3, 5);
    }

    @Test
    void a_word_with_one_unknown_piece_is_unknown_as_a_whole() {
        assertThat(cut("unwantedX running")).containsExactly(0, 8, 9);
        assertThat(cut("")).isEmpty();
    }

    @Test
    void case_and_accents_do_not_count() {
        assertThat(cut("UNwant\u00e9d, Low\u00c9st")).containsExactly(7, 4, 5, 10, 11, 12);
    }

    @Test
    void punctuation_signs_and_han_characters_are_words_of_their_own() {
        assertThat(cut("low$,low")).containsExactly(11, 13, 10, 11);
        assertThat(cut("不好low好")).containsExactly(14, 15, 11, 15);
    }

    @Test
    void control_characters_vanish_and_all_kinds_of_blanks_divide() {
        assertThat(cut("lo\u0000w\u200d\u202e want\u00a0want\u3000want\twant\r\nwant"))
                .containsExactly(11, 3, 3, 3, 3, 3);
    }

    @Test
    void an_emoji_goes_with_the_word_it_is_written_to() {
        assertThat(cut("a😀 😀")).containsExactly(17, 16, 0);
    }

    @Test
    void without_lower_case_capitals_count() {
        WordPiece asWritten = new WordPiece(new Vocabulary(SMALL, false), 128);

        assertThat(asWritten.numbers("low Low")).containsExactly(1, 11, 0, 2);
    }

    @Test
    void a_long_text_is_read_as_far_as_the_limit() {
        WordPiece five = new WordPiece(new Vocabulary(SMALL, true), 5);

        assertThat(five.numbers("want want unwanted want")).containsExactly(1, 3, 3, 7, 2);
        assertThat(five.numbers("want ".repeat(2_000_000))).hasSize(5);
    }

    @Test
    void a_word_of_a_million_letters_is_unknown_and_takes_no_time() {
        assertThat(cut("a".repeat(1_000_000) + " low")).containsExactly(0, 11);
        assertThat(cut("\u0301".repeat(1_000_000))).isEmpty();
    }

    @Test
    void berts_own_vocabulary_cuts_as_bert_does() throws IOException {
        try (InputStream in = EncoderNetwork.ENGLISH.vocabulary()) {
            WordPiece bert = new WordPiece(Vocabulary.read(in), 128);

            // Published with BERT: "Hello, y'all! How are you 😁 ?", and the sample sentence of its model card.
            assertThat(bert.numbers("Hello, y'all! How are you ?"))
                    .containsExactly(101, 7592, 1010, 1061, 1005, 2035, 999, 2129, 2024, 2017, 1029, 102);
            assertThat(bert.numbers("Hello world!")).containsExactly(101, 7592, 2088, 999, 102);
        }
    }

    private List<Integer> cut(String text) {
        long[] numbers = pieces.numbers(text);
        assertThat(numbers[0]).isEqualTo(1);
        assertThat(numbers[numbers.length - 1]).isEqualTo(2);
        return LongStream.of(numbers)
                .skip(1)
                .limit(numbers.length - 2)
                .mapToInt(Math::toIntExact)
                .boxed()
                .toList();
    }
}
