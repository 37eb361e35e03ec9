package io.satisflow.flink.courier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.flink.courier.SampleMessages;
import io.satisflow.flink.courier.ToolServer.Reply;
import io.satisflow.flink.courier.ToolServer.Request;
import io.satisflow.hook.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Discord's webhooks: 2000 characters, ten embeds of 6000 in all, and nobody may be mentioned. */
class DiscordContractTest extends HookContract {
    /** A sign of markup without a backslash before it. */
    private static final Pattern LIVE = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*[*_~`<@|]");

    @Override
    protected String hook() {
        return "discord";
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of();
    }

    @Override
    protected Reply take(Request request) {
        assertThat(request.uri().getQuery()).isEqualTo("wait=true");
        JsonNode body = request.json();
        assertThat(body.path("content").asText().length()).isBetween(1, 2000);
        assertThat(body.path("embeds").size()).isLessThanOrEqualTo(10);
        assertThat(body.at("/allowed_mentions/parse").isArray()).isTrue();
        assertThat(body.at("/allowed_mentions/parse").size()).isZero();
        int total = 0;
        for (JsonNode embed : body.path("embeds")) {
            int title = embed.path("title").asText().length();
            int description = embed.path("description").asText().length();
            assertThat(title).isLessThanOrEqualTo(256);
            assertThat(description).isBetween(title > 0 ? 0 : 1, 4096);
            total += title + description;
        }
        assertThat(total).isLessThanOrEqualTo(6000);
        List<String> texts = new ArrayList<>();
        texts(body, texts);
        assertThat(texts)
                .allSatisfy(text -> assertThat(text.replaceAll("\\]\\(https://[^)]*\\)", ""))
                        .doesNotContainPattern(LIVE));
        return Reply.of(200, "{\"id\":\"77\"}");
    }

    @Override
    protected Reply tooFast() {
        return Reply.of(429, "{\"message\":\"You are being rate limited.\",\"retry_after\":1.5,\"global\":false}")
                .with("Retry-After", "2");
    }

    @Override
    protected Duration pauseAfterTooFast() {
        return Duration.ofMillis(1500);
    }

    @Override
    protected List<Reply> refusals() {
        return List.of(
                Reply.of(404, "{\"message\": \"Unknown Webhook\", \"code\": 10015}"),
                Reply.of(400, "{\"embeds\": [\"0\"]}"));
    }

    @Test
    void a_message_changes_in_place() throws Exception {
        assertThat(tell(SampleMessages.firing("en"))).isEqualTo(new Answer.Delivered("77"));
        tell(SampleMessages.firing("en").replacing("77"));
        assertThat(server.last().method()).isEqualTo("PATCH");
        assertThat(server.last().uri().getPath()).endsWith("/messages/77");
        server.keep(request -> Reply.of(404, "{\"message\": \"Unknown Message\", \"code\": 10008}"));
        assertThat(tell(SampleMessages.firing("en").replacing("77"))).isInstanceOf(Answer.Gone.class);
    }
}
