package io.satisflow.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.record.MappedRecord;
import io.satisflow.config.ConfigFile;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketFacts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ticket is of the language in which its customer first writes, so that segments hold tickets beside feedback. */
class TicketLanguageTest {
    private static final String DETECTED = """
            channel: desk
            kind: ticket
            id: /id
            occurred_at: /at
            text: /text
            ratings: [{question: csat, pointer: /csat, scale: [1, 5]}]
            feedback: {when: {/event: [created, message, rated]}}
            ticket:
              id: /ticket
              event: {pointer: /event, values: {message: customer_message, rated: satisfaction, reply: agent_reply}}
            """;
    private static final String DECLARED = DETECTED + "language: /locale\n";

    @Test
    void the_text_that_opens_a_ticket_tells_and_a_later_one_in_another_language_changes_nothing() {
        List<TicketEvent> events = events(
                DETECTED,
                "{'id':'1','at':'2026-03-02T08:00:00Z','ticket':'T','event':'created','text':'请问怎么修改收货地址？包裹还没有到。'}",
                "{'id':'2','at':'2026-03-02T09:00:00Z','ticket':'T','event':'reply','text':'You can change it in the app, under my orders.'}",
                "{'id':'3','at':'2026-03-02T10:00:00Z','ticket':'T','event':'message','text':'Thank you very much, this is great help.'}");

        assertThat(events).extracting(event -> event.details().get("language")).containsExactly("zh", null, "en");
        assertThat(languageAfter(events)).isEqualTo("zh");
    }

    @Test
    void what_the_channel_declares_wins_over_the_text_and_is_known_without_one() {
        List<TicketEvent> events = events(
                DECLARED,
                "{'id':'1','at':'2026-03-02T08:00:00Z','ticket':'T','event':'reply','locale':'pt-BR'}",
                "{'id':'2','at':'2026-03-02T09:00:00Z','ticket':'T','event':'message','locale':'no tag','text':'Where is my parcel? It is late.'}");

        assertThat(events).extracting(event -> event.details().get("language")).containsExactly("pt", "en");
        assertThat(languageAfter(events)).isEqualTo("pt");
    }

    @Test
    void an_answer_without_a_text_is_of_the_language_that_the_channel_declares() {
        assertThat(accepted(
                                DECLARED,
                                "{'id':'1','at':'2026-03-02T08:00:00Z','ticket':'T','event':'rated','csat':4,'locale':'de'}")
                        .feedback())
                .get()
                .extracting(feedback -> feedback.language())
                .isEqualTo("de");
    }

    private static String languageAfter(List<TicketEvent> events) {
        TicketFacts facts = TicketFacts.NONE;
        for (TicketEvent event : events) {
            facts = facts.after(event);
        }
        return String.valueOf(TicketFacts.named(facts.facts(), "language"));
    }

    private static List<TicketEvent> events(String mapping, String... records) {
        return List.of(records).stream()
                .flatMap(record -> accepted(mapping, record).ticketEvents().stream())
                .toList();
    }

    private static MappedRecord.Accepted accepted(String mapping, String record) {
        ChannelMapping channel = ChannelMappingFile.read(ConfigFile.parse("desk.yaml", mapping));
        byte[] payload = record.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return (MappedRecord.Accepted) channel.map(payload, Instant.parse("2026-03-03T00:00:00Z"));
    }
}
