package io.satisflow.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.RefusalReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
    private final TestChannel channel = TestChannel.with("""
            text: /text
            text_limit: 20
            ratings: [{question: stars, pointer: /stars, scale: [1, 5]}]
            ticket:
              when: {/type: [ticket]}
              id: /ticket
              event: /event
              status: /status
              created_by: /by
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"at": "2026-03-02T09:00:00Z", "text": "a"}                      | missing_id     | /id holds no id
            {"id": " ", "at": "2026-03-02T09:00:00Z"}                        | missing_id     | /id holds no id
            {"id": {"x": 1}, "at": "2026-03-02T09:00:00Z"}                   | missing_id     | /id holds no id
            {"id": "1.23457E+17", "at": "2026-03-02T09:00:00Z", "text": "a"}     | missing_id     | a spreadsheet has rounded
            {"id": 7, "text": "a"}                                           | missing_time   | id "7": /at holds no time
            {"id": 7, "at": null}                                            | missing_time   | id "7": /at holds no time
            {"id": 7, "at": "yesterday"}                                     | bad_time       | holds "yesterday", which is not in the format [iso, epoch]
            {"id": 7, "at": "2026-02-30T09:00:00Z"}                          | bad_time       | 2026-02-30
            {"id": 7, "at": "2026-03-02T09:00:00"}                           | bad_time       | 2026-03-02T09:00:00
            {"id": 7, "at": "0001-01-01T00:00:00Z"}                          | bad_time       | before 1970
            {"id": 7, "at": "1970-01-01T00:00:00Z"}                          | bad_time       | a time that was left empty
            {"id": 7, "at": "1980-01-01T00:00:00Z"}                          | bad_time       | a time that was left empty
            {"id": 7, "at": 0}                                               | bad_time       | "0"
            {"id": 7, "at": 46083.395833}                                    | bad_time       | 46083.395833
            {"id": 7, "at": "2026-03-02 09:00:00"}                           | bad_time       | format: "yyyy-MM-dd HH:mm:ss" with zone:
            {"id": 7, "at": "2026-03-02T10:05:00.001Z", "text": "a"}         | time_in_future | more than 5 min after it was stored
            {"id": 7, "at": "+999999999-12-31T23:59:59Z", "text": "a"}       | time_in_future | more than 5 min
            {"id": 7, "at": "2026-03-02T09:00:00Z", "stars": "many"}         | rating_not_a_number | stars (/stars) is "many", not a number
            {"id": 7, "at": "2026-03-02T09:00:00Z", "stars": "NaN"}          | rating_not_a_number | map its words with values
            {"id": 7, "at": "2026-03-02T09:00:00Z", "stars": true}           | rating_not_a_number | "true"
            {"id": 7, "at": "2026-03-02T09:00:00Z", "stars": 0.99}           | rating_out_of_scale | outside the scale [1, 5]
            {"id": 7, "at": "2026-03-02T09:00:00Z", "stars": 5.01}           | rating_out_of_scale | outside the scale [1, 5]
            {"id": 7, "at": "2026-03-02T09:00:00Z", "stars": 1e400}          | rating_out_of_scale | outside the scale [1, 5]
            {"id": 7, "at": "2026-03-02T09:00:00Z", "text": {"type": "doc", "content": []}} | not_a_text | /text holds an object (its keys: "type, content")
            {"id": 7, "at": "2026-03-02T09:00:00Z", "text": [{"type": "p"}]} | not_a_text | add nested: with the key
            {"id": 7, "at": "2026-03-02T09:00:00Z", "text": "123456789 123456789 1"} | text_too_long | /text holds 21 characters, the limit is 20
            {"id": 7, "at": "2026-03-02T09:00:00Z", "type": "ticket", "ticket": "T", "event": "status", "status": "parked"} | unknown_ticket_status | "parked"
            {"id": 7, "at": "2026-03-02T09:00:00Z", "type": "ticket", "ticket": "T", "event": "status"} | unknown_ticket_status | map ticket.status
            {"id": 7, "at": "2026-03-02T09:00:00Z", "type": "ticket", "ticket": "T", "event": "eaten"} | unknown_ticket_event | "eaten", which is no ticket event
            {"id": 7, "at": "2026-03-02T09:00:00Z", "type": "ticket", "ticket": "T"} | unknown_ticket_event | one of: created, customer_message
            {"id": 7, "at": "2026-03-02T09:00:00Z", "type": "ticket", "ticket": "T", "event": "created", "by": "robot"} | unknown_ticket_event | who wrote or created it, is "robot"
            {"id": 7, "at": "2026-03-02T09:00:00Z", "type": "ticket", "ticket": "T", "event": "promise"} | missing_time | map ticket.due
            {"id": 7, "at": "2026-03-02T09:00:00Z", "type": "ticket", "ticket": "T", "event": "merged"} | missing_ticket | map ticket.into
            {"id": 7, "at": "2026-03-02T09:00:00Z", "type": "ticket", "event": "created"} | missing_ticket | /ticket holds no ticket id
            {"id": 7, "at": "2026-03-02T09:00:00Z"}                          | nothing_to_use | neither feedback
            {"id": 7, "id": 8}                                               | invalid_json   | Duplicate field
            {"id": 7} {"id": 8}                                              | invalid_json   | Trailing token
            {"id": 7                                                         | invalid_json   | line 1
            [1]                                                              | invalid_json   | expected one JSON object
            null                                                             | invalid_json   | expected one JSON object
            ``                                                               | invalid_json   | found nothing
            """)
    void a_record_that_cannot_be_used_is_refused_with_its_reason(String json, String reason, String message) {
        MappedRecord.Refused refused = TestChannel.refused(channel.map(json));

        assertThat(refused.reason().wireName()).isEqualTo(reason);
        assertThat(refused.message()).contains(message);
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        byte[] latin = "{\"id\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(TestChannel.refused(channel.map(latin)).reason()).isEqualTo(RefusalReason.NOT_UTF8);
    }

    @Test
    void a_record_over_the_limit_is_refused_before_it_is_read() {
        byte[] large = new byte[(1 << 20) + 1];
        Arrays.fill(large, (byte) ' ');

        MappedRecord.Refused refused = TestChannel.refused(channel.map(large));
        assertThat(refused.reason()).isEqualTo(RefusalReason.RECORD_TOO_LARGE);
        assertThat(refused.message()).contains("1,048,577 bytes").contains("record_limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void deep_nesting_is_invalid_json(String opening) {
        assertThat(TestChannel.refused(channel.map(opening.repeat(200_000))).reason())
                .isEqualTo(RefusalReason.INVALID_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1e-2147483648", "0.1e2147483647"})
    void absurd_numbers_are_refused(String number) {
        TestChannel.refused(channel.mapWith("\"stars\": " + number));
        TestChannel.refused(channel.mapWith("\"stars\": " + "9".repeat(5_000)));
    }

    @Test
    void five_minutes_ahead_of_the_broker_are_allowed() {
        Instant ahead = TestChannel.STORED.plusSeconds(300);

        TestChannel.accepted(channel.map("{\"id\": 7, \"text\": \"a\", \"at\": \"%s\"}".formatted(ahead)));
    }

    @Test
    void a_text_of_exactly_the_limit_is_accepted_counted_in_code_points() {
        assertThat(channel.feedbackWith("\"text\": \"%s\"".formatted("😀".repeat(20)))
                        .text())
                .hasSize(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "5", "1.0", "4.5", "\"3\"", "5e0", "1.00000"})
    void the_ends_of_the_scale_belong_to_it(String stars) {
        assertThat(channel.feedbackWith("\"stars\": " + stars).ratings())
                .singleElement()
                .satisfies(rating -> assertThat(rating.value()).isBetween(1.0, 5.0));
    }

    @Test
    void an_id_longer_than_ids_are_is_refused_be_it_of_the_record_or_of_its_ticket() {
        String longest = "x".repeat(800);
        String record = "{\"id\": \"%s\", \"at\": \"2026-03-02T09:00:00Z\", \"type\": \"ticket\","
                + " \"ticket\": \"%s\", \"event\": \"created\"}";
        assertThat(channel.map(record.formatted(longest, longest))).isInstanceOf(MappedRecord.Accepted.class);
        for (String each : new String[] {record.formatted(longest + "x", "T"), record.formatted("7", longest + "x")}) {
            MappedRecord.Refused refused = TestChannel.refused(channel.map(each));
            assertThat(refused.reason()).isEqualTo(RefusalReason.ID_TOO_LONG);
            assertThat(refused.message())
                    .contains("holds 801 characters, the limit is 800")
                    .hasSizeLessThan(300);
        }
    }

    @Test
    void a_message_quotes_little_and_nothing_personal() {
        String address = "ana@mail.example 13800138000 ";
        MappedRecord.Refused refused = TestChannel.refused(
                channel.map("{\"id\": 7, \"at\": \"%s\"}".formatted((address + "x".repeat(15)).repeat(1))));
        MappedRecord.Refused unreadable =
                TestChannel.refused(channel.map("{\"id\": ana@mail.example" + "y".repeat(5_000)));

        assertThat(refused.message() + unreadable.message())
                .doesNotContain("ana@mail.example")
                .doesNotContain("13800138000");
        assertThat(unreadable.message()).hasSizeLessThan(300);
    }
}
