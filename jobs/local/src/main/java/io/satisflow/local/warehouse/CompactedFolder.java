package io.satisflow.local.warehouse;

import java.nio.file.Path;

/**
 * What putting the files of a folder together has come to.
 *
 * @param files that there are now
 * @param before that there were
 * @param twice rows that stood there twice
 * @param erased files that still held customers who had been erased
 */
record CompactedFolder(Path folder, long files, long before, long twice, long erased) {

    /** In words, for whoever started it. */
    String told() {
        return "%s: %d files, %d before they were compacted; %d rows stood twice%s"
                .formatted(
                        folder,
                        files,
                        before,
                        twice,
                        erased == 0 ? "" : "; %d files still held customers who were erased".formatted(erased));
    }
}
