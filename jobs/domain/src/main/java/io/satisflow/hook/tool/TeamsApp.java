package io.satisflow.hook.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.hook.AccessToken;
import io.satisflow.hook.Answer;
import io.satisflow.hook.HookForm;
import io.satisflow.hook.HookRequest;
import io.satisflow.hook.HookResponse;
import io.satisflow.hook.HookSettings;
import io.satisflow.hook.HookTarget;
import io.satisflow.hook.TokenHook;
import io.satisflow.hook.WebAddress;
import io.satisflow.hook.content.Content;
import io.satisflow.hook.content.SafeText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Microsoft Teams: a bot that is installed in a team or chat, whose cards change in place, unlike those of a workflow. */
public final class TeamsApp implements TokenHook {
    private static final String SERVICE = "https://smba.trafficmanager.net/teams";
    private static final String LOGIN = "https://login.microsoftonline.com";
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    /** A bot may post 1800 messages an hour into a conversation. */
    @Override
    public HookForm form() {
        return HookForm.named("teams_app")
                .requires("app_id", "app_secret_env", "tenant", "conversation")
                .allows("url", "login_url")
                .rate(30, Duration.ofMinutes(1))
                .bytes(28_000);
    }

    @Override
    public void check(HookSettings settings) {
        if (!settings.value("tenant", "").matches("[A-Za-z0-9.-]+")) {
            throw new IllegalArgumentException("tenant must be the id or domain of the organization");
        }
        if (settings.has("login_url")) {
            URI ignored = WebAddress.parse(settings.value("login_url", ""), settings.allowHttp());
        }
    }

    @Override
    public HookRequest tokenRequest(HookTarget target) {
        HookSettings settings = target.settings();
        String form = "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
                .formatted(
                        encoded(settings.value("app_id", "")),
                        encoded(target.requireSecret("app_secret_env")),
                        encoded("https://api.botframework.com/.default"));
        return new HookRequest(
                "POST",
                address(
                        target,
                        settings.value("login_url", LOGIN),
                        "/%s/oauth2/v2.0/token".formatted(settings.value("tenant", ""))),
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                form.getBytes(StandardCharsets.UTF_8));
    }

    private static URI address(HookTarget target, String base, String path) {
        return WebAddress.parse(
                base.replaceAll("/+$", "") + path, target.settings().allowHttp());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public Optional<AccessToken> token(HookResponse response) {
        JsonNode answer = response.json();
        String token = answer.path("access_token").asText();
        return response.isSuccess() && !token.isEmpty()
                ? Optional.of(new AccessToken(
                        token, Duration.ofSeconds(answer.path("expires_in").asLong())))
                : Optional.empty();
    }

    @Override
    public boolean isTokenRefused(HookResponse response) {
        return response.status() == UNAUTHORIZED;
    }

    @Override
    public HookRequest request(Content content, HookTarget target) {
        ObjectNode body = Json.object().put("type", "message").put("summary", content.headline());
        body.putArray("attachments").add(TeamsCard.attachment(content));
        String activities = "/v3/conversations/%s/activities"
                .formatted(encoded(target.settings().value("conversation", "")));
        String service = target.settings().value("url", SERVICE);
        @Nullable String previous = content.message().previous();
        return previous == null
                ? HookRequest.post(address(target, service, activities), body)
                : HookRequest.json(
                        "PUT",
                        address(target, service, activities + "/" + encoded(previous)),
                        body.put("id", previous));
    }

    /** A message that is not there any more is told anew; a conversation that is not there is told nothing more. */
    @Override
    public Answer read(HookResponse response) {
        JsonNode answer = response.json();
        if (response.isSuccess()) {
            return new Answer.Delivered(answer.path("id").asText(null));
        }
        String code = SafeText.line(answer.at("/error/code").asText(), 100);
        if (response.status() == NOT_FOUND && (code.contains("Activity") || code.contains("Message"))) {
            return Answer.gone("Teams: " + code);
        }
        return response.refusal().orElseThrow();
    }
}
