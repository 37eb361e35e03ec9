package io.satisflow.flink.courier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.courier.ToolServer.Reply;
import io.satisflow.flink.courier.ToolServer.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What it takes to have a hook of one's own tested: what the tool takes, and how it refuses. */
class RocketContractTest extends HookContract {

    @Override
    protected String hook() {
        return "rocket";
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("channel", "#care");
    }

    @Override
    protected Reply take(Request request) {
        assertThat(request.bytes().length).isLessThanOrEqualTo(5000);
        assertThat(request.json().path("channel").asText()).isEqualTo("#care");
        assertThat(request.json().path("text").asText()).isNotEmpty().doesNotContain("@all", "@here");
        return Reply.of(200, "{\"success\":true}");
    }

    @Override
    protected Reply tooFast() {
        return Reply.of(429, "").with("Retry-After", "3");
    }

    @Override
    protected Duration pauseAfterTooFast() {
        return Duration.ofSeconds(3);
    }

    @Override
    protected List<Reply> refusals() {
        return List.of(Reply.of(200, "{\"error\":\"no such channel\"}"), Reply.of(401, ""));
    }
}
