package io.satisflow.wall.browser;

import static io.satisflow.wall.browser.WallInBrowser.VIEWS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.wall.state.Records;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BrowserExtension.class)
class AccessibilityTest {
    @RegisterExtension
    final WallInBrowser seen = new WallInBrowser();

    @BeforeEach
    void fill() {
        Records.fill(seen.wall.state);
        seen.wall.state.change(() -> seen.wall.state.heard(Records.word("T-1", "breach")));
        seen.wall.live(Records.NOON.plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void axeFindsNothingSeriousOnAnyPage(String theme) throws Exception {
        String axe = axe();
        seen.tab.theme(theme);
        List<String> findings = new ArrayList<>();
        for (String view : VIEWS) {
            seen.open(view);
            // A fade under way would be taken for grey on grey.
            seen.tab.evaluate("document.querySelector('main').style.transition = 'none'; " + axe + "; 0");
            JsonNode violations = seen.tab.evaluate(
                    "axe.run(document, {resultTypes: ['violations']}).then(found => found.violations)");
            violations.forEach(violation -> {
                if (List.of("serious", "critical")
                        .contains(violation.path("impact").asText())) {
                    findings.add(view + ": " + violation.path("id").asText() + " "
                            + violation
                                    .path("nodes")
                                    .path(0)
                                    .path("failureSummary")
                                    .asText() + " "
                            + violation.path("nodes").path(0).path("html").asText());
                }
            });
        }

        assertThat(findings).isEmpty();
    }

    @Test
    void everyControlCanBeReachedByKeyboardInTheOrderOfThePage() {
        seen.open("#/overview");

        assertThat(seen.tab
                        .evaluate("[...document.querySelectorAll('a, button, input, select')].every(element =>"
                                + " element.tabIndex === 0)")
                        .asBoolean())
                .isTrue();
        assertThat(seen.tab
                        .evaluate("document.querySelector('a, button, input').className")
                        .asText())
                .isEqualTo("skip");
    }

    @Test
    void theChartIsToldInWordsAndAsATable() {
        seen.open("#/over-time?metric=csat&window=24h");
        seen.tab.await("document.querySelectorAll('details tbody tr').length === 24", WallInBrowser.PATIENCE);

        assertThat(seen.tab
                        .evaluate("document.querySelector('.chart-panel .unseen').innerText")
                        .asText())
                .isEqualTo("Satisfied of All feedback, last 24 h, from 74.3\u202f% to 80.0\u202f%");
    }

    private static String axe() throws Exception {
        try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
