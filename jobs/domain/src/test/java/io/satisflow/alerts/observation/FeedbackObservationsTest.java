package io.satisflow.alerts.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.AlertSettingsNode;
import io.satisflow.alerts.group.Notice;
import io.satisflow.alerts.group.NoticeCounts;
import io.satisflow.alerts.group.NoticeReason;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.AlertStory;
import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.lifecycle.SubjectState;
import io.satisflow.alerts.notice.NoticeText;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigFile;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedbackObservationsTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final AlertSettings SETTINGS = settings("""
            rules:
              - {name: low rating, on: feedback, question: stars, rating_at_most: 2, owner: lead}
              - {name: VIP, on: feedback, when: {attributes.tier: [gold, platinum]}, severity: critical}
              - {name: long anger, on: feedback, sentiment_below: -0.5, characters_at_least: 40}
            links: {app: "https://shop.example.com/reviews/{id}"}
            """);

    @Test
    void a_low_rating_a_customer_who_matters_and_long_anger_are_seen_and_nothing_else() {
        assertThat(rules(heard(Map.of(), Map.of("stars", 2.0), "meh", -0.1))).containsExactly("low rating");
        assertThat(rules(heard(Map.of(), Map.of("nps", 2.0, "stars", 3.0), "meh", -0.9)))
                .isEmpty();
        assertThat(rules(heard(Map.of("attributes.tier", "gold"), Map.of(), "hello", 0.9)))
                .containsExactly("VIP");
        assertThat(rules(heard(Map.of(), Map.of(), "x".repeat(40), -0.6))).containsExactly("long anger");
        assertThat(rules(heard(Map.of(), Map.of(), "x".repeat(39), -0.6))).isEmpty();
        assertThat(rules(heard(Map.of(), Map.of(), "x".repeat(40), null))).isEmpty();
    }

    @Test
    void the_owner_is_whom_the_feedback_names_and_else_whom_the_rule_does() {
        assertThat(facts(heard(Map.of("attributes.owner", "mei.lin"), Map.of("stars", 1.0), "broken", -0.9)))
                .containsEntry("assignee", "mei.lin");
        assertThat(facts(heard(Map.of(), Map.of("stars", 1.0), "broken", -0.9))).containsEntry("assignee", "lead");
    }

    @Test
    void its_alert_is_told_with_first_words_rating_owner_and_link_in_the_readers_zone_and_ends_by_itself() {
        List<Alert> changes =
                changes(heard(Map.of("attributes.team", "care"), Map.of("stars", 1.0), "broken lid", -0.9));
        assertThat(changes).extracting(alert -> alert.phase().wireName()).containsExactly("firing", "resolved");
        assertThat(Duration.between(changes.get(0).asOf(), changes.get(1).asOf()))
                .isEqualTo(Duration.ofDays(1));
        assertThat(changes.get(0).groups())
                .singleElement()
                .satisfies(group -> assertThat(group.labels()).containsEntry("team", "care"));
        Notice notice = new Notice(NINE, "ops", Map.of(), NoticeReason.FIRST, changes.subList(0, 1), NoticeCounts.NONE);
        NoticeText text = new NoticeText(Language.ENGLISH, ZoneId.of("Asia/Shanghai"));
        assertThat(text.title(notice)).isEqualTo("[warning] low rating: “broken lid”");
        assertThat(text.text(notice)).isEqualTo("""
                Since: 2026-03-02 17:00:00 +08:00
                Rating: 1
                Sentiment of the text: -0.90
                About: broken lid
                Team: care
                Assigned to: lead
                https://shop.example.com/reviews/r%2F1""");
    }

    @Test
    void a_rule_that_would_make_every_feedback_an_alert_is_refused() {
        assertThatThrownBy(() -> settings("rules: [{name: all, on: feedback}]"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("every feedback would be an alert");
    }

    private static List<String> rules(HeardFeedback heard) {
        return observations().of(heard).stream().map(Observation::rule).toList();
    }

    private static Map<String, String> facts(HeardFeedback heard) {
        return observations().of(heard).get(0).facts();
    }

    private static List<Alert> changes(HeardFeedback heard) {
        SubjectState state = SubjectState.EMPTY;
        for (Observation seen : observations().of(heard)) {
            state = state.with(seen);
        }
        return AlertStory.advance(state, SETTINGS.rulesByName(), SETTINGS.routes()::find, NINE.plus(Duration.ofDays(2)))
                .changes();
    }

    private static FeedbackObservations observations() {
        return new FeedbackObservations(SETTINGS.rules(), SETTINGS.links());
    }

    private static HeardFeedback heard(
            Map<String, String> facts, Map<String, Double> ratings, String text, @Nullable Double sentiment) {
        return new HeardFeedback("app", "r/1", NINE, facts, ratings, text, sentiment);
    }

    private static AlertSettings settings(String yaml) {
        return AlertSettingsNode.read(ConfigFile.parse("alerts.yaml", yaml), Language.ENGLISH);
    }
}
