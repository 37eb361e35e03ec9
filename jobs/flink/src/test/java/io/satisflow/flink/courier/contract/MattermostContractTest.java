package io.satisflow.flink.courier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.flink.courier.ToolServer.Reply;
import io.satisflow.flink.courier.ToolServer.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Mattermost's incoming webhooks: 16,383 characters; a name behind an @ is a mention wherever it stands. */
class MattermostContractTest extends HookContract {

    @Override
    protected String hook() {
        return "mattermost";
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of();
    }

    @Override
    protected Reply take(Request request) {
        JsonNode body = request.json();
        List<String> texts = new ArrayList<>();
        texts(body, texts);
        assertThat(body.path("text").asText()).isNotEmpty();
        assertThat(texts.stream()
                        .mapToInt(text -> text.codePointCount(0, text.length()))
                        .sum())
                .isLessThanOrEqualTo(16_383);
        assertThat(texts)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContainPattern("@(all|here|channel|everyone|所有人)")
                        .doesNotContainPattern("<(?!\u200B)|(?<!\\\\)!\\[|(?<!\\(https|\\(http)://")
                        // Of all other signs its pages show the backslash too.
                        .doesNotContainPattern("(?<!\\\\)(?:\\\\\\\\)*\\\\[^`*{}\\[\\]()#+\\-.!_>|~\\\\]"));
        return Reply.of(200, "ok");
    }

    @Override
    protected Reply tooFast() {
        return Reply.of(429, "").with("Retry-After", "7");
    }

    @Override
    protected Duration pauseAfterTooFast() {
        return Duration.ofSeconds(7);
    }

    @Override
    protected List<Reply> refusals() {
        return List.of(Reply.of(400, "{\"message\":\"Invalid webhook\"}"), Reply.of(403, "disabled"));
    }
}
