package io.satisflow.hook.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.hook.Answer;
import io.satisflow.hook.Hook;
import io.satisflow.hook.HookResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Chinese tools say in their bodies, whatever the status, and what it means. */
class RefusalsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    200 | {"errcode": 130101, "errmsg": "send too fast, exceed 20 times per minute"}
                    200 | {"status": 1111, "wait": 5, "source": "x5", "punish": "deny", "uuid": "1"}
                    200 | {"errcode": "130101"}
                    200 | {"errcode": 410100, "errmsg": "too fast"}
                    429 | {"errcode": 90030, "errmsg": "webhook over limit"}
                    503 | {"errcode": 130101}
                    """)
    void dingTalkIsLeftAloneForTenMinutesHoweverItSaysThatItWasTooFast(int status, String body) {
        assertThat(answer(new DingTalk(), status, body))
                .isInstanceOfSatisfying(
                        Answer.Retry.class, retry -> assertThat(retry.after()).isEqualTo(Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    200 | {"errcode": 45009, "errmsg": "api freq out of limit"}
                    200 | {"errcode": 45033, "errmsg": "too many calls at once"}
                    429 | {"errcode": 45009}
                    """)
    void weComIsLeftAloneForAMinute(int status, String body) {
        assertThat(answer(new WeCom(), status, body))
                .isInstanceOfSatisfying(
                        Answer.Retry.class, retry -> assertThat(retry.after()).isEqualTo(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    200 | {"code": 11232, "msg": "frequency limited psm"}
                    400 | {"code": 9499, "msg": "too many request"}
                    400 | {"code": 99991400, "msg": "request trigger frequency limit"}
                    429 | {"code": 99991400, "msg": "request trigger frequency limit"}
                    """)
    void feishuIsLeftAloneForAMinuteOrForAsLongAsItSays(int status, String body) {
        assertThat(answer(new Feishu(), status, body))
                .isInstanceOfSatisfying(
                        Answer.Retry.class, retry -> assertThat(retry.after()).isEqualTo(Duration.ofMinutes(1)));
        HookResponse said = new HookResponse(status, Map.of("x-ogw-ratelimit-reset", "52"), body, Instant.EPOCH);
        assertThat(new Feishu().read(said))
                .isInstanceOfSatisfying(
                        Answer.Retry.class, retry -> assertThat(retry.after()).isEqualTo(Duration.ofSeconds(52)));
    }

    @Test
    void whatWouldBeRefusedEachTimeIsNotTriedAgain() {
        assertThat(answer(new DingTalk(), 200, "{\"errcode\": 310000, \"errmsg\": \"sign not match\"}"))
                .isInstanceOf(Answer.Drop.class);
        assertThat(answer(new WeCom(), 200, "{\"errcode\": 93000, \"errmsg\": \"invalid webhook url\"}"))
                .isInstanceOf(Answer.Drop.class);
        assertThat(answer(new Feishu(), 400, "{\"code\": 19024, \"msg\": \"Key Words Not Found\"}"))
                .isInstanceOf(Answer.Drop.class);
    }

    private static Answer answer(Hook hook, int status, String body) {
        return hook.read(new HookResponse(status, Map.of(), body, Instant.EPOCH));
    }
}
