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
import io.satisflow.hook.signing.Signature;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** DingTalk (钉钉): a group's custom robot, signed when it has a secret. Its Markdown knows no escapes. */
public final class DingTalk implements Hook {
    private static final String MARKUP = "*`~<>@|\\#";
    /** A robot that was too fast is deaf for so long. */
    private static final Duration BLOCKED = Duration.ofMinutes(10);

    private static final Set<Integer> TOO_FAST = Set.of(130_101, 130_102, 90_030, 410_100);
    private static final int BUSY = -1;

    @Override
    public HookForm form() {
        return HookForm.named("dingtalk")
                .requires("url_env")
                .allows("secret_env", "keyword")
                .rate(20, Duration.ofMinutes(1))
                .bytes(20_000);
    }

    @Override
    public HookRequest request(Content content, HookTarget target) {
        String headline = content.tone().sign() + " " + escaped(content.headline());
        String keyword = target.settings().value("keyword", "");
        String text = "### %s\n\n%s%s\n\n%s"
                .formatted(
                        headline,
                        content.paragraphs().stream()
                                .map(DingTalk::paragraph)
                                .collect(Collectors.joining("\n\n---\n\n")),
                        content.notes().stream()
                                .map(note -> "\n\n> " + escaped(note))
                                .collect(Collectors.joining()),
                        keyword);
        ObjectNode body = Json.object().put("msgtype", "markdown");
        body.putObject("markdown").put("title", headline).put("text", text.strip());
        ObjectNode at = body.putObject("at").put("isAtAll", false);
        at.putArray("atMobiles");
        at.putArray("atUserIds");
        return HookRequest.post(signed(target), body);
    }

    private static String paragraph(Paragraph paragraph) {
        String links = paragraph.links().stream()
                .map(link -> "[%s](%s)".formatted(escaped(link.words()), link.address()))
                .collect(Collectors.joining(" · "));
        return (escaped(paragraph.text()).replace("\n", "  \n") + "\n\n" + links).strip();
    }

    private static String escaped(String text) {
        return Escape.fullWidth(Escape.withoutLinks(text), MARKUP);
    }

    private static URI signed(HookTarget target) {
        URI url = target.url();
        @Nullable String secret = target.secret("secret_env");
        return secret == null
                ? url
                : URI.create(url + (url.getRawQuery() == null ? "?" : "&") + signature(secret, target.now()));
    }

    /** Of time and secret, for the query. */
    static String signature(String secret, Instant at) {
        String sign = Signature.base64(secret, at.toEpochMilli() + "\n" + secret);
        return "timestamp=%d&sign=%s".formatted(at.toEpochMilli(), URLEncoder.encode(sign, StandardCharsets.UTF_8));
    }

    @Override
    public Answer read(HookResponse response) {
        JsonNode answer = response.json();
        int code = answer.path("errcode").asInt(Integer.MIN_VALUE);
        String reason = "DingTalk errcode %d: %s"
                .formatted(code, SafeText.line(answer.path("errmsg").asText(), 200));
        // The guard before the robot says so in its own words, with or without a code, and with any status.
        if (TOO_FAST.contains(code) || answer.path("punish").asText().equals("deny")) {
            return Answer.retry(reason, BLOCKED);
        }
        return response.refusal().orElseGet(() -> {
            if (code == 0) {
                return Answer.delivered();
            }
            if (code == Integer.MIN_VALUE || code == BUSY) {
                return Answer.retry(code == BUSY ? reason : "DingTalk gave no errcode: " + response.reason());
            }
            return Answer.drop(reason);
        });
    }
}
