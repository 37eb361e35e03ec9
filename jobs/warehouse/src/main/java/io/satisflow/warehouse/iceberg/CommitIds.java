package io.satisflow.warehouse.iceberg;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/** Which commits a table holds, as the summaries of its snapshots say. */
final class CommitIds {
    static final String SUMMARY = "satisflow.commits";
    /** Of the newest; a job that begins again asks of its last checkpoint only. */
    private static final int REMEMBERED = 200;

    private CommitIds() {}

    /** Those of the newest snapshots. */
    static Set<String> of(Table table) {
        Set<String> ids = new LinkedHashSet<>();
        for (Snapshot snapshot : SnapshotUtil.currentAncestors(table)) {
            String told = snapshot.summary().get(SUMMARY);
            if (told != null && !told.isEmpty()) {
                ids.addAll(Arrays.asList(told.split(",", -1)));
            }
        }
        return ids;
    }

    /** For a snapshot that others may be forgotten after: it says what they held. */
    static void keep(Table table, SnapshotUpdate<?> update) {
        Set<String> ids = new LinkedHashSet<>();
        for (String id : of(table)) {
            if (ids.size() < REMEMBERED) {
                ids.add(id);
            }
        }
        update.set(SUMMARY, String.join(",", ids));
    }
}
