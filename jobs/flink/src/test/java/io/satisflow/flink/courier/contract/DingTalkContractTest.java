package io.satisflow.flink.courier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.flink.courier.ToolServer.Reply;
import io.satisflow.flink.courier.ToolServer.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** DingTalk's custom robot, with a signature and a keyword. */
class DingTalkContractTest extends HookContract {
    private static final String SECRET = "SECb90923e19e58b466481e9e7b7a5b4f108a4531abde590ad3967fb29f0eae5c68";

    @Override
    protected String hook() {
        return "dingtalk";
    }

    @Override
    protected Map<String, String> settings() {
        secret("ROBOT_SECRET", SECRET);
        return Map.of("secret_env", "ROBOT_SECRET", "keyword", "满意度");
    }

    @Override
    protected String path() {
        return "/robot/send?access_token=token-0123456789";
    }

    @Override
    protected Reply take(Request request) {
        String query = request.uri().getRawQuery();
        String millis = query.replaceAll(".*timestamp=(\\d+).*", "$1");
        String sign = query.replaceAll(".*sign=([^&]+).*", "$1");
        if (!sign.equals(Signed.urlEncoded(Signed.base64(SECRET, millis + "\n" + SECRET)))) {
            return Reply.of(200, "{\"errcode\":310000,\"errmsg\":\"sign not match\"}");
        }
        assertThat(query).startsWith("access_token=token-0123456789&");
        assertThat(request.bytes().length).isLessThanOrEqualTo(20_000);
        JsonNode body = request.json();
        assertThat(body.path("msgtype").asText()).isEqualTo("markdown");
        assertThat(body.at("/markdown/title").asText()).isNotEmpty();
        assertThat(body.at("/at/isAtAll").asBoolean(true)).isFalse();
        assertThat(body.at("/at/atMobiles").size()).isZero();
        String text = body.at("/markdown/text").asText();
        assertThat(text)
                .contains("满意度")
                .doesNotContain("<", "@")
                .doesNotContainPattern("!\\[[^\\]]*\\]\\(")
                .doesNotContainPattern("\\]\\((?!https://)");
        return Reply.of(200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
    }

    @Override
    protected Reply tooFast() {
        return Reply.of(200, "{\"errcode\":130101,\"errmsg\":\"send too fast, exceed 20 times per minute\"}");
    }

    @Override
    protected Duration pauseAfterTooFast() {
        return Duration.ofMinutes(10);
    }

    @Override
    protected List<Reply> refusals() {
        return List.of(
                Reply.of(200, "{\"errcode\":310000,\"errmsg\":\"keywords not in content\"}"),
                Reply.of(200, "{\"errcode\":300001,\"errmsg\":\"token is not exist\"}"));
    }
}
