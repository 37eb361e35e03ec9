package io.satisflow.flink.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.Phase;
import io.satisflow.alerts.notice.WordedAlert;
import io.satisflow.alerts.rule.Severity;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicKeyTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void an_alert_that_begins_again_does_not_take_the_place_of_the_one_before_on_a_compacted_topic() {
        String first = TopicKey.of(alert(NINE, Phase.FIRING));

        assertThat(TopicKey.of(alert(NINE, Phase.RESOLVED)))
                .as("its own end does")
                .isEqualTo(first);
        assertThat(TopicKey.of(alert(NINE.plusSeconds(3600), Phase.FIRING))).isNotEqualTo(first);
    }

    private static WordedAlert alert(Instant since, Phase phase) {
        Alert alert = new Alert(
                "low", "(all)/csat/24h", phase, since, null, Severity.WARNING, Map.of(), Map.of(), "", null, since);
        return new WordedAlert(alert, Map.of());
    }
}
