package io.satisflow.flink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.feedback.Feedback;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarkRepeatsTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    private KeyedOneInputStreamOperatorTestHarness<String, SaidAgain, RecordedFeedback> harness;

    @BeforeEach
    void open() throws Exception {
        harness = newHarness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void the_same_words_of_a_customer_count_once_within_the_time_however_they_are_spaced() throws Exception {
        say("a", "c1", "Too slow", NOON);
        say("b", "c1", "too   SLOW", NOON.plusSeconds(60));
        say("c", "c2", "Too slow", NOON.plusSeconds(60));
        say("d", "c1", "Too slow!", NOON.plusSeconds(60));
        passTo(NOON.plusSeconds(61));

        assertThat(repeats()).containsExactlyInAnyOrderEntriesOf(map("a", "", "b", "a", "c", "", "d", ""));
    }

    @Test
    void the_same_words_count_anew_when_the_time_is_over_and_nothing_is_left_then() throws Exception {
        say("a", "c1", "Too slow", NOON);
        say("b", "c1", "Too slow", NOON.plus(DAY));
        passTo(NOON.plus(DAY));
        assertThat(repeats()).containsExactlyInAnyOrderEntriesOf(map("a", "", "b", ""));

        passTo(NOON.plus(DAY).plus(DAY));
        assertThat(harness.numEventTimeTimers()).isZero();
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void customers_of_whom_redaction_left_only_a_mark_are_told_apart_by_their_keys_or_not_compared() {
        assertThat(SaidAgain.isPossible(of("a", "<email>", null, "n/a", NOON))).isFalse();
        assertThat(SaidAgain.isPossible(of("a", "<email>", "k1", "n/a", NOON))).isTrue();
        assertThat(words("<email>", "k1")).isEqualTo(words("<email>", "k1")).isNotEqualTo(words("<email>", "k2"));
    }

    @Test
    void an_edit_or_a_redelivery_of_the_first_is_no_repeat() throws Exception {
        say("a", "c1", "Too slow", NOON);
        say("a", "c1", "Too slow", NOON);
        passTo(NOON.plusSeconds(1));

        assertThat(harness.extractOutputValues())
                .hasSize(2)
                .noneMatch(each -> each.feedback().isRepeat());
    }

    @Test
    void any_order_of_arrival_gives_the_same() throws Exception {
        List<String> ids = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
        Collections.shuffle(ids, new Random(5));
        for (String id : ids) {
            say(id, "c1", "Too slow", NOON.plusSeconds(id.charAt(0)));
        }
        passTo(NOON.plusSeconds(1_000));

        assertThat(repeats()).containsExactlyInAnyOrderEntriesOf(map("a", "", "b", "a", "c", "a", "d", "a", "e", "a"));
    }

    @Test
    void a_repeat_opens_no_case() throws Exception {
        say("a", "c1", "Too slow", NOON);
        say("b", "c1", "Too slow", NOON.plusSeconds(60));
        passTo(NOON.plusSeconds(61));

        assertThat(harness.getSideOutput(StampKnownAt.TICKET_EVENTS))
                .extracting(each -> each.getValue().ticket())
                .containsExactly("x:a");
    }

    @Test
    void what_waits_and_what_counts_survive_a_restore() throws Exception {
        say("a", "c1", "Too slow", NOON);
        passTo(NOON);
        say("b", "c1", "Too slow", NOON.plusSeconds(60));
        OperatorSubtaskState checkpoint = harness.snapshot(1, 1);
        harness.close();

        harness = newHarness();
        harness.initializeState(checkpoint);
        harness.open();
        passTo(NOON.plusSeconds(61));

        assertThat(repeats()).containsExactlyInAnyOrderEntriesOf(map("b", "a"));
    }

    private Map<String, String> repeats() {
        Map<String, String> repeats = new TreeMap<>();
        harness.extractOutputValues()
                .forEach(each -> repeats.put(
                        each.feedback().id(), each.feedback().attributes().getOrDefault(Feedback.REPEATS, "")));
        return repeats;
    }

    private static Map<String, String> map(String... words) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < words.length; i += 2) {
            map.put(words[i], words[i + 1]);
        }
        return map;
    }

    private void passTo(Instant time) throws Exception {
        harness.processWatermark(time.toEpochMilli());
    }

    private static String words(String customer, String key) {
        SourcePosition source = new SourcePosition("raw", 0, 0, null);
        return SaidAgain.of(new RecordedFeedback(of("a", customer, key, "n/a", NOON), NOON, source), new ArrayList<>())
                .words();
    }

    private static Feedback of(String id, @Nullable String customer, @Nullable String key, String text, Instant at) {
        return new Feedback(
                id, "x", at.toEpochMilli(), at, customer, key, null, null, List.of(), List.of(), text, "en", Map.of());
    }

    private void say(String id, @Nullable String customer, String text, Instant at) throws Exception {
        SourcePosition source = new SourcePosition("raw", 0, 0, null);
        Feedback feedback = of(id, customer, null, text, at);
        TicketEvent opened = new TicketEvent("x:" + id, id + ":created", TicketEventType.CREATED, at, at, Map.of());
        List<RecordedTicketEvent> events = new ArrayList<>(List.of(new RecordedTicketEvent("x", opened, source)));
        harness.processElement(SaidAgain.of(new RecordedFeedback(feedback, at, source), events), at.toEpochMilli());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SaidAgain, RecordedFeedback> newHarness()
            throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, SaidAgain, RecordedFeedback> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new MarkRepeats(Map.of("x", DAY.toMillis()))),
                        SaidAgain::words,
                        Types.STRING);
        ((SerializerConfigImpl) harness.getExecutionConfig().getSerializerConfig()).setGenericTypes(false);
        return harness;
    }
}
