package io.satisflow.hook.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.hook.content.Content;
import io.satisflow.hook.content.NamedLink;
import io.satisflow.hook.content.Paragraph;
import io.satisflow.hook.content.Tone;
import java.util.List;

/** A card as Feishu and Lark show it. All texts are plain ones, in which nothing is read. */
final class FeishuCard {
    private FeishuCard() {}

    static ObjectNode of(Content content) {
        ObjectNode card = Json.object();
        // Shared by all who see it: without this a card cannot be changed later.
        card.putObject("config").put("wide_screen_mode", true).put("update_multi", true);
        card.putObject("header").put("template", template(content.tone())).set("title", plain(content.headline()));
        ArrayNode elements = card.putArray("elements");
        for (Paragraph paragraph : content.paragraphs()) {
            if (!elements.isEmpty()) {
                elements.addObject().put("tag", "hr");
            }
            if (!paragraph.text().isEmpty()) {
                elements.addObject().put("tag", "div").set("text", plain(paragraph.text()));
            }
            buttons(paragraph.links(), elements);
        }
        content.notes()
                .forEach(note -> elements.addObject()
                        .put("tag", "note")
                        .set("elements", Json.array().add(plain(note))));
        return card;
    }

    private static void buttons(List<NamedLink> links, ArrayNode elements) {
        if (!links.isEmpty()) {
            ArrayNode actions = elements.addObject().put("tag", "action").putArray("actions");
            links.forEach(link -> actions.addObject()
                    .put("tag", "button")
                    .put("type", "default")
                    .put("url", link.address())
                    .set("text", plain(link.words())));
        }
    }

    private static ObjectNode plain(String text) {
        return Json.pair("tag", "plain_text", "content", text);
    }

    private static String template(Tone tone) {
        return switch (tone) {
            case CRITICAL -> "red";
            case WARNING -> "orange";
            case INFO -> "blue";
            case RESOLVED -> "green";
            case NO_DATA -> "grey";
        };
    }
}
