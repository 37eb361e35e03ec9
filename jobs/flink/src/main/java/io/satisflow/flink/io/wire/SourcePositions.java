package io.satisflow.flink.io.wire;

import io.satisflow.wire.SourcePosition;

/** Where raw records stand, on the wire and in jobs. */
final class SourcePositions {
    private SourcePositions() {}

    static SourcePosition toWire(io.satisflow.ledger.SourcePosition source) {
        return new SourcePosition(source.topic(), source.partition(), source.offset(), source.row());
    }

    static io.satisflow.ledger.SourcePosition toDomain(SourcePosition source) {
        return new io.satisflow.ledger.SourcePosition(
                source.getTopic(), source.getPartition(), source.getOffset(), source.getRow());
    }
}
