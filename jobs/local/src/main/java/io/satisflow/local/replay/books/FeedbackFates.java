package io.satisflow.local.replay.books;

import io.satisflow.local.sort.ExternalSort;
import io.satisflow.local.sort.SortedEntry;
import io.satisflow.satisfaction.Contribution;
import io.satisflow.satisfaction.Contribution.Verdict;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.wire.Feedback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each piece of feedback in the windows, told from the feedback itself by the rules that the windows follow,
 * and so a check on them: each is counted, takes the place of what was said before, or is passed over for a reason.
 */
public final class FeedbackFates implements AutoCloseable {
    private static final int BYTES = 3 * Long.BYTES + 1;

    /** Of those, an earlier word of the same id is taken back. */
    private static final Set<FeedbackFate> COUNT =
            EnumSet.of(FeedbackFate.COUNTED, FeedbackFate.EXPOSURE, FeedbackFate.EDIT);

    private final SatisfactionSettings settings;
    private final long end;
    private final ExternalSort feedback;
    private final Map<FeedbackFate, Long> counts = new EnumMap<>(FeedbackFate.class);
    private long conflicts;
    private long repeats;

    /** @param end where the time of the replay stops */
    public FeedbackFates(SatisfactionSettings settings, Instant end, Path folder) {
        this.settings = settings;
        this.end = Math.floorDiv(end.toEpochMilli(), settings.publishedPane()) * settings.publishedPane();
        this.feedback = new ExternalSort(SortedEntry.BY_KEY_AND_TIME, folder);
    }

    public void add(Feedback record) {
        byte[] data = ByteBuffer.allocate(BYTES)
                .putLong(record.getOccurredAt().toEpochMilli())
                .putLong(record.getRevision())
                .putLong(contentOf(record))
                .put((byte) (Response.EXPOSURE.equals(record.getKind()) ? 1 : 0))
                .array();
        String key = record.getChannel() + "/" + record.getId();
        if (record.getAttributes().containsKey(io.satisflow.feedback.Feedback.REPEATS)) {
            repeats++;
            return;
        }
        try {
            feedback.add(new SortedEntry(record.getKnownAt().toEpochMilli(), key, feedback.size(), data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long contentOf(Feedback record) {
        return Objects.hash(record.getRatings(), record.getDimensions(), record.getText(), record.getAttributes());
    }

    /** Follows each id through its revisions. */
    public FeedbackFates follow() throws IOException {
        Follower follower = new Follower();
        feedback.forEach(follower::next);
        return this;
    }

    private final class Follower {
        private String key = "";
        private @Nullable Contribution counted;
        private long countedContent;

        void next(SortedEntry entry) {
            if (!entry.key().equals(key)) {
                key = entry.key();
                counted = null;
            }
            ByteBuffer data = ByteBuffer.wrap(entry.data());
            Contribution arrived = new Contribution(entry.time(), data.getLong(), data.getLong());
            long content = data.getLong();
            forget(arrived.knownAt());
            boolean isExposure = data.get() == 1;
            FeedbackFate fate = fate(arrived, isExposure);
            counts.merge(fate, 1L, Long::sum);
            if (fate == FeedbackFate.DUPLICATE && content != countedContent) {
                conflicts++;
            }
            if (COUNT.contains(fate)) {
                counted = arrived;
                countedContent = content;
            }
        }

        /** As the windows do with what none of them holds any more. */
        private void forget(long time) {
            Contribution known = counted;
            if (known != null && known.occurredAt() + settings.remembered().toMillis() < time) {
                counted = null;
            }
        }

        private FeedbackFate fate(Contribution arrived, boolean isExposure) {
            if (isUntold(arrived)) {
                return FeedbackFate.AFTER_LAST_STEP;
            }
            Verdict verdict = arrived.verdict(counted, settings.tooLateAfter());
            return switch (verdict) {
                case COUNTS ->
                    counted != null ? FeedbackFate.EDIT : isExposure ? FeedbackFate.EXPOSURE : FeedbackFate.COUNTED;
                case DUPLICATE -> FeedbackFate.DUPLICATE;
                case OUTDATED -> FeedbackFate.OUTDATED;
                case TOO_LATE -> FeedbackFate.TOO_LATE;
            };
        }

        private boolean isUntold(Contribution arrived) {
            return arrived.knownAt() > end || arrived.occurredAt() >= end;
        }
    }

    public long of(FeedbackFate fate) {
        return fate == FeedbackFate.REPEAT ? repeats : counts.getOrDefault(fate, 0L);
    }

    public long total() {
        return feedback.size() + repeats;
    }

    /** Duplicates that say something else than what counts. */
    public long conflicts() {
        return conflicts;
    }

    @Override
    public void close() throws IOException {
        feedback.close();
    }
}
