package io.satisflow.flink.courier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.flink.courier.SampleMessages;
import io.satisflow.flink.courier.ToolServer.Reply;
import io.satisflow.flink.courier.ToolServer.Request;
import io.satisflow.hook.content.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PagerDuty's events, version 2. */
class PagerDutyContractTest extends HookContract {

    @Override
    protected String hook() {
        return "pagerduty";
    }

    @Override
    protected Map<String, String> settings() {
        secret("ROUTING_KEY", "token-0123456789");
        return Map.of("routing_key_env", "ROUTING_KEY");
    }

    @Override
    protected Reply take(Request request) {
        assertThat(request.bytes().length).isLessThanOrEqualTo(512 * 1024);
        JsonNode body = request.json();
        assertThat(body.path("routing_key").asText()).isEqualTo("token-0123456789");
        assertThat(body.path("event_action").asText()).isIn("trigger", "acknowledge", "resolve");
        assertThat(body.path("dedup_key").asText().length()).isBetween(1, 255);
        JsonNode payload = body.path("payload");
        assertThat(payload.path("summary").asText().length()).isBetween(1, 1024);
        assertThat(payload.path("source").asText()).isNotEmpty();
        assertThat(payload.path("severity").asText()).isIn("critical", "error", "warning", "info");
        return Reply.of(202, "{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"x\"}");
    }

    @Override
    protected Reply tooFast() {
        return Reply.of(429, "{\"status\":\"throttle exceeded\"}").with("Retry-After", "10");
    }

    @Override
    protected Duration pauseAfterTooFast() {
        return Duration.ofSeconds(10);
    }

    @Override
    protected List<Reply> refusals() {
        return List.of(Reply.of(400, "{\"status\":\"invalid event\",\"errors\":[\"routing key token-0123456789\"]}"));
    }

    @Test
    void the_end_resolves_what_the_beginning_opened() throws Exception {
        tell(SampleMessages.firing("en"));
        JsonNode opened = server.last().json();
        tell(SampleMessages.message(
                "n9",
                Message.Kind.ALERT,
                "all_resolved",
                "en",
                List.of(SampleMessages.alert("a1", "resolved", "critical", "over", "over"))));
        JsonNode closed = server.last().json();
        assertThat(opened.path("event_action").asText()).isEqualTo("trigger");
        assertThat(closed.path("event_action").asText()).isEqualTo("resolve");
        assertThat(closed.path("dedup_key")).isEqualTo(opened.path("dedup_key"));
    }
}
