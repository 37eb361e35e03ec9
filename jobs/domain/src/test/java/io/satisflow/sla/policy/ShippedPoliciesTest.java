package io.satisflow.sla.policy;

import static io.satisflow.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.calendar.CalendarFolder;
import io.satisflow.config.ConfigFile;
import io.satisflow.sla.Promises;
import io.satisflow.sla.Story;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What {@code config/policies.yaml} and {@code config/policies-western.yaml} promise. */
class ShippedPoliciesTest {

    @Test
    void everybody_has_a_first_reply_within_two_working_hours() {
        assertThat(dues("policies.yaml")).containsEntry("first_reply", at("11:00"));
        assertThat(dues("policies.yaml", "kind", "complaint", "grade", "major"))
                .containsEntry("first_reply", at("11:00"));
        assertThat(dues("policies.yaml", "channel", "reviews", "kind", "complaint"))
                .containsEntry("first_reply", at("11:00"));
    }

    @Test
    void general_cases_are_solved_within_a_day_and_complex_ones_within_two() {
        assertThat(dues("policies.yaml", "grade", "general")).containsEntry("total_resolution", at("+1 09:00"));
        assertThat(dues("policies.yaml", "grade", "complex")).containsEntry("total_resolution", at("+2 09:00"));
        assertThat(dues("policies.yaml", "kind", "complaint", "grade", "complex"))
                .containsEntry("total_resolution", at("+2 09:00"));
    }

    @Test
    void a_complaint_is_answered_within_a_day_and_ordinary_feedback_within_two() {
        assertThat(dues("policies.yaml", "kind", "complaint")).containsEntry("answer", at("+1 09:00"));
        assertThat(dues("policies.yaml", "kind", "complaint", "grade", "general"))
                .containsEntry("answer", at("+1 09:00"));
        assertThat(dues("policies.yaml", "kind", "praise")).containsEntry("answer", at("+2 09:00"));
    }

    @Test
    void a_major_complaint_is_owed_a_plan_within_twelve_hours_and_then_the_promised_date() {
        assertThat(dues("policies.yaml", "kind", "complaint", "grade", "major"))
                .containsEntry("resolution_plan", at("21:00"))
                .containsEntry("promise", at("+3 12:00"))
                .doesNotContainKey("total_resolution");
    }

    @Test
    void whoever_was_helped_is_asked_about_it_within_three_days() {
        assertThat(dues("policies.yaml", "grade", "general")).containsEntry("follow_up", at("+3 10:00"));
    }

    @Test
    void western_promises_go_by_priority_tier_and_the_teams_calendar() {
        assertThat(dues("policies-western.yaml", "priority", "urgent")).containsEntry("first_reply", at("10:00"));
        assertThat(dues("policies-western.yaml", "priority", "high", "tier", "gold"))
                .containsEntry("first_reply", at("10:00"))
                .containsEntry("requester_wait", at("17:00"));
        assertThat(dues("policies-western.yaml", "priority", "urgent", "tier", "enterprise", "tags", "24x7"))
                .containsEntry("first_reply", at("09:15"));
        assertThat(dues("policies-western.yaml", "priority", "high", "team", "apac"))
                .as("17:00 in Shanghai: an hour today, another tomorrow from 09:00")
                .containsEntry("first_reply", at("+1 02:00"));
    }

    @Test
    void neither_leaves_out_a_priority() {
        assertThat(policies("policies.yaml").remarks()).isEmpty();
        assertThat(policies("policies-western.yaml").remarks()).isEmpty();
    }

    /** The first due time of each clock of a ticket that came on Monday at 09:00 UTC, had a promise, and was solved. */
    private static Map<String, Instant> dues(String file, String... details) {
        Story story = new Story()
                .created("09:00", details)
                .promise("09:20", "+3 12:00")
                .status("10:00", "solved");
        Map<String, Instant> dues = new TreeMap<>();
        for (SlaEvent event : Promises.unfold(story, new SlaRules(policies(file)))) {
            if (event.type() == SlaEventType.ACTIVATE && event.due() != null) {
                dues.putIfAbsent(event.clock().wireName(), event.due());
            }
        }
        return dues;
    }

    private static SlaPolicies policies(String file) {
        Path config = Path.of(System.getProperty("satisflow.root"), "config");
        return new PolicyFile(CalendarFolder.read(config.resolve("calendars")))
                .read(ConfigFile.read(config.resolve(file)));
    }
}
