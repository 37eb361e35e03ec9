package io.satisflow.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.channel.record.MappedRecord.Accepted;
import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigFile;
import io.satisflow.feedback.Feedback;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.ticket.TicketFacts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds and grades by rules, as a channel's records get them. */
class TriageTest {
    private static final Instant STORED = Instant.parse("2026-12-01T00:00:00Z");
    private static final String REVIEWS = """
        channel: rev
        kind: app
        id: /id
        occurred_at: /at
        text: /text
        ratings: [{question: stars, pointer: /stars, scale: [1, 5]}]
        attributes: {tier: /tier}
        feedback: {kind: /kind}
        triage:
          kind:
            - {is: complaint, when: {rating: "stars <= 2"}}
            - {is: complaint, when: {words: [refund*, 退款, sue]}}
            - {is: question, when: {words: ["?"]}}
            - {is: praise, when: {rating: "stars >= 5"}}
          grade:
            - {is: major, when: {kind: complaint, words: [lawyer]}}
            - {is: major, when: {kind: complaint, attributes.tier: gold}}
            - {is: complex, when: {aspects: [delivery]}}
            - {is: general, when: {kind: complaint}}
        case: {open: "kind = complaint", owner: care}
        """;
    private static final String DESK = """
        channel: desk
        kind: ticket
        id: /id
        occurred_at: /at
        text: /text
        ticket: {id: /ticket, event: /event, tags: /tags}
        triage:
          kind: [{is: complaint, when: {words: [broken]}}]
          grade: [{is: major, when: {tags: vip}}, {is: major, when: {words: [lawyer]}}, {is: general, when: {kind: complaint}}]
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "stars": 1, "text": "bad"                                      | complaint | stars is 1            | general | kind is complaint
        "text": "I want a refunding"                                   | complaint | text says "refund*"   | general | kind is complaint
        "text": "the issue is closed"                                  |           |                       |         |
        "text": "我要退款"                                              | complaint | text says "退款"       | general | kind is complaint
        "text": "How does it work?"                                    | question  | text says "?"         |         |
        "stars": 5, "text": "great"                                    | praise    | stars is 5            |         |
        "stars": 1, "text": "My LAWYER will call"                      | complaint | stars is 1            | major   | kind is complaint; text says "lawyer"
        "stars": 1, "text": "bad", "tier": "gold"                      | complaint | stars is 1            | major   | kind is complaint; tier is gold
        "stars": 3, "text": "The delivery came two weeks late and the parcel was open" | | | complex | text is about delivery
        "stars": 1, "text": "nice", "kind": "request"                  | request   | the source says so    |         |
        """)
    void feedback_has_its_kind_and_grade_with_reasons(
            String fields, String kind, String kindReason, String grade, String gradeReason) {
        Feedback said = accepted(REVIEWS, "{\"id\": 1, \"at\": \"2026-03-02T09:00:00Z\", %s}".formatted(fields))
                .said()
                .get(0);

        assertThat(said.kind()).isEqualTo(kind);
        assertThat(said.attributes().get("kind_reason")).isEqualTo(kindReason);
        assertThat(said.grade()).isEqualTo(grade);
        assertThat(said.attributes().get("grade_reason")).isEqualTo(gradeReason);
    }

    @Test
    void a_post_that_is_a_complaint_opens_a_case_with_its_grade() {
        Accepted post = accepted(
                REVIEWS, "{\"id\": 7, \"at\": \"2026-03-02T09:00:00Z\", \"text\": \"refund me or my lawyer calls\"}");

        assertThat(post.ticketEvents()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(TicketEventType.CREATED);
            assertThat(event.details())
                    .containsEntry("kind", "complaint")
                    .containsEntry("grade", "major")
                    .containsEntry("team", "care");
        });
    }

    @Test
    void a_message_that_makes_a_ticket_graver_is_a_graded_event_and_never_makes_it_milder() {
        List<TicketEvent> opened = events("created", "it is broken", "");
        List<TicketEvent> raised = events("customer_message", "I call my lawyer", "");
        List<TicketEvent> later = events("customer_message", "still broken", "");

        assertThat(opened)
                .singleElement()
                .satisfies(event -> assertThat(event.details())
                        .containsEntry("grade", "general")
                        .containsEntry("kind_reason", "text says \"broken\""));
        assertThat(raised)
                .extracting(TicketEvent::type)
                .containsExactly(TicketEventType.CUSTOMER_MESSAGE, TicketEventType.GRADED);
        assertThat(raised.get(1).details()).containsEntry("grade_reason", "text says \"lawyer\"");

        TicketFacts facts = TicketFacts.NONE;
        for (List<TicketEvent> told : List.of(opened, raised, later)) {
            for (TicketEvent event : told) {
                facts = facts.after(event);
            }
        }
        assertThat(facts.values("grade")).containsExactly("major");
        assertThat(facts.values("kind")).containsExactly("complaint");
    }

    @Test
    void a_tag_grades_a_ticket() {
        assertThat(events("tags", "", "vip,late")).extracting(TicketEvent::type).contains(TicketEventType.GRADED);
        assertThat(events("agent_reply", "", "late")).hasSize(1);
    }

    @Test
    void words_that_are_none_are_refused_with_what_is_allowed() {
        assertThatThrownBy(() -> mapping(REVIEWS.replace("is: praise", "is: joy")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("complaint, question, request, praise");
        assertThatThrownBy(() -> mapping(REVIEWS.replace("aspects: [delivery]", "aspects: [nothing]")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("is no aspect");
    }

    private static List<TicketEvent> events(String event, String text, String tags) {
        return accepted(
                        DESK,
                        "{\"id\": \"%s%s\", \"at\": \"2026-03-02T09:00:00Z\", \"ticket\": \"T1\", \"event\": \"%s\", \"text\": \"%s\", \"tags\": \"%s\"}"
                                .formatted(event, text.length(), event, text, tags))
                .ticketEvents();
    }

    private static Accepted accepted(String mapping, String payload) {
        return (Accepted) mapping(mapping).map(payload.getBytes(StandardCharsets.UTF_8), STORED);
    }

    private static ChannelMapping mapping(String yaml) {
        return ChannelMappingFile.read(ConfigFile.parse("m.yaml", yaml));
    }
}
