package io.satisflow.flink.courier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.flink.courier.SampleMessages;
import io.satisflow.flink.courier.ToolServer.Reply;
import io.satisflow.flink.courier.ToolServer.Request;
import io.satisflow.hook.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A Teams bot: a token of the organization, activities into a conversation, and activities that are put anew. */
class TeamsAppContractTest extends HookContract {
    private static final String SECRET = "bot-secret-0123456789&=";
    private static final String ACTIVITIES = "/teams/v3/conversations/19:c%40thread.tacv2/activities";
    private int tokens;

    @Override
    protected String hook() {
        return "teams_app";
    }

    @Override
    protected Map<String, String> settings() {
        secret("BOT_SECRET", SECRET);
        return Map.of(
                "app_id",
                "11111111-2222-3333-4444-555555555555",
                "app_secret_env",
                "BOT_SECRET",
                "tenant",
                "example.onmicrosoft.com",
                "conversation",
                "19:c@thread.tacv2",
                "login_url",
                server.url("/").toString());
    }

    @Override
    protected String path() {
        return "/teams/";
    }

    @Override
    protected Reply take(Request request) {
        String path = request.uri().getRawPath().replace("%3A", ":");
        if (path.endsWith("/oauth2/v2.0/token")) {
            tokens++;
            assertThat(path).isEqualTo("/example.onmicrosoft.com/oauth2/v2.0/token");
            assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
            assertThat(new String(request.bytes(), StandardCharsets.UTF_8))
                    .contains("grant_type=client_credentials")
                    .contains("client_secret=bot-secret-0123456789%26%3D")
                    .contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default");
            return Reply.of(200, "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"eyJ.token\"}");
        }
        assertThat(request.header("Authorization")).isEqualTo("Bearer eyJ.token");
        assertThat(request.bytes().length).isLessThanOrEqualTo(28 * 1024);
        JsonNode body = request.json();
        assertThat(body.path("type").asText()).isEqualTo("message");
        TeamsContractTest.requireAttachment(body.at("/attachments/0"));
        if (request.method().equals("PUT")) {
            assertThat(path).isEqualTo(ACTIVITIES + "/17:1");
            assertThat(body.path("id").asText()).isEqualTo("17:1");
            return Reply.of(200, "{\"id\":\"17:1\"}");
        }
        assertThat(path).isEqualTo(ACTIVITIES);
        return Reply.of(201, "{\"id\":\"17:1\"}");
    }

    @Override
    protected Reply tooFast() {
        return Reply.of(429, "{\"error\":{\"code\":\"TooManyRequests\"}}").with("Retry-After", "7");
    }

    @Override
    protected Duration pauseAfterTooFast() {
        return Duration.ofSeconds(7);
    }

    @Override
    protected List<Reply> refusals() {
        return List.of(
                Reply.of(
                        403,
                        "{\"error\":{\"code\":\"BotNotInConversationRoster\",\"message\":\"The bot is not part of it.\"}}"),
                Reply.of(
                        404,
                        "{\"error\":{\"code\":\"ConversationNotFound\",\"message\":\"Conversation not found.\"}}"));
    }

    @Test
    void a_message_changes_in_place_and_its_token_is_fetched_once() throws Exception {
        assertThat(tell(SampleMessages.firing("en"))).isEqualTo(new Answer.Delivered("17:1"));
        assertThat(tell(SampleMessages.firing("en").replacing("17:1"))).isEqualTo(new Answer.Delivered("17:1"));
        assertThat(server.last().method()).isEqualTo("PUT");
        assertThat(tokens).isEqualTo(1);
        assertThat(server.broken()).isEmpty();
    }

    @Test
    void a_message_that_was_deleted_is_told_anew() throws Exception {
        server.keep(request -> request.method().equals("PUT")
                ? Reply.of(404, "{\"error\":{\"code\":\"ActivityNotFoundInConversation\"}}")
                : take(request));
        assertThat(tell(SampleMessages.firing("en").replacing("17:1"))).isInstanceOf(Answer.Gone.class);
    }

    @Test
    void a_secret_that_is_wrong_is_given_up_without_showing_it() throws Exception {
        server.keep(request -> Reply.of(
                401,
                "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client secret " + SECRET
                        + "\"}"));
        assertThat(tell(SampleMessages.firing("en")))
                .isInstanceOfSatisfying(
                        Answer.Drop.class,
                        drop -> assertThat(drop.reason())
                                .contains("AADSTS7000215")
                                .doesNotContain(SECRET));
    }

    @Test
    void an_answer_without_a_token_is_tried_again() throws Exception {
        server.keep(request -> Reply.of(200, "<html>log in to this network</html>"));
        assertThat(tell(SampleMessages.firing("en"))).isInstanceOf(Answer.Retry.class);
        assertThat(server.requests()).hasSize(1);
    }
}
