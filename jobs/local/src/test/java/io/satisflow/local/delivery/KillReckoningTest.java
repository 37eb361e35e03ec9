package io.satisflow.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.delivery.ToldTool.Post;
import io.satisflow.local.delivery.ToldTool.Told;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Milliseconds in place of moments; a kill at 100 and one at 200. */
class KillReckoningTest {
    private static final List<Long> KILLS = List.of(nanos(100), nanos(200));

    private final List<Post> posts = new ArrayList<>();

    @Test
    void one_message_again_as_it_was_is_what_is_promised_however_many_alerts_it_has() {
        post(10, "a", 0);
        post(90, "b", 1, 2, 3);
        post(110, "b", 1, 2, 3);
        post(120, "c", 4);
        KillReckoning reckoning = reckoned(5);
        assertThat(reckoning.kills())
                .containsExactly(new KillReckoning.Kill(1, 0, 3, 10), new KillReckoning.Kill(0, 0, 0, 0));
        assertThat(reckoning.holds()).isTrue();
    }

    @Test
    void a_second_message_again_after_the_same_kill_breaks_the_promise() {
        post(80, "a", 0);
        post(90, "b", 1);
        post(110, "a", 0);
        post(120, "b", 1);
        KillReckoning reckoning = reckoned(2);
        assertThat(reckoning.kills().get(0)).isEqualTo(new KillReckoning.Kill(2, 0, 2, 20));
        assertThat(reckoning.holds()).isFalse();
    }

    @Test
    void one_message_again_after_each_of_two_kills_is_what_is_promised() {
        post(90, "a", 0);
        post(190, "a", 0);
        post(210, "a", 0);
        KillReckoning reckoning = reckoned(1);
        assertThat(reckoning.messages()).isEqualTo(2);
        assertThat(reckoning.holds()).isTrue();
    }

    @Test
    void alerts_again_in_another_message_break_the_promise() {
        post(90, "a", 0, 1);
        post(110, "b", 0, 1, 2);
        KillReckoning reckoning = reckoned(3);
        assertThat(reckoning.kills().get(0)).isEqualTo(new KillReckoning.Kill(1, 1, 2, 10));
        assertThat(reckoning.holds()).isFalse();
    }

    @Test
    void the_same_key_with_other_alerts_breaks_the_promise() {
        post(90, "a", 0);
        post(110, "a", 0, 1);
        assertThat(reckoned(2).holds()).isFalse();
    }

    @Test
    void what_is_never_told_is_lost_and_what_comes_behind_a_later_one_is_out_of_order() {
        post(10, "a", 1);
        post(20, "b", 0);
        KillReckoning reckoning = reckoned(3);
        assertThat(reckoning.lost()).isEqualTo(1);
        assertThat(reckoning.disordered()).isEqualTo(1);
        assertThat(reckoning.holds()).isFalse();
    }

    private KillReckoning reckoned(int alerts) {
        return KillReckoning.of(posts, KILLS, alerts);
    }

    private void post(int millis, String key, int... numbers) {
        List<Told> told = Arrays.stream(numbers)
                .mapToObj(number -> new Told("A" + number, 0))
                .toList();
        posts.add(new Post(key, told, nanos(millis)));
    }

    private static long nanos(int millis) {
        return millis * 1_000_000L;
    }
}
