package io.satisflow.scoring.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhraseTrieTest {
    private static final String LETTERS = "ab好 ";

    @Test
    void latin_words_stand_alone_and_chinese_ones_anywhere() {
        PhraseTrie trie = trie("app", "贵");

        assertThat(found(trie, "this app, APP! the Ａｐｐ")).isEqualTo(3);
        assertThat(found(trie, "apple happens wrapp")).isZero();
        assertThat(found(trie, "用app很好")).isEqualTo(1);
        assertThat(found(trie, "太贵了贵")).isEqualTo(2);
    }

    @Test
    void a_star_stands_for_any_ending_and_for_none() {
        PhraseTrie trie = trie("deliver*");

        assertThat(found(trie, "deliver delivered DELIVERY-man")).isEqualTo(3);
        assertThat(found(trie, "undelivered delive")).isZero();
    }

    @Test
    void blanks_between_words_count_as_one() {
        assertThat(found(trie("on  hold"), "On \t\n hold; on\u00a0hold; onhold"))
                .isEqualTo(2);
    }

    @Test
    void every_apostrophe_is_the_same() {
        assertThat(found(trie("doesn't work"), "It doesn’t work")).isEqualTo(1);
    }

    @Test
    void it_finds_what_looking_at_every_place_finds() {
        Random random = new Random(11);
        for (int round = 0; round < 3_000; round++) {
            String phrase = word(random, 1 + random.nextInt(3)).strip();
            String text = word(random, random.nextInt(12)).replaceAll(" +", " ");
            if (!phrase.isEmpty() && !phrase.contains("  ")) {
                assertThat(found(trie(phrase), text))
                        .describedAs("\"%s\" in \"%s\"", phrase, text)
                        .isEqualTo(byLookingEverywhere(phrase, text));
            }
        }
    }

    private static int byLookingEverywhere(String phrase, String text) {
        int count = 0;
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            boolean beginsWithin = at > 0 && isLatin(text.charAt(at)) && isLatin(text.charAt(at - 1));
            boolean endsWithin = end < text.length() && isLatin(text.charAt(end)) && isLatin(text.charAt(end - 1));
            count += beginsWithin || endsWithin ? 0 : 1;
        }
        return count;
    }

    private static boolean isLatin(char letter) {
        return letter == 'a' || letter == 'b';
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    private static PhraseTrie trie(String... phrases) {
        PhraseTrie trie = new PhraseTrie();
        List.of(phrases).forEach(phrase -> trie.add(phrase, 1));
        return trie;
    }

    private static int found(PhraseTrie trie, String text) {
        int[] count = new int[1];
        for (int at = 0; at < text.length(); at++) {
            trie.phrasesAt(text, at, text.length(), (things, end) -> count[0]++);
        }
        return count[0];
    }
}
