package io.satisflow.wall.browser;

import static io.satisflow.wall.browser.WallInBrowser.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.wall.state.Records;
import io.satisflow.wall.state.WallState;
import io.satisflow.wire.Aspect;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in what is shown is shown, never run: in texts, names, segments, ticket ids, reasons, marks, attributes. */
@ExtendWith(BrowserExtension.class)
class HostileWordsTest {
    @RegisterExtension
    final WallInBrowser seen = new WallInBrowser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>window.hurt = 1</script>",
                "<img src=x onerror=\"window.hurt = 1\">",
                "\"><svg/onload=window.hurt=1>",
                "' onmouseover='window.hurt=1' x='",
                "javascript:window.hurt=1",
                "{{constructor.constructor('window.hurt=1')()}}",
                "</title><iframe srcdoc='<script>parent.hurt=1</script>'>"
            })
    void hostileWordsAreShownAndNotRun(String words) {
        Records.fill(seen.wall.state);
        seen.wall.state.change(() -> sayEverywhere(seen.wall.state, words));
        seen.wall.live(Records.NOON.plusSeconds(60));

        for (String view : List.of(
                "#/overview",
                "#/over-time?metric=csat&window=24h&segment=" + encoded("channel=" + key(words)),
                "#/segments?by=channel&metric=csat&cell=" + encoded("channel=" + key(words)),
                "#/clocks",
                "#/alerts",
                "#/stream",
                "#/ticket/" + encoded(words),
                "#/customer/" + encoded(words))) {
            seen.open(view);
            seen.tab.await(
                    "document.body.innerText.includes(" + Tab.quoted(words.strip())
                            + ") || location.hash.includes('over-time')",
                    PATIENCE);
            assertThat(seen.tab.evaluate("window.hurt === undefined").asBoolean())
                    .as(view)
                    .isTrue();
            assertThat(seen.tab
                            .evaluate(
                                    "document.querySelectorAll('main script, main img, main iframe, [onerror], [onload],"
                                            + " [onmouseover], a[href^=\"javascript:\"]').length")
                            .asInt())
                    .as(view)
                    .isZero();
            // Whatever reached the page as markup would be reported as a violation of its policy.
            assertThat(seen.tab.problems()).as(view).isEmpty();
        }
    }

    @Test
    void aHostileSegmentInTheAddressIsOnlyText() {
        Records.fill(seen.wall.state);
        seen.wall.live(Records.NOON.plusSeconds(60));

        seen.open("#/over-time?metric=csat&window=" + encoded("<img src=x onerror=window.hurt=1>") + "&segment="
                + encoded("channel=<img src=x onerror=window.hurt=1>"));

        assertThat(seen.tab
                        .evaluate("window.hurt === undefined && !document.querySelector('main img')")
                        .asBoolean())
                .isTrue();
    }

    private static void sayEverywhere(WallState state, String words) {
        state.present(Records.row(Map.of("channel", words), Records.NOON, 50, 50));
        state.heard(TicketEvent.newBuilder(Records.opened(words, 7))
                .setDetails(Map.of(
                        "team",
                        words,
                        "to",
                        words,
                        "attributes.subject",
                        words,
                        "status",
                        words,
                        "priority",
                        words,
                        "tags",
                        words))
                .build());
        state.heard(SlaEvent.newBuilder(Records.word(words, "activate"))
                .setPolicy(words)
                .setReason(words)
                .build());
        ScoredFeedback said = Records.feedback(words, words, 7);
        state.heard(ScoredFeedback.newBuilder(said)
                .setFeedback(Feedback.newBuilder(said.getFeedback())
                        .setChannel(words)
                        .setCustomer(words)
                        .setLanguage(words)
                        .setAttributes(Map.of(words, words))
                        .build())
                .setAspects(List.of(new Aspect(words, words, -1.0)))
                .build());
        var alert = Records.alert("hostile", "firing");
        alert.setRule(words);
        alert.setReason(words);
        alert.setLabels(Map.of("team", words, words, words));
        alert.setAnnotations(Map.of("summary", words, "drivers", words + " -1", "verbatims", words, "assignee", words));
        state.heard(alert);
        var mark = Records.mark();
        mark.setText(words);
        mark.setAuthor(words);
        state.heard(mark);
        var silence = Records.silence();
        silence.setMatchers(Map.of(words, words));
        silence.setComment(words);
        silence.setAuthor(words);
        state.heard(silence);
    }

    /** As in keys of segments. */
    private static String key(String value) {
        return value.replace("%", "%25").replace(",", "%2C").replace("=", "%3D").replace("/", "%2F");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
