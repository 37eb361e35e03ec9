package io.satisflow.feedback;

import io.satisflow.privacy.Marks;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said, in the form that is the same for every channel. Nothing in it identifies a person beyond the
 * ids that the source itself gives: text, customer and attributes are redacted before they get here.
 *
 * @param id the source's own id, unique within the channel
 * @param revision grows with each edit of the same id; the same id and revision again is a redelivery. It is the
 *     source's own when mapped, otherwise {@code occurredAt} in epoch milliseconds
 * @param occurredAt when the customer said it
 * @param customerKey a keyed hash of the customer as the source names it; null without a secret to hash with
 * @param kind complaint, question, request, praise, or the source's own word
 * @param grade general, complex, major, or the source's own word
 * @param text plain text: no markup, line breaks kept
 * @param language BCP-47 primary language, such as {@code en} or {@code zh}; {@code und} when it cannot be told, null
 *     when there is no text and the channel declares none
 */
public record Feedback(
        String id,
        String channel,
        long revision,
        Instant occurredAt,
        @Nullable String customer,
        @Nullable String customerKey,
        @Nullable String kind,
        @Nullable String grade,
        List<Rating> ratings,
        List<Dimension> dimensions,
        @Nullable String text,
        @Nullable String language,
        Map<String, String> attributes)
        implements Serializable {

    /** The attribute of a repeat: the id of what the customer had said before in the same words. */
    public static final String REPEATS = "repeats";

    /** Tolerates null collections: a field that was added after a savepoint is restored from it as null. */
    public Feedback {
        ratings = ratings == null ? List.of() : List.copyOf(ratings);
        dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
        attributes = attributes == null ? Map.of() : new TreeMap<>(attributes);
    }

    /** Of a customer without a key. */
    public Feedback(
            String id,
            String channel,
            long revision,
            Instant occurredAt,
            @Nullable String customer,
            @Nullable String kind,
            @Nullable String grade,
            List<Rating> ratings,
            List<Dimension> dimensions,
            @Nullable String text,
            @Nullable String language,
            Map<String, String> attributes) {
        this(
                id,
                channel,
                revision,
                occurredAt,
                customer,
                null,
                kind,
                grade,
                ratings,
                dimensions,
                text,
                language,
                attributes);
    }

    /** Whether it was said before, and so does not count. */
    public boolean isRepeat() {
        return attributes.containsKey(REPEATS);
    }

    /**
     * The same for the same customer and for no other, as far as records tell: the key, or the id that the channel gives, which is
     * the channel's own. Null when nobody is known; what redaction leaves of a customer, such as {@code <email>}, is many people.
     */
    public @Nullable String customerIdentity() {
        if (customerKey != null) {
            return customerKey;
        }
        boolean isNobody = customer == null || !Marks.without(customer).equals(customer);
        return isNobody ? null : channel + "/" + customer;
    }

    public Feedback withAttributes(Map<String, String> others) {
        return judged(kind, grade, others);
    }

    /** The same words with what they are judged to be. */
    public Feedback judged(@Nullable String otherKind, @Nullable String otherGrade, Map<String, String> others) {
        return new Feedback(
                id,
                channel,
                revision,
                occurredAt,
                customer,
                customerKey,
                otherKind,
                otherGrade,
                ratings,
                dimensions,
                text,
                language,
                others);
    }
}
