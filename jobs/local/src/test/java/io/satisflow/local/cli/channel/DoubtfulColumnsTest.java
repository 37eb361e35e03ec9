package io.satisflow.local.cli.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.channel.record.MappedRecord.Accepted;
import io.satisflow.config.ConfigFile;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.replay.recording.Recording;
import io.satisflow.ticket.TicketEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that look like what they are not: topics and whole conversations are no customer's words, and dashes nobody's name. */
class DoubtfulColumnsTest {
    private static final List<String> TOPICS = List.of("退换货", "发票", "物流咨询");

    @TempDir
    Path folder;

    @Test
    void a_topic_that_agents_choose_is_not_what_customers_say() throws IOException {
        String draft = draft(chats("客户A 2026-11-02 09:05:10\n鞋子开胶了"));

        assertThat(draft)
                .doesNotContain("\ntext:")
                .contains("# text:", "nothing looks like words that customers themselves wrote", "/沟通主题   (退换货)");
    }

    @Test
    void a_conversation_in_one_cell_is_named_with_why_it_is_no_text() throws IOException {
        for (String conversation : List.of(
                "客户A 2026-11-02 09:05:10\n鞋子开胶了\n小林 2026-11-02 09:05:50\n您好，请发一下照片",
                "[09:05] Ann: the sole came off\n[09:06] Lin (agent): please send a photo",
                "Customer: the sole came off\nAgent Lin: please send a photo")) {
            String draft = draft(chats(conversation));

            assertThat(draft).doesNotContain("\ntext:");
            assertThat(draft.substring(draft.indexOf("# What this draft does not use:")))
                    .contains("the agents' words would be scored as the customer's", "/往来文字");
        }
    }

    @Test
    void every_column_is_named_and_empty_ones_as_such() throws IOException {
        String draft = draft(chats("客户A 2026-11-02 09:05:10\n鞋子开胶了"));

        assertThat(draft)
                .contains("#   empty in this sample:", "/着陆页", "times that no line above asks for", "/客户首次发送消息时间");
    }

    @Test
    void when_the_agent_wrote_first_is_the_first_reply() throws IOException {
        assertThat(events(chats("客户A 2026-11-02 09:05:10\n鞋子开胶了")))
                .anyMatch(event -> event.type().wireName().equals("agent_reply")
                        && event.occurredAt().equals(Instant.parse("2026-11-02T09:05:50Z")));
    }

    @Test
    void signs_for_nobody_are_no_agent_and_no_team() throws IOException {
        List<TicketEvent> events = events(chats("客户A 2026-11-02 09:05:10\n鞋子开胶了"));

        assertThat(events)
                .extracting(event -> event.detail("to").orElse(""))
                .contains("小林")
                .doesNotContain("--");
        assertThat(events)
                .extracting(event -> event.detail("team").orElse(""))
                .contains("售后组")
                .doesNotContain("未分配");
    }

    @Test
    void a_sign_behind_the_sample_is_found_as_well() throws IOException {
        StringBuilder table = new StringBuilder("Ticket ID,Subject,Status,Assignee,Created at,Resolved at\n");
        for (int row = 1; row <= 1_200; row++) {
            table.append("%d,Parcel %d is late,Closed,%s,2026-11-02 09:05:00,2026-11-02 10:05:00%n"
                    .formatted(row, row, row == 1_150 ? "Unassigned" : row == 1_100 ? "-" : "Ann"));
        }

        assertThat(draft(file("tickets.csv", table.toString())))
                .contains("to: {pointer: /Assignee, values: {\"-\": \"\", \"Unassigned\": \"\"}}");
    }

    @Test
    void few_sentences_again_and_again_are_taken_with_a_doubt() throws IOException {
        StringBuilder table = new StringBuilder("Response ID,Submitted,Rating,Comment\n");
        for (int row = 1; row <= 30; row++) {
            table.append("%d,2026-03-02 09:30,4,%s%n"
                    .formatted(
                            row, row % 2 == 0 ? "Delivery was later than promised" : "Everything came in one piece"));
        }

        assertThat(draft(file("canned.csv", table.toString())))
                .contains("\ntext: /Comment", "CHECK that customers wrote this: only 2 different ones in 30");
    }

    /** Fifteen of them, in the columns of a chat desk. */
    private Path chats(String conversation) throws IOException {
        StringBuilder table = new StringBuilder("客服,技能组,客户,会话开始时间,会话状态,沟通主题,着陆页,客户首次发送消息时间,客服首次发送消息时间,往来文字\n");
        for (int row = 1; row <= 15; row++) {
            table.append("%s,%s,访客%d,2026-11-02 09:05:00,已结束,%s,,2026-11-02 09:05:%02d,%s,\"%s\"%n"
                    .formatted(
                            row % 5 == 0 ? "--" : "小林",
                            row % 4 == 0 ? "未分配" : "售后组",
                            row,
                            TOPICS.get((row - 1) % TOPICS.size()),
                            row,
                            row % 5 == 0 ? "--" : "2026-11-02 09:05:50",
                            conversation));
        }
        return file("chats.csv", table.toString());
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String draft(Path export) {
        CommandLineRun run = CommandLineRun.of("channel", "new", "--from", export);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    private static List<TicketEvent> events(Path export) throws IOException {
        ChannelMapping mapping = ChannelMappingFile.read(ConfigFile.parse("draft.yaml", draft(export)));
        List<TicketEvent> events = new ArrayList<>();
        Recording.of(export, Optional.of(mapping))
                .forEach(row -> assertThat(mapping.map(row.payload(), Instant.parse("2026-12-31T00:00:00Z")))
                        .isInstanceOfSatisfying(Accepted.class, accepted -> events.addAll(accepted.ticketEvents())));
        return events;
    }
}
