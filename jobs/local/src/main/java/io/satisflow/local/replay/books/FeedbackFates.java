package io.satisflow.local.replay.books;

import io.satisflow.local.sort.ExternalSort;
import io.satisflow.local.sort.SortedEntry;
import io.satisflow.satisfaction.Contribution;
import io.satisflow.satisfaction.Contribution.Verdict;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.Sentiment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each piece of feedback in the windows, told from the feedback itself by the rules that the windows follow,
 * and so a check on them: each is counted, takes the place of what was said before, or is passed over for a reason.
 */
public final class FeedbackFates implements AutoCloseable {
    static final String OWN_IDS =
            "if the source gives an id again to something new, map one that is never used again, such as id: {join: [/id, /created_at], with: \":\"}";

    /** More than this of the feedback is no slip here and there. */
    private static final double FEW = 0.02;

    private static final int BYTES = 1 + 3 * Long.BYTES + 1;
    /** What a line of an id begins with: something was said, or how the text of it was scored. */
    private static final byte SAID = 0;

    private static final byte SCORED = 1;

    /** Of those, an earlier word of the same id is taken back. */
    private static final Set<FeedbackFate> COUNT =
            EnumSet.of(FeedbackFate.COUNTED, FeedbackFate.EXPOSURE, FeedbackFate.EDIT);

    private final SatisfactionSettings settings;
    private final long end;
    private final ExternalSort feedback;
    private final Map<FeedbackFate, Long> counts = new EnumMap<>(FeedbackFate.class);
    private final ScoredTexts texts = new ScoredTexts();
    private long conflicts;
    private long repeats;
    private long said;

    /** @param end where the time of the replay stops */
    public FeedbackFates(SatisfactionSettings settings, Instant end, Path folder) {
        this.settings = settings;
        this.end = Math.floorDiv(end.toEpochMilli(), settings.publishedPane()) * settings.publishedPane();
        this.feedback = new ExternalSort(SortedEntry.BY_KEY_AND_TIME, folder);
    }

    public void add(Feedback record) {
        byte[] data = ByteBuffer.allocate(BYTES)
                .put(SAID)
                .putLong(record.getOccurredAt().toEpochMilli())
                .putLong(record.getRevision())
                .putLong(contentOf(record))
                .put((byte) (Response.EXPOSURE.equals(record.getKind()) ? 1 : 0))
                .array();
        if (isRepeat(record)) {
            repeats++;
            return;
        }
        said++;
        keep(record, data);
    }

    /** Comes after its feedback, as the topics are read. */
    public void add(ScoredFeedback scored) {
        Sentiment sentiment = scored.getSentiment();
        String label = sentiment == null ? "" : sentiment.getLabel();
        if (isRepeat(scored.getFeedback())) {
            texts.passedOver(label, FeedbackFate.REPEAT);
            return;
        }
        byte[] name = label.getBytes(StandardCharsets.UTF_8);
        keep(
                scored.getFeedback(),
                ByteBuffer.allocate(1 + name.length).put(SCORED).put(name).array());
    }

    private static boolean isRepeat(Feedback record) {
        return record.getAttributes().containsKey(io.satisflow.feedback.Feedback.REPEATS);
    }

    private void keep(Feedback record, byte[] data) {
        String key = record.getChannel() + "/" + record.getId();
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
                texts.nextId();
            }
            ByteBuffer data = ByteBuffer.wrap(entry.data());
            if (data.get() == SCORED) {
                texts.scored(StandardCharsets.UTF_8.decode(data).toString());
            } else {
                said(entry, data);
            }
        }

        private void said(SortedEntry entry, ByteBuffer data) {
            Contribution arrived = new Contribution(entry.time(), data.getLong(), data.getLong());
            long content = data.getLong();
            forget(arrived.knownAt());
            boolean isExposure = data.get() == 1;
            FeedbackFate fate = fate(arrived, isExposure);
            counts.merge(fate, 1L, Long::sum);
            texts.said(fate);
            if (fate == FeedbackFate.DUPLICATE && content != countedContent) {
                conflicts++;
            }
            if (COUNT.contains(fate)) {
                counted = arrived;
                countedContent = content;
            }
        }

        /** As the windows do in the end. */
        private void forget(long time) {
            Contribution known = counted;
            if (known != null && known.occurredAt() + settings.recognised().toMillis() < time) {
                counted = null;
            }
        }

        private FeedbackFate fate(Contribution arrived, boolean isExposure) {
            if (isUntold(arrived)) {
                return FeedbackFate.AFTER_LAST_STEP;
            }
            Verdict verdict = arrived.verdict(counted, settings.tooLateAfter(), settings.remembered());
            return switch (verdict) {
                case COUNTS ->
                    counted != null ? FeedbackFate.EDIT : isExposure ? FeedbackFate.EXPOSURE : FeedbackFate.COUNTED;
                case DUPLICATE -> FeedbackFate.DUPLICATE;
                case OUTDATED -> FeedbackFate.OUTDATED;
                case TOO_LATE -> FeedbackFate.TOO_LATE;
                case EDIT_TOO_LATE -> FeedbackFate.EDIT_TOO_LATE;
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
        return said + repeats;
    }

    /** How the texts of it were scored: those that count, and those that do not. */
    public ScoredTexts texts() {
        return texts;
    }

    /** Duplicates that say something else than what counts. */
    public long conflicts() {
        return conflicts;
    }

    /** What the reader of the results should know, a sentence each. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (conflicts > 0) {
            remarks.add(
                    "%d pieces of feedback have the id and the time of an earlier one, and say something else: the first one counts; map a revision: or a time that tells them apart, or another id"
                            .formatted(conflicts));
        }
        long usedIdAgain = of(FeedbackFate.EDIT_TOO_LATE);
        if (usedIdAgain > FEW * total()) {
            remarks.add(
                    "%,d of %,d pieces of feedback came under an id that stood for something else long before, and are not counted (edit_too_late); %s"
                            .formatted(usedIdAgain, total(), OWN_IDS));
        }
        return remarks;
    }

    @Override
    public void close() throws IOException {
        feedback.close();
    }
}
