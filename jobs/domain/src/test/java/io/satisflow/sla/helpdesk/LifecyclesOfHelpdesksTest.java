package io.satisflow.sla.helpdesk;

import static io.satisflow.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.calendar.PublishedCases;
import io.satisflow.sla.Promises;
import io.satisflow.sla.Story;
import io.satisflow.sla.Unfolding;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What other helpdesk systems (Zammad, Chatwoot, Frappe Helpdesk) expect of a ticket's life in their own tests. Where
 * we mean something else, it is said in {@link #DEVIATIONS}.
 */
class LifecyclesOfHelpdesksTest {
    private static final String WHAT_IF =
            "Zammad steps back in time in one record; a later reply is no second first reply";
    private static final String AFTER_FIRST = "next_reply runs only after a first reply (rule 5)";

    /** By case and expectation. */
    static final Map<String, String> DEVIATIONS = Map.of(
            "zam-L1 update", AFTER_FIRST,
            "zam-L2 next", AFTER_FIRST,
            "zam-L3 next", AFTER_FIRST,
            "zam-L4 update_in_min", WHAT_IF,
            "zam-L4 update_diff", WHAT_IF,
            "zam-L5 update_in_min", WHAT_IF,
            "zam-L5 update_diff", WHAT_IF,
            "zam-L6 update_in_min", WHAT_IF,
            "zam-L7 update_in_min", WHAT_IF,
            "cw-L1 nrt_events", "a second message does not move next_reply (rule 4): one exchange, one miss");

    private static final String ZAMMAD_1 = "Mon-Fri 08-18: 60 120 180";
    private static final String ZAMMAD_2 = "daily 09-18: 120 180 250, pending pauses";

    private static final SlaRules FRAPPE = Promises.of("""
            [{name: p, calendar: frappe, targets: {
                first_reply: {target: {Low: 1440m, Medium: 480m, High: 60m, Urgent: 30m}, time: business},
                total_resolution: {target: {Low: 4320m, Medium: 1440m, High: 240m, Urgent: 120m}, time: business}}}]""");

    @Test
    void zammad_first_reply_in_time() {
        HelpdeskCase seen = HelpdeskCase.of(ZAMMAD_1, "2013-03-21T09:30 created", "2013-03-21T10:00 reply");

        assertThat(seen.expectation("first_in_min")).isEqualTo("30");
        assertThat(seen.expectation("first_diff")).isEqualTo("30");
        assertThat(seen.expectation("first_due")).isEqualTo("null");
    }

    @Test
    void zammad_first_reply_too_late() {
        HelpdeskCase seen = HelpdeskCase.of(ZAMMAD_1, "2013-03-21T09:30 created", "2013-03-21T14:00 reply");

        assertThat(seen.expectation("first_in_min")).isEqualTo("270");
        assertThat(seen.expectation("first_diff")).isEqualTo("-210");
    }

    @Test
    void zammad_customer_writes_again() {
        HelpdeskCase seen = HelpdeskCase.of(
                ZAMMAD_1, "2013-03-21T09:30 created", "2013-03-21T12:00 reply", "2013-03-21T12:05 customer");

        assertThat(seen.expectation("update_due")).isEqualTo("2013-03-21T14:05");
        assertThat(seen.expectation("next")).isEqualTo("2013-03-21T12:30");
    }

    @Test
    void zammad_keeps_the_worst_exchange() {
        HelpdeskCase seen = HelpdeskCase.of(
                ZAMMAD_1,
                "2013-03-21T08:30 created",
                "2013-03-21T09:00 reply",
                "2013-03-21T09:30 customer",
                "2013-03-21T12:00 reply",
                "2013-03-21T12:05 customer",
                "2013-03-21T12:10 reply");

        assertThat(seen.expectation("update_in_min")).isEqualTo("150");
        assertThat(seen.expectation("update_diff")).isEqualTo("-30");
        assertThat(seen.expectation("update_due")).isEqualTo("null");
    }

    @Test
    void zammad_closed_in_time_and_too_late() {
        HelpdeskCase inTime = HelpdeskCase.of(ZAMMAD_1, "2013-03-21T09:30 created", "2013-03-21T11:30 closed");
        HelpdeskCase late = HelpdeskCase.of(ZAMMAD_1, "2013-03-21T09:30 created", "2013-03-21T13:00 closed");

        assertThat(inTime.expectation("close_in_min")).isEqualTo("120");
        assertThat(inTime.expectation("close_diff")).isEqualTo("60");
        assertThat(inTime.expectation("next")).isEqualTo("null");
        assertThat(late.expectation("close_in_min")).isEqualTo("210");
        assertThat(late.expectation("close_diff")).isEqualTo("-30");
    }

    @Test
    void zammad_pending_and_closed_time_do_not_count() {
        HelpdeskCase seen = HelpdeskCase.of(
                ZAMMAD_2,
                "2013-06-04T09:00 created",
                "2013-06-04T09:30 pending",
                "2013-06-04T09:45 open",
                "2013-06-04T10:00 closed",
                "2013-06-04T10:30 open");

        assertThat(seen.expectation("first")).isEqualTo("2013-06-04T11:45");
    }

    @Test
    void zammad_a_pause_before_reply_and_close() {
        HelpdeskCase seen = HelpdeskCase.of(
                ZAMMAD_2,
                "2013-06-04T09:00 created",
                "2013-06-04T10:00 pending",
                "2013-06-04T10:30 open",
                "2013-06-04T10:45 reply",
                "2013-06-04T12:00 closed");

        assertThat(seen.expectation("first_in_min")).isEqualTo("75");
        assertThat(seen.expectation("first_diff")).isEqualTo("45");
        assertThat(seen.expectation("close_in_min")).isEqualTo("150");
        assertThat(seen.expectation("close_diff")).isEqualTo("100");
    }

    @Test
    void chatwoot_misses_of_a_conversation() {
        HelpdeskCase seen = chatwootConversation();

        assertThat(seen.expectation("status")).isEqualTo("missed");
        assertThat(seen.expectation("frt_events")).isEqualTo("0");
        assertThat(seen.expectation("nrt_events"))
                .as(DEVIATIONS.get("cw-L1 nrt_events"))
                .isEqualTo("1");
        assertThat(seen.expectation("rt_events")).isEqualTo("1");
    }

    @Test
    void frappe_response_and_resolution_by_priority() {
        assertThat(Promises.unfold(new Story().created("11:00", "priority", "High"), FRAPPE)
                        .subList(0, 2))
                .extracting(SlaEvent::due)
                .containsExactly(at("12:00"), at("15:00"));
        assertThat(Promises.unfold(new Story().created("+4 17:00", "priority", "Urgent"), FRAPPE)
                        .subList(0, 2))
                .extracting(SlaEvent::due)
                .containsExactly(at("+4 17:30"), at("+7 11:00"));
    }

    @Test
    void frappe_a_reply_pauses_and_reopening_goes_on() {
        SlaRules rules = Promises.of("""
                [{name: p, calendar: frappe, targets: {
                    first_reply: {target: 1h, time: business},
                    total_resolution: {target: 4h, time: business, pause: [pending]}}}]""");
        Story story = new Story()
                .created("12:00")
                .reply("12:30")
                .status("12:30", "pending")
                .status("13:00", "open")
                .status("13:30", "solved");

        List<SlaEvent> resolution = Promises.unfold(story, rules).stream()
                .filter(event -> event.clock() == Clock.TOTAL_RESOLUTION)
                .toList();

        assertThat(resolution.stream().map(Story::line))
                .containsExactly(
                        "12:00 total_resolution#1 activate",
                        "12:30 total_resolution#1 pause (pending)",
                        "13:00 total_resolution#1 resume",
                        "13:30 total_resolution#1 fulfil");
        assertThat(resolution.get(2).due()).isEqualTo(at("16:30"));
        assertThat(resolution.get(3).consumed()).hasSeconds(3600);
    }

    private static HelpdeskCase chatwootConversation() {
        return HelpdeskCase.of(
                "24x7: 120 60 240",
                "2024-01-15T06:00 created",
                "2024-01-15T07:00 reply",
                "2024-01-15T08:00 customer",
                "2024-01-15T09:00 customer",
                "2024-01-15T12:00 closed");
    }

    @Test
    void every_published_expectation_holds_or_is_a_known_deviation() throws IOException {
        JsonNode published = new ObjectMapper()
                .readTree(PublishedCases.file("lifecycles.json").toFile());
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        published.forEach(node -> byId.put(node.get("id").asText().split(" ", 2)[0], node));

        assertThat(byId).hasSizeGreaterThan(10);
        byId.forEach((id, node) -> {
            if (id.startsWith("zam-")) {
                HelpdeskCase seen = HelpdeskCase.of(id.startsWith("zam-L") ? ZAMMAD_1 : ZAMMAD_2, written(id, byId));
                assertExpectations(id, seen, node);
            } else if (id.equals("cw-L1")) {
                assertExpectations(id, chatwootConversation(), node);
            } else if (node.has("response_by")) {
                assertThat(frappeDues(node)).containsExactly(utc(node, "response_by"), utc(node, "resolution_by"));
            } else {
                assertThat(id).as("told in our own words above").isEqualTo("fr-hold1");
            }
        });
    }

    private static void assertExpectations(String id, HelpdeskCase seen, JsonNode node) {
        node.get("expect").properties().forEach(expected -> {
            if (!expected.getKey().equals("note")) {
                String name = id + " " + expected.getKey();
                String ours = seen.expectation(expected.getKey());
                String theirs = expected.getValue().asText();
                assertThat(ours.equals(theirs))
                        .as("%s: they expect %s, we say %s", name, theirs, ours)
                        .isEqualTo(!DEVIATIONS.containsKey(name));
            }
        });
    }

    private static List<@Nullable Instant> frappeDues(JsonNode node) {
        TicketEvent created = new TicketEvent(
                "T1",
                "e1",
                TicketEventType.CREATED,
                utc(node, "created"),
                utc(node, "created"),
                Map.of("priority", node.get("priority").asText()));
        return Unfolding.of(List.of(created), FRAPPE, utc(node, "created")).events().stream()
                .map(SlaEvent::due)
                .toList();
    }

    private static Instant utc(JsonNode node, String field) {
        return Instant.parse(node.get(field).asText() + ":00Z");
    }

    /** The events of a case and of those that it continues, in our words. */
    private static String[] written(String id, Map<String, JsonNode> byId) {
        JsonNode node = Objects.requireNonNull(byId.get(id));
        List<String> events = new ArrayList<>();
        if (node.has("base")) {
            events.addAll(List.of(written(node.get("base").asText(), byId)));
        }
        String date = "";
        for (JsonNode event : node.has("add") ? node.get("add") : node.get("events")) {
            String time = event.get(0).asText();
            date = time.contains("T") ? time.substring(0, 11) : date;
            events.add((time.contains("T") ? time : date + time) + " "
                    + HelpdeskCase.word(event.get(1).asText()));
        }
        return events.toArray(String[]::new);
    }
}
