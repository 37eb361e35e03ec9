package io.satisflow.flink.delivery;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.journal.JournalTopic;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Notes outside of checkpoints what is about to be posted and what was, so that a crash repeats what was under way only. */
public interface DeliveryJournal extends AutoCloseable {
    /** Its topic, without prefix and version. */
    String TOPIC = "delivery-journal";

    /** What was noted before now, the oldest first. */
    List<JournalEntry> read();

    /** @return ends when it is noted, or cannot be; never fails */
    CompletableFuture<Void> note(JournalEntry entry);

    @Override
    void close();

    /** Opens it where the job runs. */
    interface Factory extends Serializable {
        /** Of deliveries that nobody has to go on with. */
        Factory NONE = Nothing::new;

        DeliveryJournal open();

        static Factory in(KafkaConnection kafka) {
            return () -> new Kept(new JournalTopic(kafka, TOPIC));
        }
    }

    /** In a topic. */
    record Kept(JournalTopic topic) implements DeliveryJournal {
        @Override
        public List<JournalEntry> read() {
            return topic.read().stream()
                    .map(JournalEntry::ofJson)
                    .flatMap(Optional::stream)
                    .toList();
        }

        @Override
        public CompletableFuture<Void> note(JournalEntry entry) {
            return topic.write(entry.receiver(), entry.toJson());
        }

        @Override
        public void close() {
            topic.close();
        }
    }

    /** Nowhere. */
    final class Nothing implements DeliveryJournal {
        @Override
        public List<JournalEntry> read() {
            return List.of();
        }

        @Override
        public CompletableFuture<Void> note(JournalEntry entry) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
