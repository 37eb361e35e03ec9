package io.satisflow.flink.courier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.flink.courier.ToolServer.Reply;
import io.satisflow.flink.courier.ToolServer.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** WeCom's group robot: 4096 bytes; {@code <@name>} is a mention, {@code <font>} a colour. */
class WeComContractTest extends HookContract {

    @Override
    protected String hook() {
        return "wecom";
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of();
    }

    @Override
    protected String path() {
        return "/cgi-bin/webhook/send?key=token-0123456789";
    }

    @Override
    protected Reply take(Request request) {
        JsonNode body = request.json();
        assertThat(body.path("msgtype").asText()).isEqualTo("markdown");
        String content = body.at("/markdown/content").asText();
        if (content.getBytes(StandardCharsets.UTF_8).length > 4096) {
            return Reply.of(200, "{\"errcode\":40058,\"errmsg\":\"markdown.content exceed max length 4096\"}");
        }
        assertThat(content).isNotEmpty().doesNotContain("@");
        assertThat(content.replaceAll("<font color=\"(info|comment|warning)\">|</font>", ""))
                .doesNotContain("<");
        assertThat(content).doesNotContainPattern("\\]\\((?!https://)");
        return Reply.of(200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
    }

    @Override
    protected Reply tooFast() {
        return Reply.of(200, "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}");
    }

    @Override
    protected Duration pauseAfterTooFast() {
        return Duration.ofMinutes(1);
    }

    @Override
    protected List<Reply> refusals() {
        return List.of(
                Reply.of(200, "{\"errcode\":40058,\"errmsg\":\"exceed max length\"}"),
                Reply.of(200, "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}"));
    }
}
