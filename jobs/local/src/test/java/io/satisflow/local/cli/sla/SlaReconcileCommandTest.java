package io.satisflow.local.cli.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sla reconcile}, and what {@code sla replay} says of single tickets. */
class SlaReconcileCommandTest {
    private static final String TICKET = """
            {"id": %d, "created_at": "2026-03-02T08:00:00Z", "updated_at": "2026-03-02T12:00:00Z", "status": 4, "priority": 2, "source": 1,
             "requester_id": 5, "tags": [], "fr_escalated": %s, "is_escalated": false, "fr_due_by": "2026-03-02T09:00:00Z", "due_by": "2026-03-02T16:00:00Z",
             "stats": {"first_responded_at": "2026-03-02T08:30:00Z", "resolved_at": "2026-03-02T12:00:00Z"}}
            """;

    @TempDir
    Path folder;

    private Path policies;
    private Path tickets;

    @BeforeEach
    void two_tickets_of_which_the_help_desk_escalated_one() throws IOException {
        Files.createDirectories(folder.resolve("calendars"));
        Files.copy(
                CommandLineRun.HOME.resolve("config/calendars/always.yaml"), folder.resolve("calendars/always.yaml"));
        policies = Files.writeString(folder.resolve("policies.yaml"), """
                policies:
                  - name: standard
                    calendar: always
                    targets:
                      first_reply: {target: 1h, time: wall, warn: []}
                      total_resolution: {target: {urgent: 2h, default: 8h}, time: wall, warn: []}
                """);
        tickets = Files.writeString(
                folder.resolve("tickets.jsonl"),
                TICKET.formatted(1, false).replace("\n", " ") + "\n"
                        + TICKET.formatted(2, true).replace("\n", " ") + "\n");
    }

    @Test
    void what_agrees_is_counted_and_what_differs_is_told_with_its_rule() {
        CommandLineRun run = CommandLineRun.of(
                "sla",
                "reconcile",
                "--channel",
                "freshdesk",
                "--config",
                policies,
                "--events",
                tickets,
                "--reported",
                tickets);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains(
                        "4 promises of 2 tickets compared; 3 agree (75.0%).",
                        "outcome_differs", "2 first_reply: we met, they missed");
        assertThat(run.out().lines()).hasSize(4).anyMatch(line -> line.contains("\"kind\":\"agreed\""));
    }

    @Test
    void a_report_of_nothing_is_no_agreement() throws IOException {
        Path empty = Files.writeString(folder.resolve("report.jsonl"), "{\"id\": 1}\nnot json\n");

        CommandLineRun run = CommandLineRun.of(
                "sla",
                "reconcile",
                "--channel",
                "freshdesk",
                "--config",
                policies,
                "--events",
                tickets,
                "--reported",
                empty);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("invalid_json", "1 records of", "Nothing to compare");
    }

    @Test
    void one_tickets_story_is_told_in_words() {
        CommandLineRun run = CommandLineRun.of(
                "sla", "replay", "--channel", "freshdesk", "--config", policies, "--events", tickets, "--explain", "1");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "Ticket 1",
                        "2026-03-02T08:00:00Z  created: ",
                        "first reply 1 starts: 1h of wall time by policy \"standard\", due 2026-03-02T09:00:00Z",
                        "2026-03-02T08:30:00Z  agent reply",
                        "first reply 1 is kept with 30m used",
                        "total resolution 1 is kept with 4h used")
                .doesNotContain("Ticket 2");
        assertThat(CommandLineRun.of(
                                "sla",
                                "replay",
                                "--channel",
                                "freshdesk",
                                "--config",
                                policies,
                                "--events",
                                tickets,
                                "--explain",
                                "9")
                        .err())
                .contains("holds no event of this ticket; the first ids there are 1, 2");
    }

    @Test
    void tickets_without_a_clock_are_named_with_the_reason_and_repeated_faults_are_counted() throws IOException {
        Path none = Files.writeString(folder.resolve("none.yaml"), """
                policies:
                  - name: vip
                    when: {tier: gold}
                    calendar: always
                    targets: {first_reply: {target: 1h, time: wall}}
                """);
        Path faulty = Files.writeString(
                folder.resolve("faulty.jsonl"), Files.readString(tickets) + "{\"id\": 3}\n".repeat(9));

        CommandLineRun run = CommandLineRun.of(
                "sla", "replay", "--channel", "freshdesk", "--config", none, "--events", faulty, "--summary");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "2 tickets without a clock, since no policy matches them, or it promises nothing that they owe: 1, 2",
                        "... and 4 more: missing_time");
    }

    @Test
    void a_snapshot_that_is_told_again_changes_nothing() throws IOException {
        Path again = Files.writeString(
                folder.resolve("again.jsonl"),
                Files.readString(tickets)
                        + Files.readString(tickets)
                                .replace("\"updated_at\": \"2026-03-02T12", "\"updated_at\": \"2026-03-02T13"));

        CommandLineRun once =
                CommandLineRun.of("sla", "replay", "--channel", "freshdesk", "--config", policies, "--events", tickets);
        CommandLineRun twice =
                CommandLineRun.of("sla", "replay", "--channel", "freshdesk", "--config", policies, "--events", again);

        assertThat(twice.out()).isEqualTo(once.out());
        assertThat(twice.err()).contains("told again, which changes nothing");
    }
}
