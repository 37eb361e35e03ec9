package io.satisflow.hook.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.hook.Answer;
import io.satisflow.hook.Hook;
import io.satisflow.hook.HookForm;
import io.satisflow.hook.HookRequest;
import io.satisflow.hook.HookResponse;
import io.satisflow.hook.HookTarget;
import io.satisflow.hook.content.Content;
import io.satisflow.hook.content.Escape;
import io.satisflow.hook.content.Paragraph;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Mattermost: an incoming webhook. Its pages take a backslash before some signs only and show it before others; behind these a
 * sign of no width keeps them from being a mention, a tag, an address or an emoji.
 */
public final class Mattermost implements Hook {
    private static final String MARKUP = "\\*_~`|>#-[]()!";
    private static final String NO_WIDTH = "\u200B";

    /** A colon before the two digits of a clock is neither the beginning of an emoji nor of an address. */
    private static final Pattern NOT_ESCAPED = Pattern.compile("[@<]|:(?=//)|:(?!\\d{2}:)(?=[\\w+-]+:)");

    /** A post has 16,383 characters; as many bytes are never more. */
    @Override
    public HookForm form() {
        return HookForm.named("mattermost")
                .requires("url_env")
                .allows("channel")
                .rate(60, Duration.ofMinutes(1))
                .bytes(16_383);
    }

    @Override
    public HookRequest request(Content content, HookTarget target) {
        ObjectNode body = Json.object();
        body.put("text", "%s **%s**".formatted(content.tone().sign(), escaped(content.headline())));
        if (target.settings().has("channel")) {
            body.put("channel", target.settings().value("channel", ""));
        }
        ArrayNode attachments = body.putArray("attachments");
        content.paragraphs().forEach(paragraph -> attachments.add(attachment(paragraph)));
        content.notes()
                .forEach(note ->
                        attachments.addObject().put("fallback", escaped(note)).put("text", escaped(note)));
        return HookRequest.post(target.url(), body);
    }

    private static ObjectNode attachment(Paragraph paragraph) {
        String links = paragraph.links().stream()
                .map(link -> "[%s](%s)".formatted(escaped(link.words()), link.address()))
                .collect(Collectors.joining(" · "));
        String text = escaped(paragraph.text());
        return Json.object()
                .put("fallback", text)
                .put("color", paragraph.tone().hexColour())
                .put("text", (text + "\n\n" + links).strip());
    }

    private static String escaped(String text) {
        return Escape.backslash(NOT_ESCAPED.matcher(text).replaceAll("$0" + NO_WIDTH), MARKUP);
    }

    @Override
    public Answer read(HookResponse response) {
        return response.refusal()
                .orElseGet(() -> response.body().strip().equals("ok")
                        ? Answer.delivered()
                        : Answer.retry("Mattermost did not answer ok: " + response.reason()));
    }
}
