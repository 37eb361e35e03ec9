package io.satisflow.local.replay.recording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table.
 *
 * @param cells none when it cannot be told apart
 * @param fault why not
 * @param text as it stands in the file
 */
record CsvRow(List<String> cells, @Nullable String fault, String text) {
    boolean isBlank() {
        return fault == null && cells.stream().allMatch(String::isBlank);
    }
}
