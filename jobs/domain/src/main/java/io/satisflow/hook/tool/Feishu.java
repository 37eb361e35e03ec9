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
import io.satisflow.hook.content.SafeText;
import io.satisflow.hook.signing.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Feishu (飞书): a group's custom bot, signed when it has a secret. Its messages cannot be changed. */
public class Feishu implements Hook {
    private static final Set<Integer> TOO_FAST = Set.of(11_232, 11_233, 11_247, 99_991_400);
    /** Whatever is wrong with a request; its words say what. */
    private static final int BAD_REQUEST = 9_499;

    private static final Duration TOO_FAST_PAUSE = Duration.ofMinutes(1);
    /** In seconds, on what was refused as too fast. */
    static final String WAIT = "x-ogw-ratelimit-reset";

    /** 100 a minute and 5 a second are allowed: some fewer keep both. */
    @Override
    public HookForm form() {
        return HookForm.named("feishu")
                .requires("url_env")
                .allows("secret_env")
                .rate(4, Duration.ofSeconds(3))
                .bytes(20_000);
    }

    @Override
    public HookRequest request(Content content, HookTarget target) {
        ObjectNode body = Json.object();
        @Nullable String secret = target.secret("secret_env");
        if (secret != null) {
            body.put("timestamp", Long.toString(target.now().getEpochSecond()));
            body.put("sign", signature(secret, target.now()));
        }
        body.put("msg_type", "interactive");
        body.set("card", FeishuCard.of(content));
        return HookRequest.post(target.url(), body);
    }

    /** Of nothing, by time and secret as the key. */
    static String signature(String secret, Instant at) {
        return Signature.base64(at.getEpochSecond() + "\n" + secret, "");
    }

    /** Its refusals may come with status 200 or 400; the code says which they are. */
    @Override
    public Answer read(HookResponse response) {
        JsonNode answer = response.json();
        JsonNode code = answer.has("code") ? answer.path("code") : answer.path("StatusCode");
        String reason = "Feishu code %s: %s"
                .formatted(code.asText(), SafeText.line(answer.path("msg").asText(), 200));
        boolean tooMany = code.asInt() == BAD_REQUEST
                && answer.path("msg").asText().toLowerCase(Locale.ROOT).contains("too many");
        if (tooMany || TOO_FAST.contains(code.asInt())) {
            return Answer.retry(
                    reason, Optional.ofNullable(response.retryAfter(WAIT)).orElse(TOO_FAST_PAUSE));
        }
        return response.refusal().orElseGet(() -> {
            if (!code.isNumber()) {
                return Answer.retry("Feishu gave no code: " + response.reason());
            }
            return code.asInt() == 0 ? Answer.delivered() : Answer.drop(reason);
        });
    }
}
