package io.satisflow.flink.delivery;

import io.satisflow.hook.queue.Batch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier run has noted and the checkpoint does not know: which notifications receivers have got since, and which
 * message was under way to each when that run ended.
 */
final class EarlierRun {
    /** So long a run may take to bring up again what stood in one message. */
    private static final long PATIENCE_MILLIS = 30_000;

    private final Map<String, Map<String, JournalEntry>> told = new HashMap<>();
    private final Map<String, JournalEntry> underway = new HashMap<>();
    private final Map<String, Long> waitUntil = new HashMap<>();

    EarlierRun(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            if (entry.told()) {
                Map<String, JournalEntry> ofReceiver =
                        told.computeIfAbsent(entry.receiver(), receiver -> new HashMap<>());
                entry.notifications().forEach(id -> ofReceiver.put(id, entry));
                underway.remove(entry.receiver());
            } else {
                underway.put(entry.receiver(), entry);
            }
        }
    }

    /** How it was told; null when it was not, as far as is known. */
    @Nullable
    JournalEntry told(String receiver, String notification) {
        Map<String, JournalEntry> ofReceiver = told.get(receiver);
        return ofReceiver == null ? null : ofReceiver.get(notification);
    }

    /** What to do with the head of a queue that an earlier run was at. */
    sealed interface Advice {}

    /** Nothing is known of it. */
    record Free() implements Advice {}

    /** It may have arrived in this message; so it goes again as it was, under the same id. */
    record Again(Batch batch) implements Advice {}

    /** Not all of what stood in that message is here again. */
    record Wait() implements Advice {}

    /** @param waiting ids from the head of the queue on, at least as many as there are or as stood in one message */
    Advice advice(String receiver, List<String> waiting, long now) {
        JournalEntry last = underway.get(receiver);
        if (last == null || waiting.isEmpty()) {
            return new Free();
        }
        List<String> ids = last.notifications();
        int common = Math.min(ids.size(), waiting.size());
        boolean same = ids.subList(0, common).equals(waiting.subList(0, common));
        if (same
                && common < ids.size()
                && now < waitUntil.computeIfAbsent(receiver, unknown -> now + PATIENCE_MILLIS)) {
            return new Wait();
        }
        underway.remove(receiver);
        return same && common == ids.size() ? new Again(new Batch(last.kind(), ids.size())) : new Free();
    }

    /** How many notifications stood in the message that was under way; 0 for none. */
    int underway(String receiver) {
        JournalEntry last = underway.get(receiver);
        return last == null ? 0 : last.notifications().size();
    }
}
