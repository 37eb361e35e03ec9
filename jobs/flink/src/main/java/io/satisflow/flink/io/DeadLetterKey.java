package io.satisflow.flink.io;

import io.satisflow.wire.DeadLetter;

/** What dead letters are keyed by: the position of the raw record. */
public final class DeadLetterKey {
    private DeadLetterKey() {}

    public static String of(DeadLetter letter) {
        return "%s-%d-%d".formatted(letter.getTopic(), letter.getPartition(), letter.getOffset());
    }
}
