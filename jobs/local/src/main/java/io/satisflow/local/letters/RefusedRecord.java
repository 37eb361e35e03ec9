package io.satisflow.local.letters;

import io.satisflow.wire.DeadLetter;

/**
 * A dead letter.
 *
 * @param place topic, partition and offset of the raw record
 * @param whole whether the record as a whole was refused, and not a part of one that was used
 * @param retried whether it has been sent once more
 */
public record RefusedRecord(String place, DeadLetter letter, boolean whole, boolean retried) {}
