package io.satisflow.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.record.MappedRecord;
import io.satisflow.config.ConfigFile;
import io.satisflow.feedback.Feedback;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes in which tools hand out records and answers. */
class ExportShapesTest {
    private static final Instant STORED = Instant.parse("2026-12-01T00:00:00Z");
    private static final String SURVEY = "channel: s\nkind: survey\nid: /id\noccurred_at: /at\n";
    private static final String AT = "\"at\": \"2026-03-02T09:00:00Z\"";

    @Test
    void answers_by_key_are_found_as_answers_in_a_list_are() {
        List<Feedback> said = said(
                SURVEY
                        + "ratings: [{question: nps, select: {in: /answers, where: {/name: nps}, take: /answer},"
                        + " scale: [0, 10]}]\n",
                "{\"id\": 1, %s, \"answers\": {\"3\": {\"name\": \"nps\", \"answer\": \"9\"}, \"5\": {\"name\": \"why\", \"answer\": \"4\"}}}"
                        .formatted(AT));

        assertThat(said.get(0).ratings()).extracting(rating -> rating.value()).containsExactly(9.0);
    }

    @Test
    void a_question_on_the_second_page_is_found() {
        List<Feedback> said = said(
                SURVEY
                        + "ratings: [{question: nps, select: {in: [/pages, /questions], where: {/id: q9}, take:"
                        + " /answers/0/n}, scale: [0, 10]}]\n",
                "{\"id\": 1, %s, \"pages\": [{\"questions\": [{\"id\": \"q1\", \"answers\": [{\"n\": 2}]}]}, {\"questions\": [{\"id\": \"q9\", \"answers\": [{\"n\": 7}]}]}]}"
                        .formatted(AT));

        assertThat(said.get(0).ratings()).extracting(rating -> rating.value()).containsExactly(7.0);
    }

    @Test
    void a_page_with_a_single_record_in_the_place_of_the_list_is_that_record() {
        String mapping = SURVEY + "records: /feed/entry\ntext: /text/label\n";

        assertThat(said(
                        mapping,
                        "{\"feed\": {\"entry\": {\"id\": 4, %s, \"text\": {\"label\": \"one\"}}}}".formatted(AT)))
                .extracting(Feedback::text)
                .containsExactly("one");
    }

    @Test
    void records_by_their_keys_have_these_as_ids() {
        String mapping =
                "channel: s\nkind: survey\nid: /key\noccurred_at: /at\ntext: /text\nrecords: [/none, /reviews]\n";

        assertThat(said(
                        mapping,
                        "{\"reviews\": {\"a\": {%s, \"text\": \"x\"}, \"b\": {%s, \"text\": \"y\"}}}"
                                .formatted(AT, AT)))
                .extracting(Feedback::id)
                .containsExactly("a", "b");
    }

    @Test
    void a_record_that_travels_as_text_is_unwrapped() {
        String mapping = SURVEY + "unwrap: [/Message]\ntext: /text\n";

        assertThat(said(
                        mapping,
                        "{\"Type\": \"Notification\", \"Message\": \"{\\\"id\\\": 5, \\\"at\\\":"
                                + " \\\"2026-03-02T09:00:00Z\\\", \\\"text\\\": \\\"in\\\"}\"}"))
                .extracting(Feedback::id)
                .containsExactly("5");
    }

    @Test
    void what_python_writes_for_nothing_is_nothing() {
        String mapping = SURVEY + "text: /text\nratings: [{question: csat, pointer: /score, scale: [1, 5]}]\n";

        List<Feedback> said = said(mapping, "{\"id\": 1, %s, \"score\": NaN, \"text\": \"slow\"}".formatted(AT));

        assertThat(said.get(0).ratings()).isEmpty();
        assertThat(said.get(0).text()).isEqualTo("slow");
    }

    @Test
    void one_product_twice_in_an_order_is_two_answers() {
        String mapping = SURVEY + "each: {in: /items, id: /sku}\ntext: /text\n";

        assertThat(said(
                        mapping,
                        "{\"id\": \"o\", %s, \"items\": [{\"sku\": \"a\", \"text\": \"x\"}, {\"sku\": \"a\", \"text\": \"y\"}]}"
                                .formatted(AT)))
                .extracting(Feedback::id)
                .containsExactly("o:a", "o:a:2");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02 09:00:00Z, 2026-03-02T09:00:00Z",
        "2026-03-02 09:00:00+00:00, 2026-03-02T09:00:00Z",
        "2026-03-02 09:00:00 UTC, 2026-03-02T09:00:00Z",
        "2026-03-02T09:00:00 +0800, 2026-03-02T01:00:00Z",
        "2026-03-02 09:00:00.5+00, 2026-03-02T09:00:00.500Z",
        "2026-03-02T09:00:00Z[UTC], 2026-03-02T09:00:00Z",
        "20260302T090000Z, 2026-03-02T09:00:00Z",
        "'2026-03-02T09:00:00,25Z', 2026-03-02T09:00:00.250Z"
    })
    void iso_is_read_as_tools_write_it(String at, Instant instant) {
        assertThat(said(SURVEY + "text: /text\n", "{\"id\": 1, \"at\": \"%s\", \"text\": \"x\"}".formatted(at)))
                .extracting(Feedback::occurredAt)
                .containsExactly(instant);
    }

    @ParameterizedTest
    @CsvSource({"4 von 5, 4", "4 stars out of 5, 4", "٤, 4", "4 Sterne, 4", "3 sur 5, 3"})
    void scores_are_read_in_other_tongues(String text, double score) {
        assertThat(said(
                                SURVEY + "ratings: [{question: csat, pointer: /score, scale: [1, 5]}]\n",
                                "{\"id\": 1, %s, \"score\": \"%s\"}".formatted(AT, text))
                        .get(0)
                        .ratings())
                .extracting(rating -> rating.value())
                .containsExactly(score);
    }

    private static List<Feedback> said(String mapping, String payload) {
        MappedRecord record = ChannelMappingFile.read(ConfigFile.parse("s.yaml", mapping))
                .map(payload.getBytes(StandardCharsets.UTF_8), STORED);
        assertThat(record).as(record.toString()).isInstanceOf(MappedRecord.Accepted.class);
        return ((MappedRecord.Accepted) record).said();
    }
}
