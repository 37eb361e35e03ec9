package io.satisflow.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.satisflow.hook.content.SafeText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver answered.
 *
 * @param status of HTTP, or the reply code of SMTP
 * @param headers by their name in lower case
 * @param body its first part, if it is long
 * @param at when it was read
 */
public record HookResponse(int status, Map<String, String> headers, String body, Instant at) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Too slow, too early, too many: all to be tried again. Other refusals would be the same each time. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private static final Pattern HOST = Pattern.compile("^https?://(?:[^/@?#]*@)?(\\[[^\\]]*\\]|[^:/?#]*)");

    private static final int EXCERPT = 200;

    /** The three forms of a date that HTTP knows, the usual one first; the others are those of old servers. */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

    public HookResponse {
        headers = new TreeMap<>(headers);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** What the status alone says; empty for success, of which a body may still say otherwise. */
    public Optional<Answer> refusal() {
        if (isSuccess()) {
            return Optional.empty();
        }
        if (status >= 300 && status < 400) {
            return Optional.of(
                    Answer.drop("HTTP status %d: redirects are not followed%s; write the address that answers itself"
                            .formatted(status, place(headers.getOrDefault("location", "")))));
        }
        boolean again = status >= 500 || PASSING.contains(status);
        return Optional.of(again ? new Answer.Retry(reason(), retryAfter()) : Answer.drop(reason()));
    }

    /** The host alone: the rest may hold a token. */
    private static String place(String location) {
        Matcher host = HOST.matcher(location);
        return host.find() ? " (this one leads to %s)".formatted(SafeText.line(host.group(1), 100)) : "";
    }

    /** The body as JSON; a missing node when it is none. */
    public JsonNode json() {
        try {
            return Optional.ofNullable(JSON.readTree(body)).orElse(MissingNode.getInstance());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Status and the beginning of the body, on one line. */
    public String reason() {
        String said = SafeText.line(body, EXCERPT);
        return said.isEmpty() ? "HTTP status " + status : "HTTP status %d: %s".formatted(status, said);
    }

    /** What {@code Retry-After} asks for; null when it asks for nothing. */
    public @Nullable Duration retryAfter() {
        return retryAfter("retry-after");
    }

    /**
     * What a header asks for, in seconds or as a date; null when it asks for nothing.
     *
     * @param name in lower case
     */
    public @Nullable Duration retryAfter(String name) {
        String asked = headers.getOrDefault(name, "").strip();
        if (asked.matches("\\d{1,18}(\\.\\d{1,9})?")) {
            return Duration.ofMillis((long) Math.ceil(Double.parseDouble(asked) * 1000));
        }
        for (DateTimeFormatter form : DATES) {
            try {
                Instant until = Instant.from(form.parse(asked));
                return until.isAfter(at) ? Duration.between(at, until) : Duration.ZERO;
            } catch (DateTimeException e) {
                // Not in this form.
            }
        }
        return null;
    }
}
