package io.satisflow.hook.action;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a link offers.
 *
 * @param alerts their ids: those of one message
 * @param receiver whom the message went to, as it is kept with what somebody does by the link
 * @param expires when the link does not hold any more, in event time and to the second
 */
public record ActionLink(ChatAction action, List<String> alerts, String receiver, Instant expires) {
    private static final Duration HOLDS = Duration.ofDays(7);

    public ActionLink {
        alerts = List.copyOf(alerts);
        expires = Instant.ofEpochSecond(expires.getEpochSecond());
    }

    /** What a message of that instant offers. */
    public static ActionLink offered(ChatAction action, List<String> alerts, String receiver, Instant at) {
        return new ActionLink(action, alerts, receiver, at.plus(HOLDS));
    }

    /** All of it in one form that has no other reading. This is what is signed. */
    String canonical() {
        return "%s?alerts=%s&from=%s&until=%d"
                .formatted(
                        action.path(), encoded(String.join(",", alerts)), encoded(receiver), expires.getEpochSecond());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
