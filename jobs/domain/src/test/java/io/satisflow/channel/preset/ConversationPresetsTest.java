package io.satisflow.channel.preset;

import static io.satisflow.channel.preset.PresetRecords.accepted;
import static io.satisflow.channel.preset.PresetRecords.feedback;
import static io.satisflow.channel.preset.PresetRecords.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.record.MappedRecord;
import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What tools of China and places where people talk send, through the preset that is shipped for each. */
class ConversationPresetsTest {
    @Test
    void reposts_are_left_out() {
        assertThat(map("x", """
                {"id": "9", "author_id": "3", "created_at": "2026-03-02T09:30:00Z", "text": "RT", "referenced_tweets": [{"type": "retweeted", "id": "8"}]}
                """)).isInstanceOf(MappedRecord.Ignored.class);
        assertThat(map("weibo", """
                {"idstr": "5", "created_at": "Mon Mar 02 17:30:00 +0800 2026", "text": "转发微博", "retweeted_status": {"idstr": "4"}}
                """)).isInstanceOf(MappedRecord.Ignored.class);
    }

    @Test
    void weibo() {
        Feedback post = feedback("weibo", """
                {"statuses": [{"idstr": "5", "created_at": "Mon Mar 02 17:30:00 +0800 2026", "text": "快递<br/>太慢了",
                 "user": {"id": 12, "idstr": "12"}, "region_name": "发布于 上海"}]}
                """);

        assertThat(post.occurredAt()).isEqualTo("2026-03-02T09:30:00Z");
        assertThat(post.text()).isEqualTo("快递\n太慢了");
        assertThat(post.customer()).isEqualTo("12");
    }

    @Test
    void jd() {
        MappedRecord.Accepted page = accepted("jd", """
                {"productCommentSummary": {"goodRate": 0.9}, "comments": [
                 {"id": 1, "guid": "g1", "content": "物流&hellip;太慢", "creationTime": "2026-03-02 17:30:00", "referenceId": "100",
                  "referenceName": "手机", "score": 2, "nickname": "j***1"},
                 {"id": 2, "guid": "g2", "content": "此用户未填写评价内容", "creationTime": "2026-03-02 17:31:00", "score": 5, "nickname": "k***2"}]}
                """);

        assertThat(page.said()).extracting(Feedback::text).containsExactly("物流…太慢", null);
        assertThat(page.feedback().orElseThrow().occurredAt()).isEqualTo("2026-03-02T09:30:00Z");
        assertThat(page.feedback().orElseThrow().attributes()).containsEntry("product", "手机");
    }

    @Test
    void wjx() {
        Feedback answers = feedback("wjx", """
                {"序号": "2", "提交答卷时间": "2026/6/16 8:12:44", "来源": "微信", "1、您对本次服务的满意程度？": "不满意",
                 "2、您向朋友推荐的可能性（0-10）": "-2", "4、其他意见或建议": "(空)"}
                """);

        assertThat(answers.occurredAt()).isEqualTo("2026-06-16T00:12:44Z");
        assertThat(answers.ratings()).containsExactly(new Rating("csat", 2, 1, 5));
        assertThat(answers.text()).isNull();
    }

    @Test
    void wecom_customers_messages_are_feedback_and_with_the_answers_their_ticket() {
        String message = """
                {"msgid": "m%s", "action": "send", "from": "%s", "tolist": ["%s"], "roomid": "", "msgtime": 1772443800000, "msgtype": "text",
                 "text": {"content": "还没发货吗"}}
                """;

        MappedRecord.Accepted asked = accepted("wecom", message.formatted("1", "wmA", "zhang"));
        MappedRecord.Accepted answered = accepted("wecom", message.formatted("2", "zhang", "wmA"));
        assertThat(asked.feedback().orElseThrow().customer()).isEqualTo("wmA");
        assertThat(asked.ticketEvents()).extracting(TicketEvent::ticket).containsExactly("wmA");
        assertThat(answered.feedback()).isEmpty();
        assertThat(answered.ticketEvents()).singleElement().satisfies(event -> {
            assertThat(event.ticket()).isEqualTo("wmA");
            assertThat(event.type()).isEqualTo(TicketEventType.AGENT_REPLY);
        });
        assertThat(map("wecom", message.formatted("3", "zhang", "li"))).isInstanceOf(MappedRecord.Ignored.class);
    }

    @Test
    void phone_calls_count_with_or_without_a_score() {
        Feedback scored = feedback("phone", """
                {"call_id": "k1", "direction": "inbound", "ended_at": "2026-03-02T09:30:00Z", "customer_id": "c-1", "queue": "billing",
                 "outcome": "solved", "ivr_score": "4"}
                """);
        Feedback unanswered = feedback("phone", """
                {"通话ID": "k2", "结束时间": "2026/3/2 9:30:00", "技能组": "售后", "通话结果": "放弃", "满意度": "未评价"}
                """);

        assertThat(scored.ratings()).containsExactly(new Rating("csat", 4, 1, 5));
        assertThat(scored.attributes()).isEqualTo(Map.of("outcome", "solved", "team", "billing"));
        assertThat(unanswered.ratings()).isEmpty();
        assertThat(unanswered.attributes()).containsEntry("team", "售后");
    }

    @Test
    void discord_leaves_out_joins_and_robots() {
        MappedRecord.Accepted page = accepted("discord", """
                {"guild": {"id": "1"}, "messages": [
                 {"id": "11", "type": "Default", "timestamp": "2026-01-15T10:30:00.123+00:00", "timestampEdited": null,
                  "content": "the checkout is slow", "author": {"id": "111", "isBot": false}},
                 {"id": "12", "type": "GuildMemberJoin", "timestamp": "2026-01-15T10:33:00+00:00", "content": "Joined.", "author": {"id": "3", "isBot": false}},
                 {"id": "13", "type": "Default", "timestamp": "2026-01-15T10:34:00+00:00", "content": "Ticket", "author": {"id": "9", "isBot": true}}]}
                """);

        assertThat(page.said()).extracting(Feedback::id).containsExactly("11");
        assertThat(page.flaws()).isEmpty();
    }
}
