package io.satisflow.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.satisflow.channel.record.MappedRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No payload whatever may stop the stream. */
class ChannelFuzzTest {
    private static final int ROUNDS = 4_000;
    private static final List<TestChannel> CHANNELS = Stream.of("reviews", "survey", "helpdesk", "support_threads")
            .map(TestChannel::shipped)
            .toList();
    private static final List<String> RECORDS = List.of("""
            {"review": {"id": "r-1", "updated": 1772440200, "author": "c", "stars": 1, "body": "<p>Bad &amp; slow</p>"}}""", """
            {"response_id": "r", "submitted_at": "2026-03-02T09:30:00+01:00", "answers": {"nps": 9, "comment": "a@b.example"},
             "scores": {"product": 5}, "expected": {"product": 4}}""", """
            {"event": {"id": 1, "type": "comment.customer", "at": "2026-03-02T08:00:00Z"}, "ticket": {"id": 42, "status": "New",
             "tags": ["a", 1, null]}, "message": {"html": "<b>13800138000"}}""", """
            {"tweet_id": "1", "author_id": "2", "inbound": "True", "created_at": "2017-10-31 22:10:47+00:00", "text": "hi",
             "thread_id": "1", "role": "opening", "opened_by": "customer"}""");
    private static final List<String> PIECES = List.of(
            "null",
            "-1",
            "1e999",
            "1E-999999999",
            "\"\"",
            "{}",
            "[]",
            "[[1],{}]",
            "true",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "}",
            "{",
            ",",
            "\"",
            "999999999999999999999999",
            "\"+1000000000-01-01T00:00:00Z\"",
            "\"<div><\"",
            "0.1",
            "\uFEFF",
            "\"-999999999\"");

    @Test
    void random_bytes_are_refused() {
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            assertThat(CHANNELS.get(round % CHANNELS.size()).map(bytes)).isInstanceOf(MappedRecord.Refused.class);
        }
    }

    @Test
    void mutated_records_are_accepted_or_refused_and_the_same_way_each_time() {
        Random random = new Random(8);
        for (int round = 0; round < ROUNDS; round++) {
            int kind = random.nextInt(CHANNELS.size());
            byte[] mutated = mutate(RECORDS.get(kind), random);
            assertThatCode(() -> assertThat(CHANNELS.get(kind).map(mutated))
                            .isEqualTo(CHANNELS.get(kind).map(mutated)))
                    .as("payload %s", new String(mutated, StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void every_value_may_be_anything() {
        for (int kind = 0; kind < CHANNELS.size(); kind++) {
            for (String piece : PIECES) {
                for (String value : valuesOf(RECORDS.get(kind))) {
                    MappedRecord mapped =
                            CHANNELS.get(kind).map(RECORDS.get(kind).replace(value, piece));
                    assertThat(mapped).isNotNull();
                }
            }
        }
    }

    @Test
    void the_records_are_accepted_as_they_are() {
        for (int kind = 0; kind < CHANNELS.size(); kind++) {
            TestChannel.accepted(CHANNELS.get(kind).map(RECORDS.get(kind)));
        }
    }

    private static List<String> valuesOf(String json) {
        return java.util.regex.Pattern.compile("(?<=: )(\"[^\"]*\"|\\d+)")
                .matcher(json)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    private static byte[] mutate(String json, Random random) {
        StringBuilder mutated = new StringBuilder(json);
        for (int change = 0; change <= random.nextInt(3); change++) {
            int place = random.nextInt(mutated.length());
            switch (random.nextInt(4)) {
                case 0 -> mutated.deleteCharAt(place);
                case 1 -> mutated.setCharAt(place, (char) random.nextInt(0x3000));
                case 2 -> mutated.insert(place, PIECES.get(random.nextInt(PIECES.size())));
                default -> mutated.insert(place, (char) random.nextInt(128));
            }
        }
        byte[] bytes = mutated.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(5) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
