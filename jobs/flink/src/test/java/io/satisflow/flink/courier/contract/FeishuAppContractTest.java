package io.satisflow.flink.courier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.flink.courier.SampleMessages;
import io.satisflow.flink.courier.ToolServer.Reply;
import io.satisflow.flink.courier.ToolServer.Request;
import io.satisflow.hook.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Feishu's app: a token of the tenant, messages into a group, and cards that are patched. */
class FeishuAppContractTest extends HookContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "app-secret-0123456789";
    private String token = "t-1";
    private int tokens;

    @Override
    protected String hook() {
        return "feishu_app";
    }

    @Override
    protected Map<String, String> settings() {
        secret("APP_SECRET", SECRET);
        return Map.of("app_id", "cli_a1", "app_secret_env", "APP_SECRET", "chat", "oc_1");
    }

    @Override
    protected String path() {
        return "/";
    }

    @Override
    protected Reply take(Request request) {
        JsonNode body = request.json();
        if (request.uri().getPath().equals("/open-apis/auth/v3/tenant_access_token/internal")) {
            assertThat(body.path("app_id").asText()).isEqualTo("cli_a1");
            tokens++;
            return body.path("app_secret").asText().equals(SECRET)
                    ? Reply.of(
                            200,
                            "{\"code\":0,\"msg\":\"ok\",\"tenant_access_token\":\"%s\",\"expire\":7200}"
                                    .formatted(token))
                    : Reply.of(200, "{\"code\":10014,\"msg\":\"app secret invalid\"}");
        }
        if (!request.header("Authorization").equals("Bearer " + token)) {
            return Reply.of(400, "{\"code\":99991663,\"msg\":\"Invalid access token for authorization.\"}");
        }
        assertThat(request.bytes().length).isLessThanOrEqualTo(30 * 1024);
        JsonNode card = card(body);
        assertThat(card.at("/config/update_multi").asBoolean()).isTrue();
        FeishuContractTest.requireCard(card);
        if (request.method().equals("PATCH")) {
            assertThat(request.uri().getPath()).isEqualTo("/open-apis/im/v1/messages/om_1");
            assertThat(body.size()).isEqualTo(1);
            return Reply.of(200, "{\"code\":0,\"msg\":\"success\",\"data\":{}}");
        }
        assertThat(request.uri().toString()).isEqualTo("/open-apis/im/v1/messages?receive_id_type=chat_id");
        assertThat(body.path("receive_id").asText()).isEqualTo("oc_1");
        assertThat(body.path("msg_type").asText()).isEqualTo("interactive");
        assertThat(body.path("uuid").asText().length()).isBetween(1, 50);
        return Reply.of(
                200, "{\"code\":0,\"msg\":\"success\",\"data\":{\"message_id\":\"om_1\",\"chat_id\":\"oc_1\"}}");
    }

    private static JsonNode card(JsonNode body) {
        try {
            return JSON.readTree(body.path("content").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Reply tooFast() {
        return Reply.of(400, "{\"code\":230020,\"msg\":\"This operation triggers the frequency limit.\"}");
    }

    @Override
    protected Duration pauseAfterTooFast() {
        return Duration.ofSeconds(10);
    }

    @Override
    protected List<Reply> refusals() {
        return List.of(
                Reply.of(200, "{\"code\":10014,\"msg\":\"app secret invalid\"}"),
                Reply.of(400, "{\"code\":230002,\"msg\":\"The bot is not in the group.\"}"));
    }

    @Test
    void a_message_changes_in_place_and_its_token_is_fetched_once() throws Exception {
        assertThat(tell(SampleMessages.firing("zh-CN"))).isEqualTo(new Answer.Delivered("om_1"));
        assertThat(tell(SampleMessages.firing("zh-CN").replacing("om_1"))).isInstanceOf(Answer.Delivered.class);
        assertThat(server.last().method()).isEqualTo("PATCH");
        assertThat(tokens).isEqualTo(1);
        assertThat(server.broken()).isEmpty();
    }

    @Test
    void what_is_told_again_has_the_name_by_which_the_tool_knows_a_repetition() throws Exception {
        tell(SampleMessages.firing("en"));
        String first = server.last().json().path("uuid").asText();
        tell(SampleMessages.firing("en"));
        assertThat(server.last().json().path("uuid").asText()).isEqualTo(first);
    }

    @Test
    void a_token_that_does_not_hold_any_more_is_fetched_anew() throws Exception {
        tell(SampleMessages.firing("en"));
        token = "t-2";
        assertThat(tell(SampleMessages.firing("en"))).isInstanceOf(Answer.Delivered.class);
        assertThat(tokens).isEqualTo(2);
    }

    @Test
    void a_card_that_was_recalled_or_is_too_old_is_told_anew() throws Exception {
        for (int code : new int[] {230_011, 230_031}) {
            server.keep(request -> request.method().equals("PATCH")
                    ? Reply.of(400, "{\"code\":%d,\"msg\":\"no\"}".formatted(code))
                    : take(request));
            assertThat(tell(SampleMessages.firing("en").replacing("om_1"))).isInstanceOf(Answer.Gone.class);
        }
    }
}
