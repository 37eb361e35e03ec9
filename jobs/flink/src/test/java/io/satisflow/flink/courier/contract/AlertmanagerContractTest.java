package io.satisflow.flink.courier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.flink.courier.ToolServer.Reply;
import io.satisflow.flink.courier.ToolServer.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Alertmanager's API, version 2. */
class AlertmanagerContractTest extends HookContract {

    @Override
    protected String hook() {
        return "alertmanager";
    }

    @Override
    protected Map<String, String> settings() {
        secret("AM_TOKEN", "am-token-0123456789");
        return Map.of("token_env", "AM_TOKEN");
    }

    @Override
    protected String path() {
        return "/prefix/";
    }

    @Override
    protected Reply take(Request request) {
        assertThat(request.uri().getPath()).isEqualTo("/prefix/api/v2/alerts");
        assertThat(request.header("Authorization")).isEqualTo("Bearer am-token-0123456789");
        JsonNode alerts = request.json();
        assertThat(alerts.isArray()).isTrue();
        alerts.forEach(alert -> {
            assertThat(alert.at("/labels/alertname").asText()).isNotEmpty();
            alert.path("labels")
                    .fieldNames()
                    .forEachRemaining(name -> assertThat(name).matches("[a-zA-Z_][a-zA-Z0-9_]*"));
            Instant starts = Instant.parse(alert.path("startsAt").asText());
            assertThat(Instant.parse(alert.path("endsAt").asText())).isAfter(starts);
        });
        return Reply.of(200, "");
    }

    @Override
    protected Reply tooFast() {
        return Reply.of(429, "").with("Retry-After", "5");
    }

    @Override
    protected Duration pauseAfterTooFast() {
        return Duration.ofSeconds(5);
    }

    @Override
    protected List<Reply> refusals() {
        return List.of(Reply.of(400, "bad labels"), Reply.of(401, "no"));
    }
}
