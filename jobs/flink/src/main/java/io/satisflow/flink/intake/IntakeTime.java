package io.satisflow.flink.intake;

import java.io.Serializable;
import java.time.Duration;

/**
 * What moves the time of the raw partitions. In a replay it is the records, and the marks of whoever feeds them. Live
 * it is the marks of the {@link LiveClock} alone: a partition without records does not stand still, and a client whose
 * clock is ahead moves nobody's time but its own.
 *
 * @param disorder how far behind the newest of its partition, or live behind the clock, a record may stand without
 *     counting as late
 * @param live whether the clock moves the time
 */
public record IntakeTime(Duration disorder, boolean live) implements Serializable {

    public static IntakeTime ofReplay(Duration disorder) {
        return new IntakeTime(disorder, false);
    }

    public static IntakeTime ofClock(Duration disorder) {
        return new IntakeTime(disorder, true);
    }

    boolean isMovedByRecords() {
        return !live;
    }
}
