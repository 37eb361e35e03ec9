package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.AlertSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeWatchTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final List<String> said = new ArrayList<>();
    private final TimeWatch watch =
            new TimeWatch(NOON, said::add, new StandstillAlarm(AlertSettings.DEFAULT, name -> null, said::add));

    @Test
    void time_that_stands_still_is_told_once_with_the_job_that_holds_it_and_so_is_its_going_on() {
        JobTimes scoringStands = new JobTimes(at(0), at(0), at(-30), at(-30));
        watch.look(scoringStands, NOON);
        watch.look(scoringStands, NOON.plusSeconds(59));
        assertThat(said).isEmpty();

        watch.look(scoringStands, NOON.plusSeconds(61));
        watch.look(scoringStands, NOON.plusSeconds(600));
        assertThat(said)
                .singleElement()
                .asString()
                .contains("Time stands still at 2026-03-02T11:59:30Z for 61 s", "Job scoring holds it");

        watch.look(new JobTimes(at(0), at(0), at(0), at(0)), NOON.plusSeconds(601));
        assertThat(said).last().isEqualTo("Time goes on, at 2026-03-02T12:00:00Z.");
    }

    @Test
    void a_job_that_has_not_begun_is_told_too() {
        Optional<Instant> none = Optional.empty();
        watch.look(new JobTimes(none, none, none, none), NOON.plusSeconds(61));
        assertThat(said).singleElement().asString().contains("at its beginning", "Intake's clock holds it");
    }

    @Test
    void whoever_is_farthest_up_and_behind_holds_it() {
        assertThat(new JobTimes(at(0), at(-60), at(-60), at(-60)).heldBy()).startsWith("Job intake holds it");
        assertThat(new JobTimes(at(0), at(0), at(0), at(-60)).heldBy()).startsWith("Job engine holds it");
    }

    private static Optional<Instant> at(int seconds) {
        return Optional.of(NOON.plusSeconds(seconds));
    }
}
