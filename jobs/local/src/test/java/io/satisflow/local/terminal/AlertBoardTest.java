package io.satisflow.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.wire.Alert;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertBoardTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void ofTheAlertsOfOneKeyTheLatestIsShownInWhateverOrderTheyAreRead() {
        AlertBoard board = new AlertBoard(at -> false);

        board.heard(alert("second", "firing", NINE.plusSeconds(600), NINE.plusSeconds(600)));
        board.heard(alert("first", "resolved", NINE, NINE.plusSeconds(300)));

        assertThat(board.onScores(NINE.plusSeconds(900), 5))
                .extracting(Alert::getState)
                .containsExactly("firing");
    }

    private static Alert alert(String id, String state, Instant since, Instant asOf) {
        return Alert.newBuilder()
                .setId(id)
                .setRule("low")
                .setKey("(all)/csat/24h")
                .setState(state)
                .setSince(since)
                .setEndedAt(state.equals("resolved") ? asOf : null)
                .setSeverity("warning")
                .setLabels(Map.of("kind", "score"))
                .setAnnotations(Map.of())
                .setReason("")
                .setAsOf(asOf)
                .build();
    }
}
