package io.satisflow.flink.courier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.flink.courier.ToolServer.Reply;
import io.satisflow.flink.courier.ToolServer.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Google Chat's webhooks: 32,000 bytes; {@code <users/all>} in the text is a mention, HTML in a card is markup. */
class GoogleChatContractTest extends HookContract {

    @Override
    protected String hook() {
        return "google_chat";
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of();
    }

    @Override
    protected Reply take(Request request) {
        assertThat(request.bytes().length).isLessThanOrEqualTo(32_000);
        assertThat(request.uri().getQuery()).contains("messageReplyOption=");
        JsonNode body = request.json();
        assertThat(body.path("text").asText()).isNotEmpty().doesNotContain("<");
        assertThat(body.at("/thread/threadKey").asText()).isNotEmpty();
        JsonNode card = body.at("/cardsV2/0/card");
        assertThat(card.at("/header/title").asText()).isNotEmpty();
        assertThat(card.path("sections").size()).isPositive();
        card.path("sections")
                .forEach(section -> section.path("widgets").forEach(widget -> {
                    String text = widget.at("/textParagraph/text").asText().replace("<br>", "");
                    assertThat(text).doesNotContain("<").doesNotContain("\n");
                    widget.at("/buttonList/buttons")
                            .forEach(button -> assertThat(
                                            button.at("/onClick/openLink/url").asText())
                                    .startsWith("https://"));
                }));
        return Reply.of(200, "{\"name\":\"spaces/A/messages/B\"}");
    }

    @Override
    protected Reply tooFast() {
        return Reply.of(429, "{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\"}}")
                .with("Retry-After", "60");
    }

    @Override
    protected Duration pauseAfterTooFast() {
        return Duration.ofMinutes(1);
    }

    @Override
    protected List<Reply> refusals() {
        return List.of(Reply.of(400, "{\"error\":{\"status\":\"INVALID_ARGUMENT\"}}"), Reply.of(403, "no $URL"));
    }
}
