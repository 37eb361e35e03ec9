package io.satisflow.hook.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.hook.Answer;
import io.satisflow.hook.Hook;
import io.satisflow.hook.HookForm;
import io.satisflow.hook.HookRequest;
import io.satisflow.hook.HookResponse;
import io.satisflow.hook.HookTarget;
import io.satisflow.hook.content.Content;
import io.satisflow.hook.content.Cut;
import io.satisflow.hook.content.Escape;
import io.satisflow.hook.content.NamedLink;
import io.satisflow.hook.content.Paragraph;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Discord: a webhook, whose messages change in place. Nobody is ever mentioned. */
public final class Discord implements Hook {
    private static final int CONTENT = 2000;
    private static final int TITLE = 256;
    private static final int DESCRIPTION = 4096;
    private static final String MARKUP = "\\*_~`|>#-[]()<@:";

    /** All embeds together may have 6000 characters; as many bytes are always fewer. */
    @Override
    public HookForm form() {
        return HookForm.named("discord")
                .requires("url_env")
                .rate(30, Duration.ofMinutes(1))
                .bytes(6000);
    }

    @Override
    public HookRequest request(Content content, HookTarget target) {
        ObjectNode body = Json.object();
        body.put("content", Cut.characters(content.tone().sign() + " " + escaped(content.headline()), CONTENT));
        ArrayNode embeds = body.putArray("embeds");
        content.paragraphs().forEach(paragraph -> embeds.add(embed(paragraph)));
        note(embeds, escaped(String.join("\n", content.notes())));
        body.putObject("allowed_mentions").putArray("parse");
        @Nullable String previous = content.message().previous();
        return previous == null
                ? HookRequest.post(address(target.url(), ""), body)
                : HookRequest.json("PATCH", address(target.url(), "/messages/" + previous), body);
    }

    /** Waits for the message, and so learns what it is called. */
    private static URI address(URI url, String path) {
        String query = url.getRawQuery() == null ? "wait=true" : url.getRawQuery() + "&wait=true";
        return URI.create(
                "%s://%s%s%s?%s".formatted(url.getScheme(), url.getRawAuthority(), url.getRawPath(), path, query));
    }

    private static ObjectNode embed(Paragraph paragraph) {
        ObjectNode embed = Json.object();
        embed.put("color", paragraph.tone().colour());
        if (!paragraph.head().isEmpty()) {
            embed.put("title", Cut.characters(escaped(paragraph.head()), TITLE));
        }
        String links = paragraph.links().stream().map(Discord::link).collect(Collectors.joining(" · "));
        String lines = escaped(String.join("\n", paragraph.lines()));
        int room = DESCRIPTION - links.length() - 1;
        embed.put("description", (Cut.characters(lines, room) + "\n" + links).strip());
        return embed;
    }

    /** At the end of the last embed: a message has ten at most, and as many alerts may be shown. */
    private static void note(ArrayNode embeds, String notes) {
        if (notes.isEmpty()) {
            return;
        }
        ObjectNode last = embeds.isEmpty() ? embeds.addObject() : (ObjectNode) embeds.get(embeds.size() - 1);
        String said = last.path("description").asText();
        last.put("description", (Cut.characters(said, DESCRIPTION - notes.length() - 1) + "\n" + notes).strip());
    }

    private static String link(NamedLink link) {
        return "[%s](%s)".formatted(escaped(link.words()), link.address());
    }

    private static String escaped(String text) {
        return Escape.backslash(text, MARKUP);
    }

    @Override
    public Answer read(HookResponse response) {
        JsonNode answer = response.json();
        if (response.isSuccess()) {
            return new Answer.Delivered(
                    answer.path("id").isTextual() ? answer.path("id").asText() : null);
        }
        if (response.status() == 429 && answer.path("retry_after").isNumber()) {
            long millis = (long) Math.ceil(answer.path("retry_after").asDouble() * 1000);
            return Answer.retry("Discord: too many requests", Duration.ofMillis(millis));
        }
        // 10008: the message is not there; a 404 with any other code means the webhook, of which no more is to be
        // asked.
        return answer.path("code").asInt() == 10_008
                ? Answer.gone("Discord: unknown message")
                : response.refusal().orElseThrow();
    }
}
