package io.satisflow.local.live;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells when the time of the clocks stands still, and when it goes on. */
final class TimeWatch {
    static final Duration LONGEST = Duration.ofMinutes(1);

    private final Consumer<String> notices;
    private final StandstillAlarm alarm;
    private Optional<Instant> reached = Optional.empty();
    private Instant movedAt;
    private boolean told;

    /**
     * @param startedAt by the wall clock
     * @param alarm for those who do not see the notices
     */
    TimeWatch(Instant startedAt, Consumer<String> notices, StandstillAlarm alarm) {
        this.movedAt = startedAt;
        this.notices = notices;
        this.alarm = alarm;
    }

    /**
     * @param times how far each job has come
     * @param now by the wall clock
     */
    void look(JobTimes times, Instant now) {
        if (times.engine().isPresent() && !times.engine().equals(reached)) {
            if (told) {
                notices.accept("Time goes on, at " + inWords(times.engine()) + ".");
                alarm.end(inWords(times.engine()), now);
            }
            told = false;
            reached = times.engine();
            movedAt = now;
        }
        Duration stood = Duration.between(movedAt, now);
        if (!told && stood.compareTo(LONGEST) > 0) {
            told = true;
            notices.accept("Time stands still at %s for %d s: nobody is warned of anything. %s"
                    .formatted(inWords(reached), stood.toSeconds(), times.heldBy()));
            alarm.begin(inWords(reached), stood, times.heldBy(), now);
        }
        alarm.look(now);
    }

    private static String inWords(Optional<Instant> time) {
        return time.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("its beginning");
    }
}
