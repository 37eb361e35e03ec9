package io.satisflow.scoring.idioms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomatonTest {

    @Test
    void it_tells_all_idioms_that_may_stand_at_a_place() {
        Automaton automaton = automaton("no(?: real)? faults?", "no .?faults", "never");

        assertThat(at(automaton, "there are no real faults", 10)).containsExactly(0);
        assertThat(at(automaton, "NO FAULTS", 0)).containsExactly(0, 1);
        assertThat(at(automaton, "no regrets", 0)).isEmpty();
    }

    @Test
    void what_a_pattern_asserts_of_its_surroundings_is_left_to_the_pattern() {
        Automaton automaton = automaton("no(?! longer)\\b wait(?=,)$");

        assertThat(at(automaton, "no wait!", 0)).containsExactly(0);
    }

    /** Random texts of the patterns' own characters, so that many come near to fitting. */
    @ParameterizedTest
    @ValueSource(
            strings = {"a(?:b|ab){0,2}c+", "(?:ab?)*c", "[^b]{1,2}?a.c", "a{2}(?:b|c)?(?=a)a", "(?:a|b\\w){2,3}[- c]"})
    void it_misses_nothing_that_a_pattern_fits(String pattern) {
        Automaton automaton = automaton(pattern, "b+");
        Pattern exact = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        Random random = new Random(1);
        int fitted = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(9); j >= 0; j--) {
                text.appendCodePoint("abcABC- 😀".codePoints().toArray()[random.nextInt(9)]);
            }
            if (exact.matcher(text).lookingAt()) {
                fitted++;
                assertThat(at(automaton, text.toString(), 0))
                        .as(text.toString())
                        .contains(0);
            }
        }
        assertThat(fitted).isGreaterThan(20);
    }

    @Test
    void it_still_misses_nothing_once_there_were_more_states_than_it_keeps() {
        Automaton automaton = automaton("a[ab]{0,13}b.{12}c", "x");
        Pattern exact = Pattern.compile("a[ab]{0,13}b.{12}c");
        Random random = new Random(2);
        int fitted = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder("a");
            random.ints(30, 0, 2).forEach(bit -> text.append(bit == 0 ? 'a' : 'b'));
            text.setCharAt(14 + random.nextInt(16), 'c');
            if (exact.matcher(text).lookingAt()) {
                fitted++;
                assertThat(at(automaton, text.toString(), 0))
                        .as(text.toString())
                        .contains(0);
            }
        }
        assertThat(fitted).isGreaterThan(500);
        assertThat(at(automaton, "xa", 0)).containsExactly(1);
    }

    @Test
    void a_pattern_it_cannot_read_is_refused_with_what_it_is() {
        assertThatThrownBy(() -> ExpressionReader.read("a(b)"))
                .hasMessageContaining("a group that is neither")
                .hasMessageContaining("a(b)");
        assertThatThrownBy(() -> ExpressionReader.read("[a-z]")).hasMessageContaining("a range");
        assertThatThrownBy(() -> ExpressionReader.read("a)")).hasMessageContaining("a bracket");
    }

    private static Automaton automaton(String... patterns) {
        return new Automaton(Stream.of(patterns).map(ExpressionReader::read).toList());
    }

    private static List<Integer> at(Automaton automaton, String text, int place) {
        BitSet found = new BitSet();
        automaton.read(text, place, found);
        return found.stream().boxed().toList();
    }
}
