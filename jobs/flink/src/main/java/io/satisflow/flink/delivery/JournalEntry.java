package io.satisflow.flink.delivery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.hook.queue.Batch;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message that is about to be posted, or was.
 *
 * @param told whether the receiver has it; else it is under way
 * @param notifications their ids, in order
 * @param reference what the tool calls the message, if it can be changed; null when it cannot
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record JournalEntry(
        String receiver,
        boolean told,
        Batch.Kind kind,
        List<String> notifications,
        @Nullable String reference) {
    private static final ObjectMapper JSON = new ObjectMapper();

    JournalEntry asTold(@Nullable String newReference) {
        return new JournalEntry(receiver, true, kind, notifications, newReference);
    }

    byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry of the journal cannot be written", e);
        }
    }

    /** Empty for what is none, such as a line that somebody else has written. */
    static Optional<JournalEntry> ofJson(byte[] line) {
        try {
            JournalEntry entry = JSON.readValue(line, JournalEntry.class);
            boolean whole = entry != null
                    && entry.receiver() != null
                    && entry.kind() != null
                    && entry.notifications() != null
                    && !entry.notifications().isEmpty();
            return whole ? Optional.of(entry) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
