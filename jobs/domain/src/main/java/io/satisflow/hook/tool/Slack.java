package io.satisflow.hook.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.hook.Answer;
import io.satisflow.hook.Hook;
import io.satisflow.hook.HookForm;
import io.satisflow.hook.HookRequest;
import io.satisflow.hook.HookResponse;
import io.satisflow.hook.HookSettings;
import io.satisflow.hook.HookTarget;
import io.satisflow.hook.content.Content;
import io.satisflow.hook.content.Cut;
import io.satisflow.hook.content.NamedLink;
import io.satisflow.hook.content.Paragraph;
import io.satisflow.hook.content.SafeText;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Slack: an incoming webhook, or an app's token and a channel, with which a message changes in place. What others wrote is
 * plain text, in which Slack reads neither markup nor mentions.
 */
public final class Slack implements Hook {
    private static final int HEADER = 150;
    private static final int SECTION = 3000;
    private static final int BLOCKS = 50;
    private static final String API = "https://slack.com/api/";
    private static final Set<String> GONE = Set.of("message_not_found", "edit_window_closed", "cant_update_message");
    private static final Set<String> PASSING = Set.of(
            "ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout");

    @Override
    public HookForm form() {
        return HookForm.named("slack")
                .requires("url_env|token_env")
                .allows("channel", "url")
                .rate(1, Duration.ofSeconds(1))
                .bytes(40_000);
    }

    @Override
    public void check(HookSettings settings) {
        if (settings.has("token_env") && !settings.has("channel")) {
            throw new IllegalArgumentException("a token needs a channel too, such as channel: C0123456789");
        }
    }

    @Override
    public HookRequest request(Content content, HookTarget target) {
        ObjectNode body = Json.object();
        body.put("text", escaped(content.headline()));
        body.set("blocks", blocks(content));
        body.put("unfurl_links", false).put("unfurl_media", false);
        return target.secret("token_env") == null ? HookRequest.post(target.url(), body) : toApp(content, target, body);
    }

    /** A reference is channel and time stamp: the channel may have been given by its name. */
    private static HookRequest toApp(Content content, HookTarget target, ObjectNode body) {
        @Nullable String previous = content.message().previous();
        String[] place = previous == null ? new String[] {target.settings().value("channel", "")} : previous.split(":");
        body.put("channel", place[0]);
        if (place.length > 1) {
            body.put("ts", place[1]);
        }
        URI api = URI.create(target.settings().value("url", API));
        return HookRequest.post(api.resolve(place.length > 1 ? "chat.update" : "chat.postMessage"), body)
                .with("Authorization", "Bearer " + target.requireSecret("token_env"));
    }

    private static ArrayNode blocks(Content content) {
        ArrayNode blocks = Json.array();
        blocks.addObject().put("type", "header").set("text", plain(headline(content), HEADER));
        for (Paragraph paragraph : content.paragraphs()) {
            sections(paragraph.text(), blocks);
            links(paragraph.links(), blocks);
        }
        content.notes()
                .forEach(note -> blocks.addObject()
                        .put("type", "context")
                        .set("elements", Json.array().add(plain(note, SECTION))));
        return blocks;
    }

    /** As many as the text needs. */
    private static void sections(String text, ArrayNode blocks) {
        StringBuilder section = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (section.length() + line.length() >= SECTION) {
                section(section.toString(), blocks);
                section.setLength(0);
            }
            section.append(section.isEmpty() ? "" : "\n").append(line);
        }
        section(section.toString(), blocks);
    }

    private static void section(String text, ArrayNode blocks) {
        if (!text.isEmpty() && blocks.size() < BLOCKS) {
            blocks.addObject().put("type", "section").set("text", plain(text, SECTION));
        }
    }

    private static void links(List<NamedLink> links, ArrayNode blocks) {
        if (!links.isEmpty()) {
            String text = links.stream()
                    .map(link -> "<%s|%s>".formatted(escaped(link.address()), escaped(link.words())))
                    .collect(Collectors.joining(" · "));
            blocks.addObject()
                    .put("type", "context")
                    .set("elements", Json.array().add(Json.pair("type", "mrkdwn", "text", text)));
        }
    }

    private static String headline(Content content) {
        return content.tone().sign() + " " + content.headline();
    }

    private static ObjectNode plain(String text, int most) {
        return Json.pair("type", "plain_text", "text", Cut.characters(text, most))
                .put("emoji", false);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public Answer read(HookResponse response) {
        return response.refusal().orElseGet(() -> {
            JsonNode answer = response.json();
            if (!answer.isObject()) {
                return response.body().strip().equals("ok")
                        ? Answer.delivered()
                        : Answer.retry("Slack did not answer ok: " + response.reason());
            }
            if (answer.path("ok").asBoolean()) {
                return new Answer.Delivered(answer.path("channel").asText() + ":"
                        + answer.path("ts").asText());
            }
            return refused(SafeText.line(answer.path("error").asText(), 100), response);
        });
    }

    private static Answer refused(String error, HookResponse response) {
        if (GONE.contains(error)) {
            return Answer.gone("Slack: " + error);
        }
        return PASSING.contains(error)
                ? new Answer.Retry("Slack: " + error, response.retryAfter())
                : Answer.drop("Slack: " + error);
    }
}
