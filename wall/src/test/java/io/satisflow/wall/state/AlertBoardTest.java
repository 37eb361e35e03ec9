package io.satisflow.wall.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.wire.Alert;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertBoardTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void an_alert_that_is_over_does_not_fire_again_because_an_older_word_is_read_later() {
        AlertBoard board = new AlertBoard();

        board.heard(alert("a", "resolved", NINE.plusSeconds(600)));
        board.heard(alert("a", "firing", NINE));

        assertThat(board.alerts().map(Alert::getState)).containsExactly("resolved");
    }

    @Test
    void a_rule_that_fires_again_on_the_same_has_an_alert_each_time() {
        AlertBoard board = new AlertBoard();

        board.heard(alert("a", "resolved", NINE));
        board.heard(alert("b", "firing", NINE.plusSeconds(600)));

        assertThat(board.alerts().map(Alert::getId)).containsExactly("a", "b");
    }

    private static Alert alert(String id, String state, Instant asOf) {
        return Alert.newBuilder()
                .setId(id)
                .setRule("low")
                .setKey("(all)/csat/24h")
                .setState(state)
                .setSince(NINE)
                .setSeverity("warning")
                .setLabels(Map.of())
                .setAnnotations(Map.of())
                .setReason("")
                .setAsOf(asOf)
                .build();
    }
}
