package io.satisflow.flink.courier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.flink.courier.SampleMessages;
import io.satisflow.flink.courier.ToolServer.Reply;
import io.satisflow.flink.courier.ToolServer.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program that understands Alertmanager's webhook and checks who calls. */
class WebhookContractTest extends HookContract {
    private static final String SECRET = "a secret";

    @Override
    protected String hook() {
        return "webhook";
    }

    @Override
    protected Map<String, String> settings() {
        secret("HOOK_SECRET", SECRET);
        return Map.of("secret_env", "HOOK_SECRET");
    }

    @Override
    protected Reply take(Request request) {
        String signature = request.header("X-Satisflow-Signature");
        String seconds = signature.replaceAll("t=(\\d+),.*", "$1");
        byte[] signed =
                (seconds + "." + new String(request.bytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        assertThat(signature).endsWith("v1=" + HexFormat.of().formatHex(Signed.hmac(SECRET, signed)));
        assertThat(request.header("Idempotency-Key")).isNotEmpty();
        JsonNode body = request.json();
        assertThat(body.path("version").asText()).isEqualTo("4");
        assertThat(body.path("status").asText()).isIn("firing", "resolved");
        body.path("alerts")
                .forEach(alert -> assertThat(alert.path("fingerprint").asText()).isNotEmpty());
        return Reply.of(204, "");
    }

    @Override
    protected Reply tooFast() {
        return Reply.of(429, "").with("Retry-After", "Mon, 02 Mar 2026 09:00:20 GMT");
    }

    @Override
    protected Duration pauseAfterTooFast() {
        return Duration.ofSeconds(20);
    }

    @Override
    protected List<Reply> refusals() {
        return List.of(Reply.of(400, "no"), Reply.of(404, ""));
    }

    @Test
    void the_body_is_what_alertmanager_would_send() throws Exception {
        tell(SampleMessages.firing("en"));
        JsonNode body = server.last().json();
        assertThat(body.path("status").asText()).isEqualTo("firing");
        assertThat(body.path("receiver").asText()).isEqualTo("ops");
        assertThat(body.at("/groupLabels/team").asText()).isEqualTo("billing");
        assertThat(body.at("/commonLabels/severity").asText()).isEqualTo("critical");
        assertThat(body.at("/alerts/0/labels/alertname").asText()).isEqualTo("score drift");
        assertThat(body.at("/alerts/0/startsAt").asText()).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(body.at("/alerts/0/endsAt").asText()).isEqualTo("0001-01-01T00:00:00Z");
    }
}
