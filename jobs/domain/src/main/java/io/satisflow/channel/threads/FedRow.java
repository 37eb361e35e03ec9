package io.satisflow.channel.threads;

import java.nio.charset.StandardCharsets;

/**
 * A row as it is fed to its channel.
 *
 * @param row where it stands in the file, counted from 1, without the header
 * @param json the row's columns and what its thread makes of it, one object
 */
public record FedRow(int row, String json) {

    /** The value of the raw record. */
    public byte[] payload() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
