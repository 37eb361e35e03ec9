package io.satisflow.channel.record;

/**
 * What a source leaves open when it tells a time.
 *
 * @param byDay whether it tells the day alone, whose start was taken
 * @param inGuessedZone whether it tells no zone, and the mapping's may be a guess that nobody has confirmed
 */
public record TimeGaps(boolean byDay, boolean inGuessedZone) {
    public static final TimeGaps NONE = new TimeGaps(false, false);

    /** Of several records taken together. */
    public TimeGaps and(TimeGaps other) {
        return new TimeGaps(byDay || other.byDay, inGuessedZone || other.inGuessedZone);
    }
}
