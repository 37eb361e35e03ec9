package io.satisflow.hook.content;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver is to be told at once.
 *
 * @param id the same for each attempt; what a receiver knows a repetition by
 * @param at when it happened, in event time
 * @param group the labels that its alerts are grouped by
 * @param reason first, new_members, some_resolved, all_resolved or repeat; of a digest, empty
 * @param language of title and alerts: en or zh-CN
 * @param title one line in that language; empty where the kind says it
 * @param more alerts beside those here
 * @param counts of all alerts, shown or not: firing, resolved, team=x, clock=y; empty where they are not known
 * @param externalUrl of the wall; empty when it is not known
 * @param previous what the tool calls the message that this one takes the place of; null for none
 */
public record Message(
        String id,
        Kind kind,
        Instant at,
        String receiver,
        Map<String, String> group,
        String reason,
        String language,
        String title,
        List<MessageAlert> alerts,
        int more,
        Map<String, Integer> counts,
        String externalUrl,
        @Nullable String previous) {

    /** Why it is told in this form. */
    public enum Kind {
        /** One notification. */
        ALERT,
        /** More came than may be posted one by one: each alert in a line. */
        DIGEST,
        /** What is too late to be posted: some of it, and how much more. */
        OVERDUE,
        /** Asked for by a person. */
        TEST
    }

    public Message {
        group = new TreeMap<>(group);
        alerts = List.copyOf(alerts);
        counts = new TreeMap<>(counts);
    }

    /** One whose alerts are all there. */
    public Message(
            String id,
            Kind kind,
            Instant at,
            String receiver,
            Map<String, String> group,
            String reason,
            String language,
            String title,
            List<MessageAlert> alerts,
            int more,
            String externalUrl,
            @Nullable String previous) {
        this(id, kind, at, receiver, group, reason, language, title, alerts, more, Map.of(), externalUrl, previous);
    }

    public Message replacing(@Nullable String reference) {
        return new Message(
                id, kind, at, receiver, group, reason, language, title, alerts, more, counts, externalUrl, reference);
    }

    /** Whether all that it is about has ended. */
    public boolean isOver() {
        boolean noneLeft = more == 0 || Integer.valueOf(0).equals(counts.get("firing"));
        return !alerts.isEmpty() && noneLeft && alerts.stream().allMatch(MessageAlert::isOver);
    }

    /** What stays the same while the same alerts go on. */
    public String groupKey() {
        return receiver + ":" + group;
    }
}
