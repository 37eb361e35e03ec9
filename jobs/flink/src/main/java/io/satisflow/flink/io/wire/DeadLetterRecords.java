package io.satisflow.flink.io.wire;

import io.satisflow.wire.DeadLetter;

/** Dead letters on the wire. */
public final class DeadLetterRecords {
    private DeadLetterRecords() {}

    public static DeadLetter toWire(io.satisflow.ledger.DeadLetter letter) {
        return DeadLetter.newBuilder()
                .setChannel(letter.channel())
                .setTopic(letter.source().topic())
                .setPartition(letter.source().partition())
                .setOffset(letter.source().offset())
                .setRow(letter.source().row())
                .setReason(letter.reason())
                .setMessage(letter.message())
                .setAt(letter.at())
                .build();
    }
}
