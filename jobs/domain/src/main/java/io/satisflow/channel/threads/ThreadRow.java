package io.satisflow.channel.threads;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A row of the table, as it stands there.
 *
 * @param row counted from 1, without the header
 * @param columns tweet_id, author_id, inbound, created_at, text, response_tweet_id, in_response_to_tweet_id; a cut-off row
 *     has fewer, or empty ones
 */
public record ThreadRow(int row, Map<String, String> columns) {
    private static final List<DateTimeFormatter> TIMES = List.of(
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssXXX", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH));

    public ThreadRow {
        columns = new LinkedHashMap<>(columns);
    }

    TweetId id() {
        return TweetId.of(column("tweet_id"));
    }

    Optional<TweetId> answers() {
        return Optional.of(column("in_response_to_tweet_id"))
                .filter(id -> !id.isEmpty())
                .map(TweetId::of);
    }

    String author() {
        return column("author_id");
    }

    /** From a customer to a brand. */
    boolean isInbound() {
        return column("inbound").equalsIgnoreCase("true");
    }

    /** Nothing when there is no time in it, or none that can be read. */
    Optional<Instant> createdAt() {
        String text = column("created_at");
        return TIMES.stream().flatMap(format -> parse(format, text).stream()).findFirst();
    }

    private String column(String name) {
        return columns.getOrDefault(name, "").strip();
    }

    private static Optional<Instant> parse(DateTimeFormatter format, String text) {
        try {
            return Optional.of(format.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
