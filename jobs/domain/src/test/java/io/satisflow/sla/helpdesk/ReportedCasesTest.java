package io.satisflow.sla.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.ticket.TicketEventJson;
import io.satisflow.settings.SlaRulesFile;
import io.satisflow.sla.dryrun.DryRun;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Lifecycles out of bug reports of public help desks, each with what is right. The files lie beside the shared data;
 * {@code SettledPromisesTest} and its neighbours tell the same kinds of story in their own words and always run.
 */
class ReportedCasesTest {
    private static final Instant END = Instant.parse("2026-04-30T00:00:00Z");
    private static final String DATA = System.getProperty("satisflow.data", "");

    @BeforeEach
    void need_the_cases() {
        Assumptions.assumeTrue(!DATA.isEmpty(), "set -Dsatisflow.data to test with the reported cases beside it");
    }

    @Test
    void chatwoot_4267_a_ticket_whose_creation_was_never_sent_is_opened_by_its_first_message() throws IOException {
        assertThat(said("chatwoot-4267-no-created-event"))
                .containsExactly(
                        "03-02T09:00 first_reply#1 activate due 03-02T10:00",
                        "03-02T10:00:00.001 first_reply#1 breach due 03-02T10:00",
                        "03-02T12:00 first_reply#1 fulfil due 03-02T10:00");
    }

    @Test
    void dbt_zendesk_273_agents_before_the_customers_first_word_gave_no_reply() throws IOException {
        assertThat(said("dbt-zendesk-273-opened-by-agent", "T"))
                .filteredOn(line -> line.contains("_reply"))
                .containsExactly(
                        "03-02T11:00 first_reply#1 activate due 03-02T12:00",
                        "03-02T12:00:00.001 first_reply#1 breach due 03-02T12:00",
                        "03-02T13:00 first_reply#1 fulfil due 03-02T12:00");
    }

    @Test
    void dbt_zendesk_273_a_group_that_is_taken_away_owns_nothing_and_assignment_is_owed_again() throws IOException {
        assertThat(said("dbt-zendesk-273-opened-by-agent", "U"))
                .contains(
                        "03-02T10:00 group_ownership#1 fulfil due 03-02T15:00",
                        "03-02T10:00 assignment#2 activate due 03-02T10:30");
    }

    @Test
    void erpnext_28550_a_ticket_goes_on_after_a_month_with_what_it_had_used() throws IOException {
        assertThat(said("erpnext-28550-reopened-after-a-month"))
                .contains(
                        "04-01T09:00 next_reply#1 activate due 04-01T13:00",
                        "04-01T09:00 total_resolution#1 resume due 04-01T15:00",
                        "04-01T13:00:00.001 next_reply#1 breach due 04-01T13:00",
                        "04-01T15:00:00.001 total_resolution#1 breach due 04-01T15:00");
        assertThat(run("erpnext-28550-reopened-after-a-month").refused()).isEmpty();
    }

    @Test
    void glpi_10594_a_pause_takes_its_working_hours_and_not_the_weekend() throws IOException {
        assertThat(said("glpi-10594-one-workday-with-pause-over-weekend"))
                .contains("03-09T12:00 requester_wait#1 resume due 03-10T10:00");
    }

    @Test
    void glpi_1911_a_group_that_hands_over_is_judged_by_its_own_promise() throws IOException {
        assertThat(said("glpi-1911-ola-of-each-group"))
                .containsExactly(
                        "03-02T09:00 group_ownership#1 activate due 03-02T13:00",
                        "03-02T10:30 group_ownership#1 fulfil due 03-02T13:00",
                        "03-02T10:30 group_ownership#2 activate due 03-02T11:30",
                        "03-02T11:00 group_ownership#2 fulfil due 03-02T11:30");
    }

    @Test
    void glpi_687_each_clock_may_count_its_own_calendar() throws IOException {
        assertThat(said("glpi-687-calendar-per-clock"))
                .contains(
                        "03-02T08:00 assignment#1 activate due 03-02T08:30",
                        "03-02T08:00 total_resolution#1 activate due 03-02T17:00");
    }

    @Test
    void glpi_6902_a_priority_raised_while_pending_breaks_nothing_before_it_goes_on() throws IOException {
        assertThat(said("glpi-6902-priority-raised-while-pending"))
                .contains(
                        "03-02T15:00 agent_work#1 resume due 03-02T16:00",
                        "03-02T16:00:00.001 agent_work#1 breach due 03-02T16:00")
                .filteredOn(line -> line.contains("breach"))
                .hasSize(1);
    }

    @Test
    void glpi_9267_the_time_a_ticket_was_closed_is_not_used() throws IOException {
        assertThat(said("glpi-9267-closed-time-then-reopened"))
                .contains("03-02T09:30 total_resolution#1 resume due 03-02T09:34:30")
                .noneMatch(line -> line.contains("breach"))
                .last()
                .asString()
                .startsWith("03-02T09:31 total_resolution#1 fulfil");
    }

    @Test
    void a_mail_loop_of_hundreds_costs_neither_the_reply_nor_the_solving_its_place() throws IOException {
        assertThat(said("mail-loop-500-notes"))
                .contains(
                        "03-02T12:00 first_reply#1 fulfil due 03-02T17:00",
                        "03-02T13:00 total_resolution#1 fulfil due 03-03T09:00");
        assertThat(run("mail-loop-500-notes").refused()).isEmpty();
    }

    @Test
    void a_message_stamped_before_its_ticket_waits_for_a_first_reply() throws IOException {
        assertThat(said("message-before-created"))
                .anyMatch(line -> line.startsWith("03-02T10:00:00.90") && line.contains("first_reply#1 breach"))
                .noneMatch(line -> line.contains("next_reply"));
    }

    @Test
    void odds_and_ends() throws IOException {
        String folder = "odds-and-ends";
        assertThat(said(folder, "S1")).contains("03-02T09:10 next_reply#1 activate due 03-02T11:10");
        assertThat(said(folder, "S2")).contains("03-02T10:00 agent_work#1 resume due 03-03T09:00");
        assertThat(said(folder, "S3"))
                .contains(
                        "03-02T09:45 agent_work#1 warn due 03-02T10:00",
                        "03-03T03:00 agent_work#1 warn due 03-03T09:00",
                        "03-03T09:00:00.001 agent_work#1 breach due 03-03T09:00");
        assertThat(said(folder, "S4")).contains("03-02T09:05 first_reply#1 cancel due -");
        assertThat(said(folder, "S5")).contains("03-02T11:00 agent_work#1 breach due 03-02T10:00");
        assertThat(said(folder, "S6"))
                .as("a choice: who is waited for has spoken")
                .contains("03-02T12:00 agent_work#1 resume due 03-03T11:50");
        assertThat(said(folder, "S7"))
                .contains(
                        "03-10T10:00 next_reply#1 activate due 03-10T12:00",
                        "03-10T10:00 agent_work#1 resume due 03-11T09:40",
                        "03-10T12:00:00.001 next_reply#1 breach due 03-10T12:00");
        assertThat(said(folder, "S8")).contains("03-02T09:10 agent_work#1 apply_policy due 03-03T09:00");
    }

    @Test
    void relaxed_after_a_breach_the_new_promise_warns_and_breaks_for_itself() throws IOException {
        assertThat(said("relaxed-after-breach"))
                .containsExactly(
                        "03-02T09:00 total_resolution#1 activate due 03-02T10:00",
                        "03-02T09:45 total_resolution#1 warn due 03-02T10:00",
                        "03-02T10:00:00.001 total_resolution#1 breach due 03-02T10:00",
                        "03-02T11:00 total_resolution#1 apply_policy due 03-03T09:00",
                        "03-03T03:00 total_resolution#1 warn due 03-03T09:00",
                        "03-03T09:00:00.001 total_resolution#1 breach due 03-03T09:00");
    }

    @Test
    void a_tag_that_comes_with_the_reply_comes_too_late_to_break_its_promise() throws IOException {
        assertThat(said("reply-and-tag-in-one-update"))
                .containsExactly(
                        "03-02T09:00 first_reply#1 activate due 03-02T13:00",
                        "03-02T10:10 first_reply#1 fulfil due 03-02T13:00");
    }

    @Test
    void zammad_904_a_tag_that_is_taken_off_takes_its_policy_with_it() throws IOException {
        assertThat(said("tags-taken-off")).contains("03-02T09:10 first_reply#1 apply_policy due 03-02T17:00");
    }

    @Test
    void zammad_1322_what_is_closed_is_reopened_by_the_customer() throws IOException {
        assertThat(said("zammad-1322-closed-is-reopened-by-customer"))
                .endsWith(
                        "03-02T12:00 next_reply#1 activate due 03-02T14:00",
                        "03-02T14:00:00.001 next_reply#1 breach due 03-02T14:00");
    }

    @Test
    void zammad_5624_a_group_without_a_target_cancels_it() throws IOException {
        assertThat(said("zammad-5624-group-without-update-target"))
                .contains(
                        "03-02T09:30 first_reply#1 fulfil due 03-02T10:00",
                        "03-02T10:00 next_reply#1 activate due 03-02T12:00",
                        "03-02T10:15 next_reply#1 cancel due -")
                .noneMatch(line -> line.contains("breach"));
    }

    private static List<String> said(String folder, String ticket) throws IOException {
        return run(folder).said().stream()
                .filter(event -> event.ticket().equals(ticket) && event.retracted() == null)
                .map(event -> "%s %s#%d %s due %s"
                        .formatted(
                                time(event.at()),
                                event.clock().wireName(),
                                event.instance(),
                                event.type().wireName(),
                                Optional.ofNullable(event.due())
                                        .map(ReportedCasesTest::time)
                                        .orElse("-")))
                .toList();
    }

    private static List<String> said(String folder) throws IOException {
        return said(folder, "T");
    }

    private static DryRun run(String folder) throws IOException {
        Path path =
                Path.of(DATA).resolveSibling("cases").resolve("reported/sla").resolve(folder);
        SlaRules rules = SlaRulesFile.read(path.resolve("policies.yaml"), Optional.empty());
        List<TicketEvent> events = new ArrayList<>();
        for (String line : Files.readAllLines(path.resolve("events.jsonl"))) {
            MappedRecord read = TicketEventJson.read(
                    line.getBytes(StandardCharsets.UTF_8), "row-%09d".formatted(events.size() + 1));
            events.addAll(((MappedRecord.Accepted) read).ticketEvents());
        }
        return DryRun.of(events, rules, END);
    }

    /** All of them happen in 2026. */
    private static String time(Instant at) {
        return at.toString()
                .replace("2026-", "")
                .replaceFirst("(T\\d\\d:\\d\\d):00Z", "$1")
                .replace("Z", "");
    }
}
