package io.satisflow.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventClockTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60_000L;

    /** Jobs commit once a second, a minute of the shop each; the screen is drawn four times a second. */
    @Test
    void the_time_that_is_shown_goes_evenly_between_the_marks() {
        EventClock clock = new EventClock();
        List<Long> shown = new ArrayList<>();
        for (int quarter = 0; quarter < 120; quarter++) {
            if (quarter % 4 == 0) {
                clock.heard("0", quarter / 4 * MINUTE);
            }
            clock.sample(quarter * SECOND / 4);
            shown.add(clock.shown().map(Instant::toEpochMilli).orElseThrow());
        }
        List<Long> steps = new ArrayList<>();
        for (int i = 60; i < shown.size(); i++) {
            steps.add(shown.get(i) - shown.get(i - 1));
        }
        assertThat(steps).allSatisfy(step -> assertThat(step).isBetween(MINUTE / 8, MINUTE / 2));
        assertThat(shown.get(119)).isBetween(27 * MINUTE, 31 * MINUTE);
    }

    /** In silence a live engine tells the time every ten seconds. */
    @Test
    void live_time_goes_on_by_itself_between_two_marks_and_stands_when_none_comes_any_more() {
        EventClock clock = new EventClock();
        for (int quarter = 0; quarter <= 240; quarter++) {
            if (quarter % 40 == 0) {
                clock.heard("0", quarter * 250L);
            }
            clock.sample(quarter * SECOND / 4);
            if (quarter > 80) {
                assertThat(clock.shown()).contains(Instant.ofEpochMilli(quarter * 250L));
            }
        }
        for (int quarter = 241; quarter < 600; quarter++) {
            clock.sample(quarter * SECOND / 4);
        }
        assertThat(clock.shown().orElseThrow().toEpochMilli()).isBetween(60_000L, 73_000L);
    }

    @Test
    void when_the_marks_stand_the_time_that_is_shown_stands_too() {
        EventClock clock = new EventClock();
        for (int quarter = 0; quarter < 80; quarter++) {
            clock.heard("0", quarter / 4 * MINUTE);
            clock.sample(quarter * SECOND / 4);
        }
        for (int quarter = 80; quarter < 400; quarter++) {
            clock.sample(quarter * SECOND / 4);
        }
        Instant stood = clock.shown().orElseThrow();
        clock.sample(500 * SECOND / 4);

        assertThat(clock.shown()).contains(stood);
        assertThat(stood.toEpochMilli()).isBetween(19 * MINUTE, 21 * MINUTE);
    }
}
