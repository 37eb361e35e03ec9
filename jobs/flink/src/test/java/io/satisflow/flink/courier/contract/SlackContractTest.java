package io.satisflow.flink.courier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.flink.courier.Messenger;
import io.satisflow.flink.courier.SampleMessages;
import io.satisflow.flink.courier.ToolServer.Reply;
import io.satisflow.flink.courier.ToolServer.Request;
import io.satisflow.hook.Answer;
import io.satisflow.hook.content.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Slack's incoming webhooks and its chat.postMessage and chat.update. */
class SlackContractTest extends HookContract {
    private static final Pattern ANGLE = Pattern.compile("<(?!https?://)[^>]*>");

    @Override
    protected String hook() {
        return "slack";
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of();
    }

    @Override
    protected Reply take(Request request) {
        assertThat(request.header("Content-Type")).startsWith("application/json");
        JsonNode body = request.json();
        assertThat(body.path("text").asText()).isNotEmpty().doesNotContainPattern(ANGLE);
        assertThat(body.path("blocks").size()).isBetween(1, 50);
        body.path("blocks").forEach(SlackContractTest::requireBlock);
        return Reply.of(200, "ok");
    }

    private static void requireBlock(JsonNode block) {
        switch (block.path("type").asText()) {
            case "header" -> {
                assertThat(block.at("/text/type").asText()).isEqualTo("plain_text");
                assertThat(block.at("/text/text").asText().length()).isBetween(1, 150);
            }
            case "section" -> requireText(block.path("text"));
            case "context" -> {
                assertThat(block.path("elements").size()).isBetween(1, 10);
                block.path("elements").forEach(SlackContractTest::requireText);
            }
            default -> throw new AssertionError("unknown block " + block);
        }
    }

    private static void requireText(JsonNode text) {
        assertThat(text.path("text").asText().length()).isBetween(1, 3000);
        if (text.path("type").asText().equals("mrkdwn")) {
            assertThat(text.path("text").asText()).doesNotContainPattern(ANGLE);
        } else {
            assertThat(text.path("type").asText()).isEqualTo("plain_text");
        }
    }

    @Override
    protected Reply tooFast() {
        return Reply.of(429, "rate_limited").with("Retry-After", "30");
    }

    @Override
    protected Duration pauseAfterTooFast() {
        return Duration.ofSeconds(30);
    }

    @Override
    protected List<Reply> refusals() {
        return List.of(
                Reply.of(400, "invalid_payload"),
                Reply.of(403, "invalid_token $URL"),
                Reply.of(404, "no_service"),
                Reply.of(410, "channel_is_archived"));
    }

    @Test
    void a_success_without_ok_is_none() throws Exception {
        server.keep(request -> Reply.of(200, "<html>log in to this network</html>"));
        assertThat(tell(SampleMessages.firing("en"))).isInstanceOf(Answer.Retry.class);
    }

    @Test
    void an_app_changes_its_message_in_place() throws Exception {
        secret("TOKEN", "xoxb-0123456789");
        server.keep(request -> {
            assertThat(request.header("Authorization")).isEqualTo("Bearer xoxb-0123456789");
            boolean update = request.uri().getPath().endsWith("/chat.update");
            assertThat(request.json().path("ts").asText()).isEqualTo(update ? "17.1" : "");
            return Reply.of(200, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"17.1\"}");
        });
        try (Messenger app = messenger(Map.of("token_env", "TOKEN", "channel", "C1"))) {
            Message message = SampleMessages.firing("en");
            Answer first = tell(app, message);
            assertThat(first).isEqualTo(new Answer.Delivered("C1:17.1"));
            assertThat(tell(app, message.replacing("C1:17.1"))).isEqualTo(new Answer.Delivered("C1:17.1"));
            assertThat(server.broken()).isEmpty();

            server.keep(request -> Reply.of(200, "{\"ok\":false,\"error\":\"message_not_found\"}"));
            assertThat(tell(app, message.replacing("C1:17.1"))).isInstanceOf(Answer.Gone.class);
            server.keep(request -> Reply.of(200, "{\"ok\":false,\"error\":\"channel_not_found\"}"));
            assertThat(tell(app, message)).isEqualTo(Answer.drop("Slack: channel_not_found"));
        }
    }

    @Override
    protected String path() {
        return "/services/token-0123456789/";
    }
}
