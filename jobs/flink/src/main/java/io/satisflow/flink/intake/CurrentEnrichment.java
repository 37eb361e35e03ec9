package io.satisflow.flink.intake;

import io.satisflow.config.ConfigException;
import io.satisflow.enrichment.Enrichment;
import io.satisflow.enrichment.EnrichmentFiles;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables as they stand in their files. A version that is put there while the job runs is found at one of the next marks of
 * time; since it says from when it holds, it does not matter at which, as long as it is there before that.
 */
final class CurrentEnrichment implements Serializable {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentEnrichment.class);
    private static final long PACE_MILLIS = 5_000;

    private final EnrichmentFiles files;
    private transient @Nullable Enrichment tables;
    private transient String fingerprint;
    private transient long lookedAt;

    @SuppressWarnings("NullAway.Init")
    CurrentEnrichment(EnrichmentFiles files) {
        this.files = files;
    }

    Enrichment get() {
        Enrichment ready = tables;
        if (ready == null) {
            ready = read();
        }
        return ready;
    }

    /** @param time of a mark, in epoch milliseconds */
    void lookAgain(long time) {
        boolean isSoon = Math.abs(time - lookedAt) < PACE_MILLIS;
        if (tables == null || isSoon || files.equals(EnrichmentFiles.NONE)) {
            return;
        }
        lookedAt = time;
        try {
            if (!files.fingerprint().equals(fingerprint)) {
                read();
                LOG.info("Tables of {} were read again", files);
            }
        } catch (ConfigException | UncheckedIOException e) {
            LOG.warn("Tables stay as they were, since they cannot be read: {}", e.getMessage());
        }
    }

    private Enrichment read() {
        String print = files.fingerprint();
        Enrichment fresh = files.read();
        files.late().forEach(late -> LOG.warn("Table {}", late.message()));
        tables = fresh;
        fingerprint = print;
        return fresh;
    }
}
