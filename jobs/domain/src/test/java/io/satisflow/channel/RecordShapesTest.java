package io.satisflow.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.record.IgnoredReason;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.RefusalReason;
import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers by key, several pieces of feedback in one record, pages, and what is left out. */
class RecordShapesTest {

    @Test
    void a_question_that_was_left_out_shifts_nothing() {
        TestChannel channel = TestChannel.with("""
                text: {select: {in: /answers, where: {/field/ref: why}, take: /text}}
                ratings:
                  - {question: nps, select: {in: /answers, where: {/field/ref: nps}, take: /number}, scale: [0, 10]}
                  - {question: csat, select: {in: /answers, where: {/field/ref: [csat, sat]}, take: /number}, scale: [1, 5]}
                """);

        Feedback feedback = channel.feedbackWith("""
                "answers": [{"number": 5, "field": {"ref": "csat"}}, {"text": "left one out", "field": {"ref": "why"}}]
                """);

        assertThat(feedback.ratings()).containsExactly(new Rating("csat", 5, 1, 5));
        assertThat(feedback.text()).isEqualTo("left one out");
    }

    @Test
    void each_item_of_a_list_is_feedback_of_its_own_and_a_bad_one_costs_itself() {
        TestChannel channel = TestChannel.with("""
                each: {in: /items, id: /sku}
                customer: /^/who
                text: /note
                text_limit: 20
                ratings: [{question: stars, pointer: /stars, scale: [1, 5]}]
                attributes: {product: /sku}
                """);

        MappedRecord.Accepted accepted = TestChannel.accepted(channel.mapWith("""
                "who": "c-1", "items": [{"sku": "a", "stars": 5}, {"sku": "b", "stars": 2, "note": "broken"},
                                        {"sku": "c", "note": "far too long to be taken"}]
                """));

        assertThat(accepted.said()).extracting(Feedback::id).containsExactly("1:a", "1:b");
        assertThat(accepted.said()).extracting(Feedback::customer).containsOnly("c-1");
        assertThat(accepted.flaws())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.reason()).isEqualTo(RefusalReason.TEXT_TOO_LONG));
        assertThat(TestChannel.refused(channel.mapWith("\"items\": []")).reason())
                .isEqualTo(RefusalReason.NOTHING_TO_USE);
    }

    @Test
    void the_records_of_a_page_stand_each_for_itself() {
        TestChannel channel = TestChannel.with("text: /text\nrecords: /feed/entry\n");
        String good = "{\"id\": 1, \"at\": \"2026-03-02T09:55:00Z\", \"text\": \"a\"}";

        MappedRecord.Accepted accepted = TestChannel.accepted(channel.map(
                "{\"feed\": {\"entry\": [%s, {\"id\": 2}, %s]}}".formatted(good, good.replace("1,", "3,"))));

        assertThat(accepted.said()).extracting(Feedback::id).containsExactly("1", "3");
        assertThat(accepted.flaws()).hasSize(1);
        assertThat(TestChannel.refused(channel.map("{\"feed\": {\"entry\": [{\"id\": 2}, {\"id\": 3}]}}"))
                        .message())
                .contains("none of 2 records");
        assertThat(TestChannel.refused(channel.map("{\"feed\": {\"entry\": []}}"))
                        .reason())
                .isEqualTo(RefusalReason.NOTHING_TO_USE);
        TestChannel.accepted(channel.map(good));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ignore: {/bot: "true"}             | "bot": true, "text": "t"      | IGNORE
            ignore: {/type: [join, pin*]}      | "type": "pinned", "text": "t" | IGNORE
            ignore: {/type: {not: [say*]}}     | "type": "join", "text": "t"   | IGNORE
            feedback: {when: {/type: say}}     | "type": "join", "text": "t"   | NOT_FEEDBACK
            """)
    void what_the_mapping_leaves_out_is_ignored_and_no_refusal(String yaml, String members, IgnoredReason reason) {
        TestChannel channel = TestChannel.with("text: /text\n" + yaml + "\n");

        assertThat(channel.mapWith(members)).isEqualTo(new MappedRecord.Ignored(reason));
    }

    @Test
    void the_app_itself_in_a_list_of_its_reviews_is_no_review() {
        TestChannel channel = TestChannel.of("""
                channel: t
                kind: app
                id: /id
                occurred_at: /at
                customer: /author
                text: /title
                ratings: [{question: stars, pointer: /stars, scale: [1, 5]}]
                """);

        assertThat(channel.map("{\"id\": 1, \"title\": \"Notely\"}"))
                .isEqualTo(new MappedRecord.Ignored(IgnoredReason.NO_REVIEW));
        assertThat(TestChannel.refused(channel.map("{\"id\": 1, \"title\": \"bad\", \"stars\": 1}"))
                        .reason())
                .isEqualTo(RefusalReason.MISSING_TIME);
    }

    @Test
    void a_byte_order_mark_before_a_record_is_passed_over() {
        TestChannel channel = TestChannel.with("text: /text\n");

        TestChannel.accepted(channel.map("\uFEFF{\"id\": 1, \"at\": \"2026-03-02T09:55:00Z\", \"text\": \"a\"}"));
    }
}
