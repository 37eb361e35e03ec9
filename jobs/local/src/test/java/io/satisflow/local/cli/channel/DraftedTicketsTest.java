package io.satisflow.local.cli.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.channel.record.MappedRecord.Accepted;
import io.satisflow.config.ConfigFile;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.replay.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of tickets from tools without a preset: the draft tells clocks what happened, and which of them it cannot feed. */
class DraftedTicketsTest {
    @TempDir
    Path folder;

    @Test
    void a_list_of_tickets_tells_when_each_was_opened_answered_and_solved() throws IOException {
        List<String> events = events(file("tickets.csv", """
                Ticket list
                Exported on 28/11/2026

                Ticket ID,Subject,Status,Priority,Assignee,Created at,First reply at,Resolved at,Last updated
                T-1,Parcel is late,Closed,High,Ann,02/11/2026 09:05,02/11/2026 09:50,03/11/2026 10:00,05/11/2026 10:00
                T-2,Wrong size,Waiting on customer,Low,Bo,13/11/2026 10:00,,,14/11/2026 10:00
                """));

        assertThat(events)
                .contains(
                        "T-1 created 2026-11-02T09:05:00Z new",
                        "T-1 agent_reply 2026-11-02T09:50:00Z",
                        "T-1 status 2026-11-03T10:00:00Z solved",
                        "T-1 status 2026-11-03T10:00:00Z closed",
                        "T-2 created 2026-11-13T10:00:00Z new",
                        "T-2 status 2026-11-14T10:00:00Z pending")
                .noneMatch(event -> event.startsWith("T-2 agent_reply"));
    }

    @Test
    void a_chinese_list_with_dashes_for_what_has_not_happened() throws IOException {
        Path export = file("工单.csv", """
                工单编号,标题,状态,优先级,受理客服,创建时间,解决时间,客户手机
                1001,快递一直没到,已解决,高,小王,2026-11-02 09:05:00,2026-11-02 15:00:00,13800138000
                1002,发票开错了,待处理,中,小李,2026-11-03 10:00:00,-,13900139000
                """);

        assertThat(events(export))
                .contains(
                        "1001 created 2026-11-02T09:05:00Z new",
                        "1001 status 2026-11-02T15:00:00Z solved",
                        "1002 status 2026-11-03T10:00:00Z open")
                .noneMatch(event -> event.contains("agent_reply"));
        assertThat(draft(export)).contains("first_reply: the file has no time of the first reply", "customer: /客户手机");
    }

    @Test
    void a_reply_and_an_end_that_are_told_as_lengths() throws IOException {
        Path export = file("sessions.csv", """
                客服,客户,会话开始时间,会话状态,会话主题,首次响应时长(秒),会话时长(秒)
                小林,访客12,2026/11/02 09:05:12,已结束,咨询退货,25,640
                阿宁,访客14,2026/11/02 10:15:30,会话中,发票抬头错了,40,--
                """);

        assertThat(events(export))
                .contains(
                        "1 agent_reply 2026-11-02T09:05:37Z",
                        "1 status 2026-11-02T09:15:52Z solved",
                        "2 agent_reply 2026-11-02T10:16:10Z",
                        "2 status 2026-11-02T10:15:30Z open");
    }

    @Test
    void a_list_tells_the_end_of_a_ticket_but_not_which_reply_was_its_answer() throws IOException {
        Path export = file("list.csv", """
            Ticket ID,Subject,Status,Created at,Resolved at
            T-1,Parcel is late,Resolved,2026-11-02 09:05,2026-11-03 10:00
            T-2,Wrong size,Open,2026-11-03 10:00,
            """);

        assertThat(draft(export))
                .contains("    answer: the file does not tell which reply was the answer")
                .doesNotContain("    total_resolution:");
    }

    @Test
    void a_length_in_working_hours_is_no_time_on_the_wall() throws IOException {
        String draft = draft(file("desk.csv", """
                Ticket Id,Subject,Status,Ticket Owner,Created Time,Ticket Closed Time,First Response Time in Business Hours
                5,Late,Closed,Ann,2026-11-02 09:05:00,2026-11-02 15:00:00,00:45
                6,Torn,Open,Bo,2026-11-03 09:05:00,,01:10
                """));

        assertThat(draft).contains("# - {event: agent_reply", "counted in working hours", "    first_reply: the file");
    }

    @Test
    void json_with_states_as_words_and_seconds_until_the_first_response() throws IOException {
        assertThat(events(file("page.json", """
                {"conversations": [
                  {"id": "c1", "state": "closed", "createdAt": "2026-11-02T09:05:00Z", "firstResponseTimeSeconds": 340, "closedAt": "2026-11-02T11:00:00Z",
                   "assignee": {"name": "Ann"}, "contact": {"email": "x@example.com"}, "preview": "My order never arrived"},
                  {"id": "c2", "state": "snoozed", "createdAt": "2026-11-03T09:05:00Z", "firstResponseTimeSeconds": null, "closedAt": null,
                   "assignee": {"name": "Bo"}, "contact": {"email": "y@example.com"}, "preview": "The colour is wrong"}]}
                """)))
                .contains(
                        "c1 agent_reply 2026-11-02T09:10:40Z",
                        "c1 status 2026-11-02T11:00:00Z closed",
                        "c2 status 2026-11-03T09:05:00Z on_hold");
    }

    @Test
    void clocks_that_the_list_cannot_feed_are_told_and_not_judged() throws IOException {
        Path export = file("cases.csv", """
                Case number,Subject,Status,Owner,Opened,Closed
                7,Late,Closed,Ann,2026-11-02 09:05:00,2026-11-02 15:00:00
                8,Torn,Open,Bo,2026-11-03 09:05:00,
                """);
        Path mapping = Files.writeString(folder.resolve("draft.yaml"), draft(export));

        CommandLineRun run = CommandLineRun.of(
                "sla", "replay", "--channel", mapping, "--events", export, "--until", "2026-12-01T00:00Z", "--summary");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("not judged: the file has no time of the first reply")
                .doesNotContain("\"clock\":\"first_reply\",\"met\"", "\"event\":\"breach\",\"clock\":\"first_reply\"");
        assertThat(run.err())
                .contains("Note: first_reply is not judged (tickets: 2): the file has no time of the first reply.");
    }

    @Test
    void a_mapping_that_forgets_replies_is_told_which_clocks_say_nothing() throws IOException {
        Path export = file("plain.csv", """
                id,opened
                7,2026-11-02T09:05:00Z
                """);
        Path mapping = Files.writeString(folder.resolve("plain.yaml"), """
                channel: plain
                kind: ticket
                id: /id
                occurred_at: /opened
                ticket: {id: /id, event: created}
                """);

        CommandLineRun run = CommandLineRun.of("sla", "replay", "--channel", mapping, "--events", export, "--summary");

        assertThat(run.err())
                .contains("first_reply, next_reply cannot be judged by channel plain alone")
                .contains("whose mapping tells of no agent_reply");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String draft(Path export) {
        CommandLineRun run = CommandLineRun.of("channel", "new", "--from", export);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    /** What the draft makes of its own file, unchanged: each row accepted. */
    private static List<String> events(Path export) throws IOException {
        ChannelMapping mapping = ChannelMappingFile.read(ConfigFile.parse("draft.yaml", draft(export)));
        List<String> events = new ArrayList<>();
        Recording.of(export, Optional.of(mapping)).forEach(row -> {
            assertThat(mapping.map(row.payload(), Instant.parse("2026-12-31T00:00:00Z")))
                    .isInstanceOfSatisfying(
                            Accepted.class,
                            accepted -> accepted.ticketEvents()
                                    .forEach(event -> events.add("%s %s %s %s"
                                            .formatted(
                                                    event.ticket(),
                                                    event.type().wireName(),
                                                    event.occurredAt(),
                                                    event.detail("status").orElse(""))
                                            .strip())));
        });
        return events;
    }
}
