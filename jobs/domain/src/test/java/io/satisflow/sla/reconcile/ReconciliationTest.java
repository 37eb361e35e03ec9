package io.satisflow.sla.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.sla.Promises;
import io.satisflow.sla.dryrun.DryRun;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our verdicts beside what help desks reported. */
class ReconciliationTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SlaRules RULES = Promises.toAll(
            "first_reply: {target: 1h, time: wall}",
            "next_reply: {target: 1h, time: wall}",
            "total_resolution: {target: 8h, time: wall}");

    private final List<TicketEvent> events = new ArrayList<>();
    private final HelpDeskReport report = new HelpDeskReport();

    @BeforeEach
    void a_ticket_that_is_answered_in_time_and_solved() {
        happened("1", "09:00", TicketEventType.CREATED);
        happened("1", "09:30", TicketEventType.AGENT_REPLY);
        happened("1", "12:00", TicketEventType.STATUS, "status", "solved");
    }

    @Test
    void zendesks_metric_events_are_compared_reply_by_reply() throws JsonProcessingException {
        happened("1", "10:00", TicketEventType.CUSTOMER_MESSAGE);
        reported("""
                {"ticket_metric_events": [
                  {"ticket_id": 1, "metric": "reply_time", "instance_id": 1, "type": "apply_sla", "time": "2026-03-02T09:00:00Z", "sla": {"target": 60, "target_in_seconds": 3600}},
                  {"ticket_id": 1, "metric": "reply_time", "instance_id": 1, "type": "fulfill", "time": "2026-03-02T09:30:00Z"},
                  {"ticket_id": 1, "metric": "reply_time", "instance_id": 2, "type": "apply_sla", "time": "2026-03-02T10:00:00Z", "sla": {"target": 30}},
                  {"ticket_id": 1, "metric": "reply_time", "instance_id": 2, "type": "breach", "time": "2026-03-02T10:30:00Z"},
                  {"ticket_id": 1, "metric": "agent_work_time", "instance_id": 1, "type": "activate", "time": "2026-03-02T09:00:00Z"}]}
                """);

        assertThat(lines())
                .containsExactly("first_reply 1 agreed met met", "next_reply 1 target_differs missed missed");
    }

    @Test
    void freshdesks_escalations_are_misses() throws JsonProcessingException {
        reported("""
                {"id": 1, "fr_escalated": true, "fr_due_by": "2026-03-02T09:20:00Z", "is_escalated": false, "due_by": "2026-03-02T17:00:00Z",
                 "stats": {"first_responded_at": "2026-03-02T09:30:00Z", "resolved_at": "2026-03-02T12:00:00Z"}}
                """);

        assertThat(lines())
                .containsExactly("first_reply 1 outcome_differs met missed", "total_resolution 1 agreed met met");
    }

    @Test
    void chatwoots_events_are_misses_and_the_rest_is_kept_once_all_is_decided() throws JsonProcessingException {
        happened("1", "09:10", TicketEventType.BOT_REPLY);
        reported("""
                {"applied_sla": {"sla_status": "missed", "sla_first_response_time_threshold": 3600, "sla_resolution_time_threshold": null},
                 "conversation": {"id": 1}, "sla_events": [{"event_type": "frt", "created_at": 1772445600}]}
                """);

        assertThat(lines()).containsExactly("first_reply 1 robot met missed");
    }

    @Test
    void zammads_minutes_are_negative_when_it_was_too_late() throws JsonProcessingException {
        happened("1", "12:30", TicketEventType.STATUS, "status", "open");
        happened("1", "18:00", TicketEventType.STATUS, "status", "solved");
        reported("""
                {"ticket": {"id": 1, "first_response_escalation_at": null, "first_response_diff_in_min": 30, "first_response_at": "2026-03-02T09:30:00Z",
                 "close_escalation_at": null, "close_diff_in_min": 300, "close_at": "2026-03-02T12:00:00Z"}}
                """);

        assertThat(lines()).containsExactly("first_reply 1 agreed met met", "total_resolution 1 reopened missed met");
    }

    @Test
    void tickets_and_clocks_that_one_side_does_not_know_are_told() throws JsonProcessingException {
        reported("""
                [{"id": 1, "slas": {"policy_metrics": [{"metric": "first_reply_time", "stage": "achieved", "breach_at": "2026-03-02T10:00:30Z"},
                                                       {"metric": "agent_work_time", "stage": "active", "breach_at": null}]}},
                 {"id": 99, "slas": {"policy_metrics": [{"metric": "first_reply_time", "stage": "active", "minutes": -5}]}},
                 {"subject": "no promise"}]
                """);

        assertThat(lines())
                .containsExactly(
                        "first_reply 1 agreed met met",
                        "agent_work 1 no_clock - running",
                        "first_reply 1 unknown_ticket - missed");
        assertThat(report.unusable()).isEqualTo(1);
    }

    private void reported(String json) throws JsonProcessingException {
        report.add(MAPPER.readTree(json));
    }

    private List<String> lines() {
        DryRun run = DryRun.of(events, RULES, Instant.parse("2026-03-02T20:00:00Z"));
        return Reconciliation.of(events, run.said(), report.verdicts()).stream()
                .map(each -> "%s %d %s %s %s"
                        .formatted(
                                each.key().clock().wireName(),
                                each.key().instance(),
                                each.kind().wireName(),
                                each.ours() == null
                                        ? "-"
                                        : each.ours().outcome().wireName(),
                                each.theirs() == null
                                        ? "-"
                                        : each.theirs().outcome().wireName()))
                .toList();
    }

    private void happened(String ticket, String time, TicketEventType type, String... details) {
        Map<String, String> named = new TreeMap<>();
        for (int at = 0; at < details.length; at += 2) {
            named.put(details[at], details[at + 1]);
        }
        Instant instant = Instant.parse("2026-03-02T%s:00Z".formatted(time));
        events.add(new TicketEvent(ticket, "e" + events.size(), type, instant, instant, named));
    }
}
