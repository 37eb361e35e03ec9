package io.satisflow.flink.courier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.flink.courier.SampleMessages;
import io.satisflow.flink.courier.ToolServer.Reply;
import io.satisflow.flink.courier.ToolServer.Request;
import io.satisflow.hook.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A Teams workflow that posts the card it is given. */
class TeamsContractTest extends HookContract {
    private static final Set<String> STYLES = Set.of("default", "emphasis", "good", "attention", "warning", "accent");

    @Override
    protected String hook() {
        return "teams";
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of();
    }

    @Override
    protected Reply take(Request request) {
        JsonNode body = request.json();
        assertThat(request.bytes().length).isLessThanOrEqualTo(28 * 1024);
        assertThat(body.path("type").asText()).isEqualTo("message");
        requireAttachment(body.at("/attachments/0"));
        return Reply.of(202, "");
    }

    static void requireAttachment(JsonNode attachment) {
        assertThat(attachment.path("contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(attachment.path("contentUrl").isNull()).isTrue();
        JsonNode card = attachment.path("content");
        assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
        assertThat(card.path("version").asText()).isEqualTo("1.2");
        assertThat(card.path("body").size()).isPositive();
        // A mention needs an entity, Markdown a text block.
        assertThat(card.has("msteams")).isFalse();
        requireElements(card.path("body"));
        assertThat(card.path("actions").size()).isLessThanOrEqualTo(6);
        card.path("actions")
                .forEach(action -> assertThat(action.path("url").asText()).startsWith("https://"));
    }

    private static void requireElements(JsonNode elements) {
        elements.forEach(element -> {
            switch (element.path("type").asText()) {
                case "Container" -> {
                    assertThat(STYLES).contains(element.path("style").asText("default"));
                    requireElements(element.path("items"));
                }
                case "RichTextBlock" ->
                    element.path("inlines").forEach(run -> {
                        assertThat(run.path("type").asText()).isEqualTo("TextRun");
                        assertThat(run.path("text").asText()).isNotEmpty();
                    });
                default -> throw new AssertionError("unknown element " + element);
            }
        });
    }

    @Override
    protected Reply tooFast() {
        return Reply.of(
                200, "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429");
    }

    @Override
    protected Duration pauseAfterTooFast() {
        return Duration.ofMinutes(1);
    }

    @Override
    protected List<Reply> refusals() {
        return List.of(Reply.of(400, "bad card"), Reply.of(404, ""), Reply.of(413, "too large"));
    }

    @Test
    void any_success_is_one() throws Exception {
        server.keep(request -> Reply.of(201, "{\"id\":1}"));
        assertThat(tell(SampleMessages.firing("en"))).isInstanceOf(Answer.Delivered.class);
    }
}
