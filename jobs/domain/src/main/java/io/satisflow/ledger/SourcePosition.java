package io.satisflow.ledger;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where the raw record stands that something comes from.
 *
 * @param row in a replay: the data row of the file, counted from 1
 */
public record SourcePosition(
        String topic, int partition, long offset, @Nullable Long row) implements Serializable {
    /** Of what was read without a file of its own. */
    public SourcePosition(String topic, int partition, long offset) {
        this(topic, partition, offset, null);
    }
}
