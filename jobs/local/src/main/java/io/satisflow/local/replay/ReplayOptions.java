package io.satisflow.local.replay;

import io.satisflow.channel.record.FileFormat;
import io.satisflow.local.engine.EmbeddedEngine;
import io.satisflow.local.replay.feed.Pace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What to replay, and how.
 *
 * @param config the settings, of which policies and calendars matter here
 * @param channel the mapping file of the one channel that is replayed
 * @param file what was recorded
 * @param directory for everything the replay keeps and writes
 * @param until leave out what occurred later, and let time stop there
 * @param brokers addresses of brokers whose jobs have been submitted already; without them, an engine of its own
 * @param format of the file; what is not known of it is found there
 * @param mostRefused share of the rows that may be refused, from 0 to 1, before the replay counts as failed
 * @param size of the replay's own engine
 */
public record ReplayOptions(
        Path config,
        Path channel,
        Path file,
        Path directory,
        Pace pace,
        Optional<Instant> until,
        Optional<String> brokers,
        FileFormat format,
        double mostRefused,
        EmbeddedEngine.Size size) {

    public ReplayOptions with(FileFormat otherFormat) {
        return new ReplayOptions(
                config, channel, file, directory, pace, until, brokers, otherFormat, mostRefused, size);
    }
}
