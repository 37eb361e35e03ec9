package io.satisflow.channel.threads;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation: one ticket of one customer, and whoever else joins in.
 *
 * @param customer whose ticket it is: the first who wrote to the brand; null when only the brand speaks
 * @param brand the agents' account; null when nobody answers
 */
record SupportThread(
        TweetId root,
        boolean openedByCustomer,
        @Nullable String customer,
        @Nullable String brand) {

    /** @param members in order */
    static SupportThread of(TweetId root, List<ThreadRow> members) {
        Optional<ThreadRow> opening =
                members.stream().filter(row -> row.id().equals(root)).findFirst();
        boolean openedByCustomer = opening.map(ThreadRow::isInbound).orElse(false);
        Optional<String> opener = opening.filter(ThreadRow::isInbound).map(ThreadRow::author);
        return new SupportThread(
                root,
                openedByCustomer,
                opener.or(() -> firstAuthor(members, true)).orElse(null),
                firstAuthor(members, false).orElse(null));
    }

    /** What a row of this thread is in it, by the names of the fed JSON. */
    Map<String, String> place(ThreadRow row) {
        Map<String, String> place = new LinkedHashMap<>();
        place.put("thread_id", root.text());
        place.put("role", roleOf(row));
        place.put("opened_by", openedByCustomer ? "customer" : "agent");
        if (brand != null) {
            place.put("brand", brand);
        }
        return place;
    }

    private String roleOf(ThreadRow row) {
        if (row.id().equals(root)) {
            return "opening";
        }
        if (!row.isInbound()) {
            return "agent";
        }
        return row.author().equals(customer) ? "customer" : "bystander";
    }

    private static Optional<String> firstAuthor(List<ThreadRow> members, boolean inbound) {
        return members.stream()
                .filter(row -> row.isInbound() == inbound)
                .map(ThreadRow::author)
                .findFirst();
    }
}
