package io.satisflow.hook.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.hook.AccessToken;
import io.satisflow.hook.Answer;
import io.satisflow.hook.HookForm;
import io.satisflow.hook.HookRequest;
import io.satisflow.hook.HookResponse;
import io.satisflow.hook.HookTarget;
import io.satisflow.hook.TokenHook;
import io.satisflow.hook.WebAddress;
import io.satisflow.hook.content.Content;
import io.satisflow.hook.content.SafeText;
import io.satisflow.id.DerivedId;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Feishu (飞书): an app that is a member of a group, whose cards change in place for 14 days. */
public class FeishuApp implements TokenHook {
    private static final Set<Integer> TOO_FAST = Set.of(230_020, 99_991_400);
    private static final Set<Integer> TOKEN_REFUSED = Set.of(99_991_661, 99_991_663, 99_991_664, 99_991_668);
    /** Recalled, deleted, too old to be changed, not a card of its own. */
    private static final Set<Integer> GONE = Set.of(230_011, 230_031, 230_054, 230_071, 230_072, 230_110);

    private static final Duration TOO_FAST_PAUSE = Duration.ofSeconds(10);

    /** 5 a second in a group, shared by all its bots. */
    @Override
    public HookForm form() {
        return HookForm.named("feishu_app")
                .requires("app_id", "app_secret_env", "chat")
                .allows("url")
                .rate(2, Duration.ofSeconds(1))
                .bytes(28_000);
    }

    /** Of the API, where the settings name none. */
    protected String api() {
        return "https://open.feishu.cn";
    }

    private URI address(HookTarget target, String path) {
        String base = target.settings().value("url", api()).replaceAll("/+$", "");
        return WebAddress.parse(base + "/open-apis/" + path, target.settings().allowHttp());
    }

    @Override
    public HookRequest tokenRequest(HookTarget target) {
        return HookRequest.post(
                address(target, "auth/v3/tenant_access_token/internal"),
                Json.pair(
                        "app_id",
                        target.settings().value("app_id", ""),
                        "app_secret",
                        target.requireSecret("app_secret_env")));
    }

    @Override
    public Optional<AccessToken> token(HookResponse response) {
        JsonNode answer = response.json();
        String token = answer.path("tenant_access_token").asText();
        return answer.path("code").asInt(-1) == 0 && !token.isEmpty()
                ? Optional.of(new AccessToken(
                        token, Duration.ofSeconds(answer.path("expire").asLong())))
                : Optional.empty();
    }

    @Override
    public boolean isTokenRefused(HookResponse response) {
        return TOKEN_REFUSED.contains(response.json().path("code").asInt());
    }

    /** With {@code uuid}, what is posted again within the hour is the same message. */
    @Override
    public HookRequest request(Content content, HookTarget target) {
        String card = FeishuCard.of(content).toString();
        @Nullable String previous = content.message().previous();
        if (previous != null) {
            return HookRequest.json(
                    "PATCH",
                    address(target, "im/v1/messages/" + previous),
                    Json.object().put("content", card));
        }
        ObjectNode body = Json.object();
        body.put("receive_id", target.settings().value("chat", ""));
        body.put("msg_type", "interactive").put("content", card);
        body.put("uuid", DerivedId.of("message", content.message().id()));
        return HookRequest.post(address(target, "im/v1/messages?receive_id_type=chat_id"), body);
    }

    @Override
    public Answer read(HookResponse response) {
        JsonNode answer = response.json();
        JsonNode code = answer.path("code");
        String reason = "Feishu code %s: %s"
                .formatted(code.asText(), SafeText.line(answer.path("msg").asText(), 200));
        if (TOO_FAST.contains(code.asInt())) {
            return Answer.retry(
                    reason,
                    Optional.ofNullable(response.retryAfter(Feishu.WAIT))
                            .or(() -> Optional.ofNullable(response.retryAfter()))
                            .orElse(TOO_FAST_PAUSE));
        }
        if (GONE.contains(code.asInt())) {
            return Answer.gone(reason);
        }
        if (code.isNumber() && code.asInt() != 0 && response.status() < 500) {
            return TOKEN_REFUSED.contains(code.asInt()) ? Answer.retry(reason) : Answer.drop(reason);
        }
        return response.refusal()
                .orElseGet(() -> code.isNumber()
                        ? new Answer.Delivered(answer.at("/data/message_id").asText(null))
                        : Answer.retry("Feishu gave no code: " + response.reason()));
    }
}
