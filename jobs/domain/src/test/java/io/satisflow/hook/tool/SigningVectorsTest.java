package io.satisflow.hook.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.hook.signing.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Signatures that were published, with what they were made of. */
class SigningVectorsTest {

    @Test
    void dingtalk_signs_time_and_secret_in_the_query() {
        assertThat(DingTalk.signature(
                        "SECb90923e19e58b466481e9e7b7a5b4f108a4531abde590ad3967fb29f0eae5c68",
                        Instant.ofEpochMilli(1_582_163_555_000L)))
                .isEqualTo("timestamp=1582163555000&sign=BQKsG%2BQOCl%2BbYJOLc6pxDHxjVquzlZPWgvRzeN2J5zY%3D");
    }

    @Test
    void feishu_signs_nothing_with_time_and_secret_as_the_key() {
        assertThat(Feishu.signature("xxx", Instant.ofEpochSecond(1_661_860_880L)))
                .isEqualTo("QnWVTSBe6FmQDE0bG6X0mURbI+DnvVyu1h+j5dHOjrU=");
    }

    /** Test case 2 of RFC 4231, by way of the time in front. */
    @Test
    void the_webhook_signs_time_and_body_by_hmac_sha256() {
        byte[] body = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
        assertThat(HexFormat.of().formatHex(Signature.of("Jefe", body)))
                .isEqualToIgnoringCase("5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843");
        assertThat(Webhook.signature("Jefe", 1, body)).startsWith("t=1,v1=").hasSize("t=1,v1=".length() + 64);
    }
}
