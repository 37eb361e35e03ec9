package io.satisflow.local.cli.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.replay.ReplayRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports with a row for each message, as chat desks write them: conversations become tickets, customers' words feedback. */
class DraftedMessagesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Promises of which a few can be kept by messages, and one cannot be seen in them. */
    private static final String POLICIES = """
        policies:
          - name: chats
            targets:
              first_reply: {target: 2h, time: wall}
              next_reply: {target: 1h, time: wall}
              total_resolution: {target: 24h, time: wall}
              answer: {target: 24h, time: wall}
        """;

    /** The columns of Intercom's export of messages, newest first: robots, a note, an end, and an assignment without words. */
    private static final String MESSAGES = """
        message_id,message_body,message_type,message_created_at,message_author_type,message_author_id,message_author_name,message_author_email,conversation_tags,conversation_id,conversation_state,conversation_created_at,conversation_first_response_at,conversation_closed_at,app_name
        m-07,,close,2026-11-02 10:41:00,admin,901,Ann,ann@shop.example,delivery,215001,closed,2026-11-02 09:05:00,2026-11-02 09:20:00,2026-11-02 10:41:00,Shop
        m-06,"Sorry, it is sent again today",comment,2026-11-02 10:30:00,admin,901,Ann,ann@shop.example,delivery,215001,closed,2026-11-02 09:05:00,2026-11-02 09:20:00,2026-11-02 10:41:00,Shop
        m-05,"Still nothing, this is annoying",comment,2026-11-02 09:40:00,user,77,Kim,kim@mail.example,delivery,215001,closed,2026-11-02 09:05:00,2026-11-02 09:20:00,2026-11-02 10:41:00,Shop
        m-04,Carrier says Tuesday,note,2026-11-02 09:30:00,admin,901,Ann,ann@shop.example,delivery,215001,closed,2026-11-02 09:05:00,2026-11-02 09:20:00,2026-11-02 10:41:00,Shop
        m-03,It left our house yesterday,comment,2026-11-02 09:20:00,admin,901,Ann,ann@shop.example,delivery,215001,closed,2026-11-02 09:05:00,2026-11-02 09:20:00,2026-11-02 10:41:00,Shop
        m-02,Thanks for your message,comment,2026-11-02 09:05:05,bot,5,Helper,,delivery,215001,closed,2026-11-02 09:05:00,2026-11-02 09:20:00,2026-11-02 10:41:00,Shop
        m-01,"My parcel has not arrived, where is it?",conversation_message,2026-11-02 09:05:00,user,77,Kim,kim@mail.example,delivery,215001,closed,2026-11-02 09:05:00,2026-11-02 09:20:00,2026-11-02 10:41:00,Shop
        m-11,You get it back today,comment,2026-11-03 17:30:00,admin,902,Bo,bo@shop.example,,215002,open,2026-11-03 10:00:00,2026-11-03 17:30:00,,Shop
        m-10,,assignment,2026-11-03 10:05:00,admin,901,Ann,ann@shop.example,,215002,open,2026-11-03 10:00:00,2026-11-03 17:30:00,,Shop
        m-09,Thanks for your message,comment,2026-11-03 10:00:05,bot,5,Helper,,,215002,open,2026-11-03 10:00:00,2026-11-03 17:30:00,,Shop
        m-08,The colour is wrong and I want my money back,conversation_message,2026-11-03 10:00:00,lead,78,Lee,lee@mail.example,,215002,open,2026-11-03 10:00:00,2026-11-03 17:30:00,,Shop
        m-13,"It is great, thank you",comment,2026-11-04 12:00:00,user,79,Sam,sam@mail.example,,215003,open,2026-11-04 11:00:00,,,Shop
        m-12,How do you like your new bag?,conversation_message,2026-11-04 11:00:00,admin,902,Bo,bo@shop.example,,215003,open,2026-11-04 11:00:00,,,Shop
        """;

    /** A Chinese desk's, as a spreadsheet opens it: a mark, {@code sep=;}, offsets in brackets; a robot speaks first. */
    private static final String SESSIONS = """
        \ufeffsep=;
        会话ID;消息ID;访客;发送方;发送人;消息类型;消息内容;发送时间
        1001;9001;访客12;系统;;系统消息;访客进入会话;2026/3/2 上午 9:04 [GMT+8]
        1001;9002;访客12;机器人;小美;文本;您好，请问有什么可以帮您？;2026/3/2 上午 9:04 [GMT+8]
        1001;9003;访客12;访客;访客12;文本;快递一直没到，太慢了;2026/3/2 上午 9:05 [GMT+8]
        1001;9004;访客12;客服;小林;文本;马上为您查询;2026/3/2 上午 9:15 [GMT+8]
        1001;9005;访客12;访客;访客12;文本;好的，谢谢;2026/3/2 上午 9:16 [GMT+8]
        1001;9006;访客12;系统;;结束会话;;2026/3/2 上午 9:30 [GMT+8]
        1002;9007;访客14;访客;访客14;文本;发票抬头错了，没人处理;2026/3/2 下午 3:05 [GMT+8]
        1002;9008;访客14;机器人;小美;文本;已收到您的留言;2026/3/2 下午 3:05 [GMT+8]
        1003;9009;访客12;访客;访客12;文本;终于收到了，很满意;2026/3/3 上午 10:00 [GMT+8]
        1003;9010;访客12;客服;阿宁;文本;不客气;2026/3/3 上午 10:02 [GMT+8]
        """;

    @TempDir
    Path folder;

    @Test
    void customers_words_are_feedback_and_those_of_agents_and_robots_are_not() throws IOException {
        Tried tried = tried("messages.csv", MESSAGES);

        assertThat(tried.run().err()).contains("12 of 13 payloads accepted, 1 left out");
        assertThat(tried.feedback())
                .extracting(each -> each.get("id").asText())
                .containsExactlyInAnyOrder("m-01", "m-05", "m-08", "m-13");
        assertThat(tried.feedback())
                .allSatisfy(each ->
                        assertThat(each.at("/attributes/ticket").asText()).startsWith("2150"));
    }

    @Test
    void first_and_next_replies_are_judged_by_persons_answers() throws IOException {
        Path export = Files.writeString(folder.resolve("messages.csv"), MESSAGES);
        Path mapping = Files.writeString(folder.resolve("draft.yaml"), draft(export, "en"));
        Path policies = Files.writeString(folder.resolve("policies.yaml"), POLICIES);

        CommandLineRun run = CommandLineRun.of(
                "sla",
                "replay",
                "--config",
                policies,
                "--channel",
                mapping,
                "--events",
                export,
                "--summary",
                "--until",
                "2026-11-05T00:00:00Z");

        assertThat(run.exitCode()).as(run.err()).isZero();
        // 215001: answered after 15 min and after 50, over after 1:36. 215002: answered after 7:30, never over. 215003:
        // nobody
        // has answered its customer, whose word came 1 h after that of the agent who opened it.
        assertThat(outcome(run, "first_reply")).containsExactly(1, 2);
        assertThat(outcome(run, "next_reply")).containsExactly(1, 0);
        assertThat(outcome(run, "total_resolution")).containsExactly(1, 1);
        assertThat(run.err())
                .contains("answer is not judged (tickets: 3): the file does not tell which reply was the answer");
    }

    @Test
    void a_chinese_export_is_replayed_by_its_draft_as_it_is() throws IOException {
        Path export = Files.writeString(folder.resolve("sessions.csv"), SESSIONS);
        Path mapping = Files.writeString(folder.resolve("sessions.yaml"), draft(export, "zh"));

        ReplayRun run = ReplayRun.of(mapping.toString(), export, folder.resolve("out"));

        JsonNode summary = run.summary();
        assertThat(summary.get("rows").asInt()).isEqualTo(10);
        assertThat(summary.get("accepted").asInt()).isEqualTo(9);
        assertThat(summary.at("/ignored/by_reason/ignore").asInt()).isEqualTo(1);
        assertThat(summary.at("/feedback_fates/counted").asInt()).isEqualTo(4);
        assertThat(summary.at("/clocks_not_judged").toString()).contains("\"tickets\":3", "文件没有说哪条回复才是答复");
        assertThat(run.topic("feedback"))
                .extracting(each -> each.get("id").asText())
                .containsExactlyInAnyOrder("9003", "9005", "9007", "9009");
        assertThat(run.topic("ticket-events"))
                .extracting(each -> "%s %s %s"
                        .formatted(
                                each.get("ticket").asText(),
                                each.get("type").asText(),
                                each.get("at").asText()))
                .contains(
                        "1001 created 2026-03-02T01:05:00Z",
                        "1001 bot_reply 2026-03-02T01:04:00Z",
                        "1001 agent_reply 2026-03-02T01:15:00Z",
                        "1001 status 2026-03-02T01:30:00Z",
                        "1002 created 2026-03-02T07:05:00Z",
                        "1003 agent_reply 2026-03-03T02:02:00Z")
                .doesNotContain("1002 agent_reply 2026-03-02T07:05:00Z");
    }

    @Test
    void directions_flags_and_records_of_json_tell_the_sides_as_well() throws IOException {
        Tried tried = tried("page.json", """
            {"messages": [
              {"id": "a", "conversation_id": "c1", "created_at": 1772443800000, "direction": "inbound", "author_name": "Kim", "is_automated_message": false, "text": "Nobody answers the phone"},
              {"id": "b", "conversation_id": "c1", "created_at": 1772443801000, "direction": "outbound", "author_name": "Desk", "is_automated_message": true, "text": "We have your message"},
              {"id": "c", "conversation_id": "c1", "created_at": 1772447400000, "direction": "outbound", "author_name": "Ann", "is_automated_message": false, "text": "We are there now"}]}
            """);

        assertThat(tried.feedback()).extracting(each -> each.get("id").asText()).containsExactly("a");
        assertThat(tried.events())
                .extracting(each -> each.get("id").asText())
                .contains("a:customer_message", "b:bot_reply", "c:agent_reply")
                .doesNotContain("b:agent_reply", "c:bot_reply");
    }

    @Test
    void a_word_for_a_side_that_nobody_knows_is_left_out_and_named() throws IOException {
        Path export = Files.writeString(folder.resolve("odd.csv"), """
            Conversation ID,Message ID,Sent at,Sender,Message
            1,11,2026-03-02T09:30:00Z,Customer,Where is it?
            1,12,2026-03-02T09:31:00Z,Overseer,Look at this
            1,13,2026-03-02T09:32:00Z,Agent,On its way
            """);

        assertThat(draft(export, "en"))
                .contains("CONFIRM: \"Overseer\" is known neither as a customer nor as an agent");
    }

    private record Tried(CommandLineRun run) {
        List<JsonNode> feedback() {
            return records("feedback");
        }

        List<JsonNode> events() {
            return records("ticket-events");
        }

        private List<JsonNode> records(String what) {
            return run.out()
                    .lines()
                    .map(DraftedMessagesTest::json)
                    .filter(each -> each.get("topic").asText().equals(what))
                    .toList();
        }
    }

    /** What {@code channel test} says of a file by its own draft. */
    private Tried tried(String name, String content) throws IOException {
        Path export = Files.writeString(folder.resolve(name), content);
        Path mapping = Files.writeString(folder.resolve("draft.yaml"), draft(export, "en"));
        CommandLineRun run = CommandLineRun.of("channel", "test", "--channel", mapping, "--file", export);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new Tried(run);
    }

    private static String draft(Path export, String language) {
        CommandLineRun run = CommandLineRun.of("channel", "new", "--from", export, "--language", language);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    /** How often a clock was kept, and how often missed. */
    private static List<Integer> outcome(CommandLineRun run, String clock) {
        return run.out()
                .lines()
                .map(DraftedMessagesTest::json)
                .map(each -> each.path("summary"))
                .filter(each -> each.path("clock").asText().equals(clock))
                .flatMap(each ->
                        List.of(each.get("met").asInt(), each.get("missed").asInt()).stream())
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
