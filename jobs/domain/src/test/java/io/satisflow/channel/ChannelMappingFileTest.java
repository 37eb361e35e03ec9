package io.satisflow.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.channel.record.ChannelKind;
import io.satisflow.config.ConfigException;
import io.satisflow.ticket.TicketEnd;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelMappingFileTest {

    @Test
    void a_mapping_says_what_its_channel_is() {
        ChannelMapping threads = ShippedChannels.read("support_threads");

        assertThat(threads.channel()).isEqualTo("support_threads");
        assertThat(threads.kind()).isEqualTo(ChannelKind.SOCIAL);
        assertThat(threads.ticketEnd()).isEqualTo(new TicketEnd(Duration.ofHours(72), Duration.ofDays(365)));
        assertThat(ShippedChannels.read("reviews").ticketEnd()).isEqualTo(TicketEnd.AS_ALL_OTHERS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            txet: /text                                        | 5:1: txet: unknown key; allowed here: channel, kind, id
            text: text                                         | 5:7: text: "text" is not a JSON Pointer
            text: /a~2b                                        | 5:7: text: "/a~2b" is not a JSON Pointer
            text: {pointer: /a, markdown: true}                | 5:21: text.markdown: unknown key; allowed here: pointer
            text: {html: true}                                 | 5:7: text: key "pointer" is missing
            text: {join: []}                                   | 5:14: text.join: nothing to join
            text: {join: [/a, b]}                              | 5:19: text.join[1]: "b" is not a JSON Pointer
            text: {join: [/a], pointer: /b}                    | 5:14: text.join: pointer, first and join exclude each other
            text: {pointer: /a, html: perhaps}                 | 5:27: text.html: expected true or false
            ratings: [{question: s, pointer: /s}]              | 5:11: ratings[0]: key "scale" is missing
            ratings: [{question: s, pointer: /s, scale: [5, 1]}] | 5:45: ratings[0].scale: [5, 1] is not a scale
            ratings: [{question: s, pointer: /s, scale: [1]}]  | 5:45: ratings[0].scale: a scale has two ends
            ratings: [{question: s, pointer: /s, scale: [1, NaN]}] | 5:45: ratings[0].scale: [1,
            ratings: [{question: s, pointer: /s, scale: [1, x]}] | 5:49: ratings[0].scale[1]: expected a number, but was "x"
            ratings: [{question: s, pointer: /s, scale: [1, 5], weight: 2}] | 5:53: ratings[0].weight: unknown key
            attributes: {product: name}                        | 5:23: attributes.product: "name" is not a JSON Pointer
            revision: {pointer: /v, format: soon}              | 5:33: revision.format: "soon" is not a time format
            revision: {pointer: /v, format: "yyyy-MM-dd"}      | 5:33: revision.format: "yyyy-MM-dd" is not a time format
            revision: {pointer: /v, format: []}                | 5:33: revision.format: no format
            revision: {pointer: /v, seconds_since: noon}       | 5:40: revision.seconds_since: "noon" is not a time with its zone
            revision: {pointer: /v, format: iso, seconds_since: 2026-01-05T09:00:00Z} | revision.seconds_since: format and seconds_since exclude
            language: klingon language                         | 5:11: language: "klingon language" is not a language
            feedback: {when: {inbound: x}}                     | "inbound" is not a JSON Pointer
            feedback: {when: {}}                               | 5:18: feedback.when: no condition
            text: {first: []}                                  | 5:15: text.first: nothing to join or choose from
            ticket: {id: /t, event: created, events: []}       | ticket.event: event and events exclude each other
            ticket: {id: /t, events: [{event: closed}]}        | ticket.events[0].event: "closed" is not allowed; one of: created
            ticket: {id: /t, events: [{event: created, at: /x}]} | ticket.events[0].at: unknown key; allowed here: when
            ticket: {id: /t, events: [{event: created, each: x}]} | ticket.events[0].each: "x" is not a JSON Pointer
            feedback: {when: {/a: {unlike: b}}}                | feedback.when./a.unlike: unknown key; allowed here: not, same_as, not_same_as
            feedback: {when: []}                               | feedback.when: no condition
            unwrap: data                                       | unwrap: "data" is not a JSON Pointer
            feedback: {unless: {/a: b}}                        | feedback.unless: unknown key; allowed here: when, kind, grade
            ticket: {id: /t}                                   | 5:9: ticket: key "event" is missing
            ticket: {id: /t, event: opened}                    | 5:25: ticket.event: "opened" is not allowed; one of: created,
            ticket: {id: /t, event: {pointer: /e, values: {a: opened}}} | ticket.event.values.a: "opened" is not allowed
            ticket: {id: /t, event: /e, status: {pointer: /s, values: {a: parked}}} | ticket.status.values.a: "parked" is not allowed; one of: new, open
            ticket: {id: /t, event: /e, created_by: robot}     | ticket.created_by: "robot" is not allowed; one of: customer, agent
            ticket: {id: /t, event: /e, due: {pointer: /d, format: x}} | ticket.due.format: "x" is not a time format
            solved_after: later                                | 5:15: solved_after: "later" is not a duration
            text_limit: 0                                      | 5:13: text_limit: 0 is not allowed; from 1 to
            record_limit: 99999999999                          | 5:15: record_limit: 99999999999 is not allowed; from 1 to
            case: {open: "stars below 2"}                      | 5:14: case.open: "stars below 2" is not a condition
            case: {open: "stars <= 2"}                         | 5:14: case.open: "stars" is not a question of ratings
            """)
    void a_mistake_is_refused_where_it_stands_with_what_is_allowed(String line, String message) {
        assertThatThrownBy(() -> TestChannel.with(line + "\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("test.yaml:5:")
                .hasMessageContaining(message);
    }

    @Test
    void all_wrong_ratings_are_reported_at_once() {
        assertThatThrownBy(
                        () -> TestChannel.with(
                                "ratings: [{question: a, pointer: a, scale: [1, 5]}, {question: b, pointer: /b, scale: [2, 2]}]\n"))
                .hasMessageContaining("ratings[0].pointer")
                .hasMessageContaining("ratings[1].scale");
    }

    @Test
    void a_question_that_stands_twice_is_refused() {
        assertThatThrownBy(
                        () -> TestChannel.with(
                                "ratings: [{question: a, pointer: /a, scale: [1, 5]}, {question: a, pointer: /b, scale: [1, 5]}]\n"))
                .hasMessageContaining("ratings[1].question: \"a\" stands twice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            channel: Shop Reviews | 1:10: channel: "Shop Reviews" cannot name a channel
            kind: email           | kind: "email" is not allowed; one of: app, ticket, social, survey, phone, offline
            """)
    void the_channel_itself_must_be_named_and_known(String line, String message) {
        String yaml = line + "\n" + (line.startsWith("kind") ? "channel: a\n" : "kind: app\n");

        assertThatThrownBy(() -> TestChannel.of(yaml + "id: /id\noccurred_at: /at\n"))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel", "kind", "id", "occurred_at"})
    void what_no_channel_can_do_without_is_required(String key) {
        String yaml = "channel: a\nkind: app\nid: /id\noccurred_at: /at\n".replaceAll("(?m)^" + key + ":.*\n", "");

        assertThatThrownBy(() -> TestChannel.of(yaml)).hasMessageContaining("key \"%s\" is missing".formatted(key));
    }
}
