package io.satisflow.local.replay.recording;

import org.jspecify.annotations.Nullable;

/**
 * One record of a file, as the channel would have sent it.
 *
 * @param row where it stands in the file: the line, the data row of a table or the item of a list, counted from 1
 * @param fault why it cannot be told apart from its neighbours; null when it can
 */
public record RecordedRow(
        long row, byte[] payload, @Nullable String fault) {
    public RecordedRow(long row, byte[] payload) {
        this(row, payload, null);
    }
}
