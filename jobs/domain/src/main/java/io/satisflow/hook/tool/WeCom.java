package io.satisflow.hook.tool;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.satisflow.hook.content.SafeText;
import io.satisflow.hook.content.Tone;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** WeCom (企业微信): a group's robot. Its Markdown knows no escapes. */
public final class WeCom implements Hook {
    private static final String MARKUP = "*`<>@#\\";
    /** So many a minute; so many at the same time. */
    private static final Set<Integer> TOO_FAST = Set.of(45_009, 45_033);

    private static final int BUSY = -1;
    private static final Duration TOO_FAST_PAUSE = Duration.ofMinutes(1);

    /** The text may have 4096 bytes; a body of as many holds fewer. */
    @Override
    public HookForm form() {
        return HookForm.named("wecom")
                .requires("url_env")
                .rate(20, Duration.ofMinutes(1))
                .bytes(4096);
    }

    @Override
    public HookRequest request(Content content, HookTarget target) {
        String text = "**<font color=\"%s\">%s</font>**\n%s%s"
                .formatted(
                        colour(content.tone()),
                        escaped(content.headline()),
                        content.paragraphs().stream().map(WeCom::paragraph).collect(Collectors.joining("\n\n")),
                        content.notes().stream()
                                .map(note -> "\n<font color=\"comment\">" + escaped(note) + "</font>")
                                .collect(Collectors.joining()));
        ObjectNode body = Json.object().put("msgtype", "markdown");
        body.putObject("markdown").put("content", text.strip());
        return HookRequest.post(target.url(), body);
    }

    private static String paragraph(Paragraph paragraph) {
        String links = paragraph.links().stream()
                .map(link -> "[%s](%s)".formatted(escaped(link.words()), link.address()))
                .collect(Collectors.joining(" · "));
        return (escaped(paragraph.text()) + "\n" + links).strip();
    }

    /** The only three there are: green, grey and orange. */
    private static String colour(Tone tone) {
        return switch (tone) {
            case CRITICAL, WARNING -> "warning";
            case INFO, RESOLVED -> "info";
            case NO_DATA -> "comment";
        };
    }

    private static String escaped(String text) {
        return Escape.fullWidth(Escape.withoutLinks(text), MARKUP);
    }

    @Override
    public Answer read(HookResponse response) {
        JsonNode answer = response.json();
        int code = answer.path("errcode").asInt(Integer.MIN_VALUE);
        String reason = "WeCom errcode %d: %s"
                .formatted(code, SafeText.line(answer.path("errmsg").asText(), 200));
        if (TOO_FAST.contains(code)) {
            return Answer.retry(reason, TOO_FAST_PAUSE);
        }
        return response.refusal().orElseGet(() -> switch (code) {
            case 0 -> Answer.delivered();
            case BUSY -> Answer.retry(reason);
            case Integer.MIN_VALUE -> Answer.retry("WeCom gave no errcode: " + response.reason());
            default -> Answer.drop(reason);
        });
    }
}
