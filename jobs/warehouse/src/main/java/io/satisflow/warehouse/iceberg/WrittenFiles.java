package io.satisflow.warehouse.iceberg;

import java.util.List;

/**
 * What a writer has written since the last checkpoint: files that nobody sees until they are committed.
 *
 * @param id no two have the same, and it stays the same when the commit is tried again
 */
public record WrittenFiles(String id, List<WrittenFile> files) {
    public WrittenFiles {
        files = List.copyOf(files);
    }

    /**
     * One of them.
     *
     * @param day it is filed under, as in {@link io.satisflow.warehouse.table.TableRow#day}
     * @param path of the file, absolute
     * @param rows in it
     * @param bytes of it
     */
    public record WrittenFile(String table, String day, String path, long rows, long bytes) {}
}
