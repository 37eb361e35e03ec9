package io.satisflow.hook.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.hook.content.Content;
import io.satisflow.hook.content.NamedLink;
import io.satisflow.hook.content.Paragraph;
import io.satisflow.hook.content.Tone;
import java.util.List;

/**
 * An adaptive card. Texts stand in rich text blocks, in which Teams reads no markup; a mention would need an entry of its own
 * in the card.
 */
final class TeamsCard {
    private static final String CARD = "application/vnd.microsoft.card.adaptive";
    private static final String VERSION = "1.2";
    private static final int ACTIONS = 6;

    private TeamsCard() {}

    /** As a part of a message. */
    static ObjectNode attachment(Content content) {
        ObjectNode attachment = Json.object().put("contentType", CARD).putNull("contentUrl");
        attachment.set("content", card(content));
        return attachment;
    }

    private static ObjectNode card(Content content) {
        ObjectNode card = Json.object()
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", VERSION);
        ArrayNode body = card.putArray("body");
        ArrayNode head = container(body, content.tone());
        head.add(line(content.headline()).put("spacing", "None"));
        head.get(0)
                .withArray("inlines")
                .forEach(run -> ((ObjectNode) run).put("weight", "Bolder").put("size", "Medium"));
        for (Paragraph paragraph : content.paragraphs()) {
            ArrayNode items = body.addObject().put("type", "Container").putArray("items");
            paragraph.text().lines().forEach(text -> items.add(line(text).put("spacing", "Small")));
        }
        content.notes().forEach(note -> body.add(line(note)));
        actions(card, content.links());
        return card;
    }

    private static ArrayNode container(ArrayNode body, Tone tone) {
        String style = switch (tone) {
            case CRITICAL -> "attention";
            case WARNING -> "warning";
            case RESOLVED -> "good";
            case INFO -> "accent";
            case NO_DATA -> "emphasis";
        };
        return body.addObject()
                .put("type", "Container")
                .put("style", style)
                .put("bleed", true)
                .putArray("items");
    }

    private static ObjectNode line(String text) {
        ObjectNode block = Json.object().put("type", "RichTextBlock");
        block.putArray("inlines").add(Json.pair("type", "TextRun", "text", text));
        return block;
    }

    private static void actions(ObjectNode card, List<NamedLink> links) {
        if (!links.isEmpty()) {
            ArrayNode actions = card.putArray("actions");
            links.stream()
                    .limit(ACTIONS)
                    .forEach(link -> actions.add(Json.pair("type", "Action.OpenUrl", "title", link.words())
                            .put("url", link.address())));
        }
    }
}
