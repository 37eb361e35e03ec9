package io.satisflow.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.RefusalReason;
import io.satisflow.feedback.Dimension;
import io.satisflow.feedback.Feedback;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTransformTest {

    @Test
    void words_are_translated_joined_and_filled_in() {
        TestChannel channel = TestChannel.with("""
                text: {join: [/title, /body], with: ": "}
                attributes:
                  tier: {pointer: /tier, values: {"1": gold, true: silver}, default: basic}
                  labels: {pointer: /labels}
                  source: {constant: ios}
                  key: /a~1b/m~0n
                  second: /labels/1
                """);

        Feedback feedback = channel.feedbackWith("""
                "title": " Slow ", "body": "It is very slow.", "tier": 1, "labels": ["a", null, "b"], "a/b": {"m~n": "x"}
                """);

        assertThat(feedback.text()).isEqualTo("Slow: It is very slow.");
        assertThat(feedback.attributes())
                .isEqualTo(Map.of("tier", "gold", "labels", "a b", "source", "ios", "key", "x"));
        assertThat(channel.feedbackWith("\"body\": \"b\", \"tier\": 9").attributes())
                .containsEntry("tier", "9");
        assertThat(channel.feedbackWith("\"body\": \"b\", \"tier\": true").attributes())
                .containsEntry("tier", "silver");
        assertThat(channel.feedbackWith("\"body\": \"b\"").attributes()).containsEntry("tier", "basic");
        assertThat(channel.feedbackWith("\"body\": \"b\"").text()).isEqualTo("b");
    }

    @Test
    void the_first_place_that_has_a_value_is_taken() {
        TestChannel channel = TestChannel.with("text: {first: [/body, /title], values: {x: y}}\n");

        assertThat(channel.feedbackWith("\"title\": \"t\", \"body\": \"x\"").text())
                .isEqualTo("y");
        assertThat(channel.feedbackWith("\"title\": \"t\", \"body\": \" \"").text())
                .isEqualTo("t");
    }

    @Test
    void words_between_parts_are_all_of_the_text_and_parts_left_aside_are_told() {
        String message = "\"body\": [\"It is \", {\"type\": \"bold\", \"text\": \"late\"}, \" again\"]";

        assertThat(TestChannel.with("text: {pointer: /body, nested: text}\n")
                        .feedbackWith(message)
                        .text())
                .isEqualTo("It is late again");
        assertThat(TestChannel.accepted(TestChannel.with("text: /body\n").mapWith(message))
                        .flaws())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.message()).contains("add nested: with the key"));
    }

    @Test
    void a_document_of_parts_in_parts_is_read_by_the_name_of_their_words() {
        TestChannel channel = TestChannel.with("text: {pointer: /body, nested: text}\n");

        assertThat(channel.feedbackWith("""
                        "body": {"type": "doc", "content": [
                            {"type": "paragraph", "content": [{"type": "text", "text": "Still"}, {"type": "text", "text": "down,"}]},
                            {"type": "paragraph", "content": [{"type": "mention", "attrs": {"text": "Ann"}}]}]}
                        """).text()).isEqualTo("Still down, Ann");
        assertThat(channel.feedbackWith("\"body\": \"Still down\"").text()).isEqualTo("Still down");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {/a: [x, ""]}                     | "a": "x"             | true
            {/a: [x, ""]}                     | "b": 1               | true
            {/a: [x, ""]}                     | "a": "z"             | false
            {/a: {not: ""}}                   | "a": "z"             | true
            {/a: {not: ""}}                   | "a": null            | false
            {/a: {not: [x, y]}}               | "a": "y"             | false
            {/a: {same_as: /b}}               | "a": 7, "b": "7"     | true
            {/a: {same_as: /b}}               | "a": 7, "b": 8       | false
            {/a: {not_same_as: /b}}           | "a": 7, "b": 8       | true
            {/a: {not_same_as: /b, not: [9]}} | "a": 9, "b": 8       | false
            [{/a: x}, {/b: y}]                | "a": "q", "b": "y"   | true
            [{/a: x}, {/b: y}]                | "a": "q"             | false
            """)
    void a_condition_is_what_it_says(String condition, String members, boolean holds) {
        TestChannel channel = TestChannel.with(
                "text: /text\nfeedback: {when: %s}\nticket: {id: /id, event: created}\n".formatted(condition));

        MappedRecord mapped = channel.mapWith("\"text\": \"t\", " + members);

        assertThat(TestChannel.accepted(mapped).feedback().isPresent()).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            iso                                 | "2026-03-01T10:00:00+08:00"        | 2026-03-01T02:00:00Z
            iso                                 | "2026-03-01T10:00Z"                | 2026-03-01T10:00:00Z
            iso                                 | "2026-03-01T10:00:00.123+0100"     | 2026-03-01T09:00:00.123Z
            epoch_seconds                       | 1772359200                         | 2026-03-01T10:00:00Z
            epoch_seconds                       | "1772359200.5"                     | 2026-03-01T10:00:00.500Z
            epoch_millis                        | 1772359200123                      | 2026-03-01T10:00:00.123Z
            "EEE MMM dd HH:mm:ss Z yyyy"        | "Wed Oct 10 20:19:24 +0000 2018"   | 2018-10-10T20:19:24Z
            "EEE MMM dd HH:mm:ss Z yyyy"        | "Tue Feb 23 12:28:47 +0800 2021"   | 2021-02-23T04:28:47Z
            "yyyy-MM-dd HH:mm:ssXXX"            | "2017-10-31 22:10:47+00:00"        | 2017-10-31T22:10:47Z
            "yyyy-MM-dd HH:mm VV"               | "2024-07-01 12:00 Europe/Berlin"   | 2024-07-01T10:00:00Z
            [epoch_seconds, iso]                | "2026-03-01T10:00:00Z"             | 2026-03-01T10:00:00Z
            [epoch_seconds, iso]                | 1772359200                         | 2026-03-01T10:00:00Z
            [epoch_seconds, epoch_millis]       | 1772359200123                      | 2026-03-01T10:00:00.123Z
            [epoch_millis, epoch_seconds]       | 1772359200                         | 2026-03-01T10:00:00Z
            epoch_micros                        | 1772359200123456                   | 2026-03-01T10:00:00.123Z
            epoch                               | 1772359200123456789                | 2026-03-01T10:00:00.123Z
            """)
    void times_are_read_as_the_source_writes_them(String format, String time, Instant instant) {
        TestChannel channel =
                TestChannel.of("channel: t\nkind: app\nid: /id\ntext: /text\noccurred_at: {pointer: /at, format: %s}\n"
                        .formatted(format));

        MappedRecord mapped = channel.map("{\"id\": 1, \"text\": \"a\", \"at\": %s}".formatted(time));

        assertThat(TestChannel.accepted(mapped).occurredAt()).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({"1, 2026-01-05T09:00:01Z", "0.25, 2026-01-05T09:00:00.250Z", "-60, 2026-01-05T08:59:00Z"})
    void seconds_may_count_from_any_start(String seconds, Instant instant) {
        TestChannel channel = TestChannel.of("channel: t\nkind: app\nid: /id\ntext: /text\n"
                + "occurred_at: {pointer: /row, seconds_since: 2026-01-05T10:00+01:00}\n");

        MappedRecord mapped = channel.map("{\"id\": 1, \"text\": \"a\", \"row\": %s}".formatted(seconds));

        assertThat(TestChannel.accepted(mapped).occurredAt()).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            language: /lang  | "lang": "zh-CN", "text": "the app is bad" | zh
            language: /lang  | "lang": "pt_BR", "text": "the app is bad" | pt
            language: /lang  | "lang": "??",    "text": "the app is bad" | en
            language: /lang  | "lang": "und",   "text": "the app is bad" | en
            language: de     | "text": "the app is bad"                  | de
            text_limit: 99   | "text": "太慢了"                           | zh
            """)
    void a_declared_language_wins_over_what_the_text_tells(String yaml, String members, String language) {
        assertThat(TestChannel.with("text: /text\n" + yaml)
                        .feedbackWith(members)
                        .language())
                .isEqualTo(language);
    }

    @Test
    void a_revision_is_a_number_or_a_time_of_the_source_and_otherwise_the_time_it_occurred() {
        String plain = "text: /text\nrevision: /v\n";
        String time = "text: /text\nrevision: {pointer: /v, format: iso}\n";
        long occurred = Instant.parse("2026-03-02T09:55:00Z").toEpochMilli();

        assertThat(TestChannel.with(plain)
                        .feedbackWith("\"text\": \"a\", \"v\": 3")
                        .revision())
                .isEqualTo(3);
        assertThat(TestChannel.with(plain).feedbackWith("\"text\": \"a\"").revision())
                .isEqualTo(occurred);
        assertThat(TestChannel.with(time)
                        .feedbackWith("\"text\": \"a\", \"v\": \"1970-01-01T00:00:02Z\"")
                        .revision())
                .isEqualTo(2_000);
    }

    @Test
    void dimensions_carry_what_the_customer_had_expected() {
        TestChannel channel = TestChannel.with(
                "dimensions: [{name: price, pointer: /p, expectation: /e, scale: [1, 5]}, {name: taste, pointer: /t}]\n");

        assertThat(channel.feedbackWith("\"p\": 3, \"e\": 5, \"t\": 88").dimensions())
                .containsExactly(new Dimension("price", 3, 5.0), new Dimension("taste", 88, null));
        assertThat(TestChannel.refused(channel.mapWith("\"p\": 3, \"e\": 6")).reason())
                .isEqualTo(RefusalReason.RATING_OUT_OF_SCALE);
    }

    @Test
    void personal_data_is_taken_out_of_everything_that_is_passed_on() {
        TestChannel channel = TestChannel.with("""
                text: /text
                customer: /who
                attributes: {contact: /who}
                ticket: {id: /ticket, event: created, tags: /tags, to: /who}
                """);

        MappedRecord mapped = channel.mapWith("""
                "text": "I am ana@mail.example", "who": "ana@mail.example", "ticket": 5, "tags": ["vip", "13800138000"]
                """);

        assertThat(mapped.toString()).doesNotContain("ana@").doesNotContain("13800138000");
        assertThat(TestChannel.accepted(mapped).ticketEvents().get(0).detail("tags"))
                .contains("vip,<phone>");
    }

    @Test
    void half_surrogates_do_not_reach_those_who_store_text() {
        assertThat(TestChannel.with("text: /text")
                        .feedbackWith("\"text\": \"a\\ud83d\\u0000b\"")
                        .text())
                .isEqualTo("a\uFFFDb");
    }
}
