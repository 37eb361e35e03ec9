package io.satisflow.flink.courier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.flink.courier.ToolServer.Reply;
import io.satisflow.flink.courier.ToolServer.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Feishu's custom bot, with a signature. */
class FeishuContractTest extends HookContract {
    private static final String SECRET = "feishu-secret-1";

    @Override
    protected String hook() {
        return "feishu";
    }

    @Override
    protected Map<String, String> settings() {
        secret("BOT_SECRET", SECRET);
        return Map.of("secret_env", "BOT_SECRET");
    }

    @Override
    protected Reply take(Request request) {
        assertThat(request.bytes().length).isLessThanOrEqualTo(20 * 1024);
        JsonNode body = request.json();
        String key = body.path("timestamp").asText() + "\n" + SECRET;
        if (!body.path("sign").asText().equals(Signed.base64(key, ""))) {
            return Reply.of(200, "{\"code\":19021,\"msg\":\"sign match fail or timestamp is not within one hour\"}");
        }
        assertThat(body.path("msg_type").asText()).isEqualTo("interactive");
        requireCard(body.path("card"));
        return Reply.of(
                200, "{\"StatusCode\":0,\"StatusMessage\":\"success\",\"code\":0,\"data\":{},\"msg\":\"success\"}");
    }

    static void requireCard(JsonNode card) {
        assertThat(card.at("/header/title/tag").asText()).isEqualTo("plain_text");
        assertThat(card.at("/header/template").asText()).isIn("red", "orange", "blue", "green", "grey");
        card.path("elements").forEach(FeishuContractTest::requireElement);
    }

    private static void requireElement(JsonNode element) {
        switch (element.path("tag").asText()) {
            case "div" -> assertThat(element.at("/text/tag").asText()).isEqualTo("plain_text");
            case "note" ->
                element.path("elements")
                        .forEach(text -> assertThat(text.path("tag").asText()).isEqualTo("plain_text"));
            case "action" ->
                element.path("actions").forEach(button -> {
                    assertThat(button.path("tag").asText()).isEqualTo("button");
                    assertThat(button.at("/text/tag").asText()).isEqualTo("plain_text");
                    assertThat(button.path("url").asText()).startsWith("https://");
                });
            case "hr" -> assertThat(element.size()).isEqualTo(1);
            default -> throw new AssertionError("unknown element " + element);
        }
    }

    @Override
    protected Reply tooFast() {
        return Reply.of(400, "{\"code\":11232,\"msg\":\"frequency limited psm\"}");
    }

    @Override
    protected Duration pauseAfterTooFast() {
        return Duration.ofMinutes(1);
    }

    @Override
    protected List<Reply> refusals() {
        return List.of(
                Reply.of(200, "{\"code\":19021,\"msg\":\"sign match fail\"}"),
                Reply.of(400, "{\"code\":9499,\"msg\":\"Bad Request\"}"));
    }
}
