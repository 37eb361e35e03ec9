package io.satisflow.wall.http;

import static io.satisflow.wall.WallFixture.LINK_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.hook.action.ActionLink;
import io.satisflow.hook.action.ChatAction;
import io.satisflow.hook.action.LinkKey;
import io.satisflow.wall.WallFixture;
import io.satisflow.wall.state.Records;
import io.satisflow.wire.AlertControl;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links in chat messages, opened from outside. That a confirmed one reaches the brokers is tested where there are some. */
class LinkActionsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String[] FROM_OUTSIDE = {"X-Forwarded-For", "203.0.113.7"};
    private final WallFixture wall = new WallFixture();

    @BeforeEach
    void alert() {
        wall.state.change(() -> wall.state.time.heard("0", NOW.toEpochMilli(), Instant.now()));
        wall.state.change(() -> wall.state.heard(Records.alert("a1", "firing")));
    }

    @AfterEach
    void close() {
        wall.close();
    }

    @Test
    void openingALinkNeedsNoLoginAsksAndChangesNothing() throws Exception {
        HttpResponse<String> page = wall.get(link(ChatAction.ACKNOWLEDGE, "a1", NOW.plusSeconds(1)), FROM_OUTSIDE);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Acknowledge 1 alert", "<form method=\"post\">")
                .doesNotContain("<script");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Strict");
    }

    @Test
    void itSpeaksTheReadersLanguage() throws Exception {
        String link = link(ChatAction.SILENCE, "a1", NOW.plusSeconds(1));
        assertThat(wall.get(link, "Accept-Language", "zh-CN,zh;q=0.9").body()).contains("静默 1 条告警", "lang=\"zh-CN\"");
        assertThat(wall.get(link, "Accept-Language", "fr").body()).contains("Silence 1 alert");
    }

    @Test
    void aLinkThatWasChangedIsForgedOrHasExpiredDoesNothing() throws Exception {
        String link = link(ChatAction.ACKNOWLEDGE, "a1", NOW.plusSeconds(1));
        assertThat(wall.get(link.replace("alerts=a1", "alerts=a2")).statusCode())
                .isEqualTo(403);
        assertThat(wall.get(link.replace("/do/ack", "/do/silence")).statusCode())
                .isEqualTo(403);
        assertThat(wall.get("/do/ack").statusCode()).isEqualTo(403);
        assertThat(wall.get("/do/delete?alerts=a1").statusCode()).isEqualTo(403);
        assertThat(wall.get(link(ChatAction.ACKNOWLEDGE, "a1", NOW)).statusCode())
                .isEqualTo(410);
        String other = LinkKey.of("another key, which is as long as that")
                .address("http://x", offer(ChatAction.ACKNOWLEDGE, "a1", NOW.plusSeconds(1)));
        assertThat(wall.get(other.replace("http://x", "")).statusCode()).isEqualTo(403);
        assertThat(wall.post(link.replace("alerts=a1", "alerts=a2"), "name=Kim").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatIsOverOrInHandOrUnknownIsSaidToBe() throws Exception {
        assertThat(wall.get(link(ChatAction.ACKNOWLEDGE, "nobody", NOW.plusSeconds(1)))
                        .statusCode())
                .isEqualTo(404);
        wall.state.change(() -> wall.state.heard(AlertControl.newBuilder()
                .setId("c1")
                .setAt(NOW)
                .setEffectiveAt(NOW)
                .setKind("ACK")
                .setAlertId("a1")
                .setAuthor("Li <b>")
                .build()));
        assertThat(wall.get(link(ChatAction.ACKNOWLEDGE, "a1", NOW.plusSeconds(1)))
                        .body())
                .contains("Li &lt;b&gt; acknowledged it already")
                .doesNotContain("<form");
        wall.state.change(() -> wall.state.heard(Records.alert("a1", "resolved")));
        assertThat(wall.get(link(ChatAction.SILENCE, "a1", NOW.plusSeconds(1))).body())
                .contains("It is over")
                .doesNotContain("<form");
    }

    @Test
    void onlyOurOwnPageCanConfirmAndOnlyWithAName() throws Exception {
        String link = link(ChatAction.ACKNOWLEDGE, "a1", NOW.plusSeconds(1));
        HttpResponse<String> page = wall.get(link);
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        String confirmation = page.body().replaceAll("(?s).*name=\"confirmation\" value=\"([^\"]+)\".*", "$1");
        String[] form = {"Content-Type", "application/x-www-form-urlencoded", "Cookie", cookie};

        assertThat(wall.post(link, "name=Kim", form).statusCode())
                .as("no confirmation")
                .isEqualTo(403);
        assertThat(wall.post(link, "name=Kim&confirmation=" + confirmation, form[0], form[1])
                        .statusCode())
                .as("no cookie")
                .isEqualTo(403);
        assertThat(wall.post(
                                link(ChatAction.SILENCE, "a1", NOW.plusSeconds(1)),
                                "name=Kim&confirmation=" + confirmation,
                                form)
                        .statusCode())
                .as("the confirmation of another link")
                .isEqualTo(403);
        assertThat(wall.post(link, "name=+&confirmation=" + confirmation, form).statusCode())
                .as("no name")
                .isEqualTo(400);
        // It comes as far as the brokers, which are nowhere here; nobody is told that it worked.
        HttpResponse<String> confirmed = wall.post(link, "name=Kim&confirmation=" + confirmation, form);
        assertThat(confirmed.statusCode()).isEqualTo(503);
        assertThat(confirmed.body()).contains("It did not work");
    }

    private static ActionLink offer(ChatAction action, String alert, Instant expires) {
        return new ActionLink(action, List.of(alert), "care team", expires);
    }

    private static String link(ChatAction action, String alert, Instant expires) {
        return LINK_KEY.address("http://wall", offer(action, alert, expires)).replace("http://wall", "");
    }
}
