package io.satisflow.scoring.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoodTest {
    @Test
    void emoji_of_one_mood_share_a_symbol() {
        assertThat(moodOf("🤬")).isEqualTo(moodOf("😡")).isNotEqualTo(Symbols.NONE);
        assertThat(moodOf("🥰")).isEqualTo(moodOf("❤")).isNotEqualTo(moodOf("😡"));
    }

    @Test
    void codes_share_the_moods_of_emoji() {
        assertThat(Mood.symbolOf(Symbols.named("怒", 0, 1))).isEqualTo(moodOf("😡"));
        assertThat(Mood.symbolOf(Symbols.named("no such code", 0, 12))).isEqualTo(Symbols.NONE);
    }

    @Test
    void letters_and_things_show_no_mood() {
        assertThat(moodOf("a")).isEqualTo(Symbols.NONE);
        assertThat(moodOf("怒")).isEqualTo(Symbols.NONE);
        assertThat(moodOf("🚗")).isEqualTo(Symbols.NONE);
    }

    private static int moodOf(String symbol) {
        return Mood.symbolOf(symbol.codePointAt(0));
    }
}
