package io.satisflow.local.replay.feed;

import io.satisflow.channel.record.MappedRecord;
import java.nio.file.Path;
import java.util.Optional;

/** Counts the rows whose time tells no zone, and is read in one that nobody may have confirmed. */
public final class ZonelessRows {
    private long count;

    /** Takes what the mapping makes of a row. */
    public void add(MappedRecord mapped) {
        if (mapped instanceof MappedRecord.Accepted accepted && accepted.gaps().inGuessedZone()) {
            count++;
        }
    }

    /**
     * What to do about them; empty without such rows.
     *
     * @param mapping the file in which the zone stands
     */
    public Optional<String> remark(Path mapping) {
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        "%,d rows tell times without a zone, which are read as UTC; write the zone they are in as zone: in %s, such as Asia/Shanghai, or Etc/UTC if that is so"
                                .formatted(count, mapping));
    }
}
