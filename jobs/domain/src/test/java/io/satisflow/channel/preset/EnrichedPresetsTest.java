package io.satisflow.channel.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.ShippedChannels;
import io.satisflow.channel.TestChannel;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.enrichment.Enrichment;
import io.satisflow.enrichment.EnrichmentFiles;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Presets whose source knows an agent's id alone: a table tells the team, and who is a robot. */
class EnrichedPresetsTest {
    private static final Instant STORED = Instant.parse("2026-10-01T00:00:00Z");
    private static final String WECOM = """
            {"msgid": "m1", "action": "send", "from": "%s", "tolist": ["%s"], "roomid": "%s", "msgtime": 1772443800000,
             "msgtype": "text", "text": {"content": "还没发货吗"}}
            """;

    @TempDir
    Path folder;

    private Enrichment tables = Enrichment.NONE;

    @BeforeEach
    void know_the_agents() throws IOException {
        Path agents = Files.writeString(
                folder.resolve("agents.csv"), "agent,team,is\nzhang,售后,person\nxiaomi,售前,robot\na-9,billing,person\n");
        tables = new EnrichmentFiles(null, agents.toString()).read();
    }

    @Test
    void a_customer_of_wecom_writes_to_somebody_whose_team_is_known() {
        MappedRecord.Accepted asked = map("wecom", WECOM.formatted("wmA", "zhang", ""));

        assertThat(asked.feedback().orElseThrow().attributes())
                .containsEntry("agent", "zhang")
                .containsEntry("agent_is", "person")
                .containsEntry("team", "售后");
        assertThat(event(asked).details()).containsEntry("to", "zhang").containsEntry("team", "售后");
    }

    @Test
    void what_a_robot_of_wecom_answers_is_no_persons_reply() {
        TicketEvent byPerson = event(map("wecom", WECOM.formatted("zhang", "wmA", "")));
        TicketEvent byRobot = event(map("wecom", WECOM.formatted("xiaomi", "wmA", "")));
        TicketEvent byTheirs = event(map("wecom", WECOM.formatted("wbA", "wmA", "")));

        assertThat(byPerson.type()).isEqualTo(TicketEventType.AGENT_REPLY);
        assertThat(byPerson.details()).containsEntry("agent", "zhang").containsEntry("team", "售后");
        assertThat(byRobot.type()).isEqualTo(TicketEventType.BOT_REPLY);
        assertThat(byTheirs.type()).isEqualTo(TicketEventType.BOT_REPLY);
    }

    @Test
    void a_group_of_wecom_belongs_to_whoever_answers() {
        TicketEvent asked = event(map("wecom", WECOM.formatted("wmA", "zhang", "wrG")));
        TicketEvent answered = event(map("wecom", WECOM.formatted("zhang", "wmA", "wrG")));

        assertThat(asked.ticket()).isEqualTo("wrG");
        assertThat(asked.details()).doesNotContainKey("to");
        assertThat(answered.details()).containsEntry("to", "zhang");
    }

    @Test
    void the_help_desks_authors_are_looked_up() {
        TicketEvent byRobot = event(map("helpdesk", helpdesk("comment.agent", "staff", "xiaomi")));
        TicketEvent byPerson = event(map("helpdesk", helpdesk("comment.agent", "staff", "a-9")));
        TicketEvent byCustomer = event(map("helpdesk", helpdesk("comment.customer", "end_user", "c-7")));

        assertThat(byRobot.type()).isEqualTo(TicketEventType.BOT_REPLY);
        assertThat(byPerson.type()).isEqualTo(TicketEventType.AGENT_REPLY);
        assertThat(byPerson.details()).containsEntry("agent", "a-9").containsEntry("team", "billing");
        assertThat(byCustomer.details()).doesNotContainKey("agent");
    }

    private static String helpdesk(String type, String role, String author) {
        return """
                {"event": {"id": "e-2", "type": "%s", "at": "2026-03-02T08:00:00Z"}, "ticket": {"id": 42, "assignee": "a-9"},
                 "author": {"role": "%s", "id": "%s"}, "message": {"html": "Hello"}}
                """.formatted(type, role, author);
    }

    private static TicketEvent event(MappedRecord.Accepted record) {
        assertThat(record.ticketEvents()).hasSize(1);
        return record.ticketEvents().get(0);
    }

    private MappedRecord.Accepted map(String preset, String json) {
        return TestChannel.accepted(
                ShippedChannels.read(preset).map(json.getBytes(StandardCharsets.UTF_8), STORED, tables));
    }
}
