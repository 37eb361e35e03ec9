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
import io.satisflow.hook.content.Cut;
import io.satisflow.hook.content.Escape;
import io.satisflow.hook.content.NamedLink;
import io.satisflow.hook.content.Paragraph;
import io.satisflow.id.DerivedId;
import java.net.URI;
import java.time.Duration;

/** Google Chat: a space's webhook. What is said of the same alerts stands in one thread. */
public final class GoogleChat implements Hook {
    private static final int TITLE = 200;
    private static final String IN_THREAD = "messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD";

    @Override
    public HookForm form() {
        return HookForm.named("google_chat")
                .requires("url_env")
                .rate(1, Duration.ofSeconds(1))
                .bytes(32_000);
    }

    @Override
    public HookRequest request(Content content, HookTarget target) {
        ObjectNode body = Json.object();
        String headline = content.tone().sign() + " " + content.headline();
        // The text is what a phone shows before it is opened; angle brackets would be links and mentions in it.
        body.put("text", headline.replace('<', '‹').replace('>', '›'));
        body.putObject("thread")
                .put("threadKey", DerivedId.of("thread", content.message().groupKey()));
        ObjectNode card = Json.object();
        card.set(
                "header",
                Json.pair(
                        "title",
                        Cut.characters(headline, TITLE),
                        "subtitle",
                        content.message().receiver()));
        ArrayNode sections = card.putArray("sections");
        content.paragraphs().forEach(paragraph -> sections.add(section(paragraph)));
        content.notes().forEach(note -> sections.addObject().putArray("widgets").add(text(note)));
        if (sections.isEmpty()) {
            sections.addObject().putArray("widgets").add(text(content.headline()));
        }
        body.putArray("cardsV2")
                .addObject()
                .put("cardId", content.message().id())
                .set("card", card);
        return HookRequest.post(inThread(target.url()), body);
    }

    private static URI inThread(URI url) {
        return URI.create(url + (url.getRawQuery() == null ? "?" : "&") + IN_THREAD);
    }

    private static ObjectNode section(Paragraph paragraph) {
        ObjectNode section = Json.object();
        ArrayNode widgets = section.putArray("widgets");
        widgets.add(text(paragraph.text()));
        if (!paragraph.links().isEmpty()) {
            ArrayNode buttons = widgets.addObject().putObject("buttonList").putArray("buttons");
            paragraph.links().forEach(link -> buttons.add(button(link)));
        }
        return section;
    }

    private static ObjectNode text(String text) {
        ObjectNode widget = Json.object();
        widget.putObject("textParagraph").put("text", Escape.html(text).replace("\n", "<br>"));
        return widget;
    }

    private static ObjectNode button(NamedLink link) {
        ObjectNode button = Json.object().put("text", link.words());
        button.putObject("onClick").putObject("openLink").put("url", link.address());
        return button;
    }

    @Override
    public Answer read(HookResponse response) {
        return response.refusal().orElseGet(Answer::delivered);
    }
}
