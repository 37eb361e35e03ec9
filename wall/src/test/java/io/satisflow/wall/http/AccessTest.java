package io.satisflow.wall.http;

import static io.satisflow.wall.WallFixture.ACT_TOKEN;
import static io.satisflow.wall.WallFixture.VIEW_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.wall.WallFixture;
import io.satisflow.wall.access.Links;
import io.satisflow.wall.view.Json;
import io.satisflow.wire.WallLink;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTest {
    private final WallFixture wall = new WallFixture();

    @AfterEach
    void close() {
        wall.close();
    }

    @Test
    void whoSitsAtThisMachineNeedsNoToken() throws Exception {
        assertThat(wall.get("/api/alerts").statusCode()).isEqualTo(200);
    }

    /** As a page of another site would, whose name somebody has pointed at the loopback; and as a proxy does. */
    @Test
    void whoComesUnderAnotherNameOrThroughAProxyNeedsOne() throws Exception {
        assertThat(wall.get("/api/alerts", "Host", "evil.example:80").statusCode())
                .isEqualTo(401);
        assertThat(wall.get("/api/alerts", "X-Forwarded-For", "203.0.113.7").statusCode())
                .isEqualTo(401);
        assertThat(wall.get("/api/stream", "X-Forwarded-For", "203.0.113.7").statusCode())
                .isEqualTo(401);
        assertThat(wall.get("/api/alerts", "X-Forwarded-For", "203.0.113.7", "Authorization", "Bearer " + VIEW_TOKEN)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theFrameOfThePageIsForEverybodyButHoldsNothing() throws Exception {
        HttpResponse<String> page = wall.get("/", "X-Forwarded-For", "203.0.113.7");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void aTokenOpensASessionThatAWrongOneDoesNot() throws Exception {
        HttpResponse<String> wrong = wall.post(
                "/api/session", "{\"token\":\"not-the-right-token-at-all\"}", "X-Forwarded-For", "203.0.113.7");
        HttpResponse<String> right =
                wall.post("/api/session", "{\"token\":\"" + VIEW_TOKEN + "\"}", "X-Forwarded-For", "203.0.113.7");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(right.statusCode()).isEqualTo(204);
        assertThat(cookieOf(right)).contains("HttpOnly", "SameSite=Strict").doesNotContain(VIEW_TOKEN);
        assertThat(session(cookie(right), "role")).isEqualTo("view");
        assertThat(session(cookie(right).replaceFirst(".$", "x"), "role")).isEqualTo("none");
    }

    @Test
    void whoGuessesTooOftenHasToWait() throws Exception {
        int status = 0;
        for (int i = 0; i < 25; i++) {
            status = wall.post("/api/session", "{\"token\":\"wrong-token-number-" + i + "\"}")
                    .statusCode();
        }

        assertThat(status).isEqualTo(429);
    }

    @Test
    void whoMayOnlyLookCannotAct() throws Exception {
        HttpResponse<String> answer =
                wall.post("/api/marks", "{\"text\":\"x\"}", "Authorization", "Bearer " + VIEW_TOKEN);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("viewer may look, not act");
    }

    @Test
    void aPageOfAnotherSiteCannotActInTheNameOfAVisitor() throws Exception {
        HttpResponse<String> login = wall.post("/api/session", "{\"token\":\"" + ACT_TOKEN + "\"}");

        assertThat(wall.post("/api/silences", "{}", "Cookie", cookie(login)).statusCode())
                .isEqualTo(403);
        assertThat(wall.post("/api/silences", "{}").statusCode())
                .as("from this machine, too")
                .isEqualTo(403);
        // With the token of the page it comes as far as its body, which lacks everything.
        assertThat(wall.post(
                                "/api/silences",
                                "{}",
                                "Cookie",
                                cookie(login),
                                "X-CSRF-Token",
                                session(cookie(login), "csrf"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aLinkOpensTheWallToLookUntilItIsRevoked() throws Exception {
        String secret = Links.newSecret();
        wall.links.heard("l1", link("l1", secret, null));
        HttpResponse<String> joined = wall.post("/api/session", "{\"link\":\"" + secret + "\"}");
        assertThat(session(cookie(joined), "role")).isEqualTo("view");
        assertThat(session(cookie(joined), "name")).isEqualTo("TV in the hall");

        wall.links.heard("l1", null);

        assertThat(session(cookie(joined), "role")).isEqualTo("none");
        assertThat(wall.post("/api/session", "{\"link\":\"" + secret + "\"}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aLinkThatHasRunOutDoesNotHold() throws Exception {
        String secret = Links.newSecret();
        wall.links.heard("l1", link("l1", secret, Instant.now().minusSeconds(1)));

        assertThat(wall.post("/api/session", "{\"link\":\"" + secret + "\"}").statusCode())
                .isEqualTo(401);
    }

    private String session(String cookie, String field) throws Exception {
        return Json.read(wall.get("/api/session", "Cookie", cookie, "X-Forwarded-For", "203.0.113.7")
                        .body())
                .path(field)
                .asText();
    }

    private static String cookieOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }

    private static String cookie(HttpResponse<String> answer) {
        return cookieOf(answer).replaceFirst(";.*", "");
    }

    private static WallLink link(String id, String secret, @Nullable Instant expires) {
        return WallLink.newBuilder()
                .setId(id)
                .setName("TV in the hall")
                .setSecretSha256(Links.digest(secret))
                .setCreatedAt(Instant.EPOCH)
                .setExpiresAt(expires)
                .build();
    }
}
