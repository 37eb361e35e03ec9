package io.satisflow.flink.delivery;

import static io.satisflow.flink.delivery.LedgerHarness.NINE;
import static io.satisflow.flink.delivery.LedgerHarness.alert;
import static io.satisflow.flink.delivery.LedgerHarness.first;
import static io.satisflow.flink.delivery.LedgerHarness.notification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.alerts.group.NoticeReason;
import io.satisflow.flink.courier.Messenger;
import io.satisflow.hook.Answer;
import io.satisflow.hook.HookReceiver;
import io.satisflow.hook.content.Message;
import io.satisflow.ledger.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of notifications, under a wall clock that the test moves. */
class DeliveryLedgerTest {
    private static final HookReceiver OPS = LedgerHarness.receiver("ops", "webhook", "600/1m");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RecordingTeller ops = new RecordingTeller();
    private LedgerHarness ledger;

    @BeforeEach
    void open() throws Exception {
        ledger = LedgerHarness.open(List.of(OPS), receiver -> ops);
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    @Test
    void every_notification_arrives_once_in_order_and_nothing_waits() throws Exception {
        List<String> ids = add(1, 10);
        ledger.move(MINUTE);
        ids = Stream.concat(ids.stream(), add(11, 10).stream()).toList();
        ledger.move(MINUTE);
        assertThat(ops.ids()).isEqualTo(ids);
        assertThat(ledger.ids(Delivery.Outcome.DELIVERED)).isEqualTo(ids);
        assertThat(ledger.timers()).isZero();
    }

    @Test
    void a_notification_that_was_told_is_not_told_again_when_it_comes_again() throws Exception {
        add(1, 3);
        ledger.move(MINUTE);
        add(1, 3);
        ledger.move(MINUTE);
        assertThat(ops.ids()).containsExactly("1", "2", "3");
    }

    @Test
    void what_would_be_refused_each_time_is_given_up_and_is_a_dead_letter_with_the_reason() throws Exception {
        ops.answering(Answer.drop("HTTP status 400"));
        add(1, 1);
        ledger.move(MINUTE);
        assertThat(ledger.ids(Delivery.Outcome.GIVEN_UP)).containsExactly("1");
        assertThat(deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("given_up");
            assertThat(letter.message()).contains("Notification 1", "\"ops\"", "HTTP status 400", "Ticket T1");
            assertThat(letter.at()).isEqualTo(NINE);
        });
    }

    @Test
    void an_outage_of_an_hour_loses_nothing_and_is_not_told_one_by_one() throws Exception {
        ops.answering(Answer.retry("HTTP status 503"));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ids.addAll(add(i, 1));
            ledger.moveUntil(() -> false, Duration.ofSeconds(20), MINUTE);
        }
        assertThat(ledger.metrics().backlog("ops")).isEqualTo(60);
        ops.answering(Answer.delivered());
        ledger.moveUntil(() -> ledger.deliveries().size() == 60, Duration.ofSeconds(10), Duration.ofMinutes(10));

        assertThat(ledger.deliveries().stream().map(Delivery::notification)).isEqualTo(ids);
        assertThat(mentioned()).isEqualTo(ids.stream().map(id -> "T" + id).toList());
        // The first may have arrived, so it goes as it was; the others go together.
        assertThat(ops.taken()).hasSize(2);
        assertThat(ledger.metrics().backlog("ops")).isZero();
    }

    @Test
    void what_ended_before_it_could_be_posted_is_counted_and_its_end_is_told() throws Exception {
        ops.answering(Answer.retry("HTTP status 503"));
        ledger.add(first("1", "ops", NINE));
        ledger.add(notification("2", "ops", NINE.plusSeconds(60), NoticeReason.ALL_RESOLVED, alert("T1", NINE, true)));
        ledger.move(Duration.ofMillis(100));
        ops.answering(Answer.delivered());
        ledger.moveUntil(() -> ledger.deliveries().size() == 2, Duration.ofSeconds(5), MINUTE);

        assertThat(ops.taken().stream().map(told -> told.message().kind()))
                .containsExactly(Message.Kind.OVERDUE, Message.Kind.ALERT);
        assertThat(ledger.ids(Delivery.Outcome.OVERDUE)).containsExactly("1");
        assertThat(ledger.ids(Delivery.Outcome.DELIVERED)).containsExactly("2");
        assertThat(deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).isEqualTo("overdue"));
    }

    @Test
    void a_start_on_an_old_backlog_posts_one_summary_and_keeps_a_record_of_each() throws Exception {
        for (int i = 0; i < 500; i++) {
            ledger.add(first("old" + i, "ops", NINE.minus(Duration.ofDays(20)).plusSeconds(i)));
        }
        ledger.add(first("new", "ops", NINE));
        ledger.moveUntil(() -> ledger.deliveries().size() == 501, Duration.ofSeconds(1), MINUTE);

        assertThat(ops.taken()).hasSize(3);
        assertThat(ops.taken().get(1).message().kind()).isEqualTo(Message.Kind.OVERDUE);
        Message summary = ops.taken().get(1).message();
        assertThat(summary.alerts().size() + summary.more()).isEqualTo(499);
        assertThat(ops.taken().get(2).message().id()).isEqualTo("new");
        assertThat(deadLetters()).hasSize(500);
    }

    @Test
    void what_a_receiver_asks_to_wait_is_waited() throws Exception {
        ops.answering(Answer.retry("DingTalk errcode 130101", Duration.ofMinutes(10)));
        add(1, 2);
        ledger.move(Duration.ofSeconds(1));
        assertThat(ops.asked()).hasSize(1);
        ledger.moveUntil(() -> false, Duration.ofSeconds(30), Duration.ofSeconds(560));
        assertThat(ops.asked()).hasSize(1);
        ops.answering(Answer.delivered());
        ledger.moveUntil(() -> ledger.deliveries().size() == 2, Duration.ofSeconds(5), MINUTE);
        assertThat(ops.ids()).containsExactly("1", "2");
    }

    @Test
    void the_end_changes_the_message_in_place_and_a_reminder_is_a_new_one() throws Exception {
        ops.answering(new Answer.Delivered("ref-1"));
        ledger.add(first("1", "ops", NINE));
        ledger.move(MINUTE);
        ledger.add(notification("2", "ops", NINE, NoticeReason.REPEAT, alert("T1", NINE, false)));
        ledger.move(MINUTE);
        ledger.add(notification("3", "ops", NINE.plusSeconds(60), NoticeReason.ALL_RESOLVED, alert("T1", NINE, true)));
        ledger.move(MINUTE);
        assertThat(ops.taken().stream().map(told -> told.message().previous())).containsExactly(null, null, "ref-1");
    }

    @Test
    void a_message_that_is_gone_is_told_as_a_new_one() throws Exception {
        ops.answering(new Answer.Delivered("ref-1"));
        ledger.add(first("1", "ops", NINE));
        ledger.move(MINUTE);
        ops.answering(Answer.gone("message_not_found"));
        ledger.add(notification("2", "ops", NINE.plusSeconds(60), NoticeReason.ALL_RESOLVED, alert("T1", NINE, true)));
        ledger.move(Duration.ofMillis(50));
        ops.answering(Answer.delivered());
        ledger.move(MINUTE);
        assertThat(ops.asked().stream().map(told -> told.message().previous())).contains("ref-1");
        assertThat(ops.taken().get(1).message().previous()).isNull();
        assertThat(ledger.ids(Delivery.Outcome.DELIVERED)).containsExactly("1", "2");
    }

    @Test
    void a_crash_repeats_what_was_posted_since_the_checkpoint_under_the_same_id_and_nothing_else() throws Exception {
        int repeats = 0;
        for (int round = 0; round < 50; round++) {
            int before = ops.taken().size();
            List<String> ids = add(round * 10, 2);
            OperatorSubtaskState checkpoint = ledger.snapshot();
            ledger.move(Duration.ofMillis(25 * (round % 4)));
            List<String> lost = ops.ids().subList(before, ops.taken().size());
            repeats += lost.size();
            ledger.close();
            ledger = LedgerHarness.restore(List.of(OPS), receiver -> ops, ledger.now(), checkpoint);
            ledger.move(Duration.ofSeconds(1));
            List<String> all = ops.ids().subList(before, ops.taken().size());
            assertThat(all.subList(0, lost.size())).isEqualTo(lost);
            assertThat(all.subList(lost.size(), all.size())).isEqualTo(ids);
        }
        // Two a round at most: as many as can be posted between two checkpoints.
        assertThat(repeats).isBetween(1, 100);
        assertThat(ops.taken()).hasSize(100 + repeats);
    }

    @Test
    void an_attempt_that_was_under_way_in_the_checkpoint_is_counted() throws Exception {
        ops.answering(message -> new CompletableFuture<>());
        add(1, 1);
        ledger.move(Duration.ofMillis(25));
        OperatorSubtaskState checkpoint = ledger.snapshot();
        ledger.close();
        ops.answering(Answer.delivered());
        ledger = LedgerHarness.restore(List.of(OPS), receiver -> ops, ledger.now(), checkpoint);
        ledger.move(MINUTE);
        assertThat(ops.ids()).containsExactly("1");
        assertThat(ledger.metrics().possibleRepeats()).isEqualTo(1);
    }

    @Test
    void a_receiver_that_left_the_settings_leaves_dead_letters() throws Exception {
        ledger.add(first("1", "former", NINE));
        ledger.move(MINUTE);
        assertThat(deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.message()).contains("not in the settings any more"));
    }

    @Test
    void a_receiver_with_another_address_and_rate_is_told_by_those_what_it_was_not_told_before() throws Exception {
        ops.answering(Answer.retry("HTTP status 503"));
        add(1, 3);
        ledger.move(Duration.ofSeconds(1));
        OperatorSubtaskState checkpoint = ledger.snapshot();
        ledger.close();
        RecordingTeller moved = new RecordingTeller();
        HookReceiver slower = LedgerHarness.receiver("ops", "webhook", "1/10m");
        ledger = LedgerHarness.restore(List.of(slower), receiver -> moved, ledger.now(), checkpoint);
        ledger.moveUntil(() -> ledger.deliveries().size() == 3, Duration.ofSeconds(20), Duration.ofMinutes(30));

        assertThat(ops.taken()).isEmpty();
        assertThat(moved.ids()).containsExactly("1", "2", "3");
        assertThat(Duration.between(
                        moved.taken().get(0).at(), moved.taken().get(1).at()))
                .isGreaterThan(Duration.ofMinutes(9));
    }

    @Test
    void a_secret_that_is_missing_is_named_with_its_receiver_when_the_job_starts() {
        HookReceiver slack = LedgerHarness.receiver("care team", "slack", null);
        assertThatThrownBy(() -> LedgerHarness.open(
                        List.of(slack), receiver -> Messenger.to(receiver.name(), receiver.settings(), name -> null)))
                .hasMessageContaining("Receiver \"care team\" (slack)")
                .hasMessageContaining("HOOK_URL, which is not set");
    }

    private List<String> add(int from, int count) throws Exception {
        List<String> ids =
                IntStream.range(from, from + count).mapToObj(String::valueOf).toList();
        for (String id : ids) {
            Instant at = ledger.now();
            ledger.add(first(id, "ops", at.isBefore(NINE.plusSeconds(180)) ? NINE : at));
        }
        return ids;
    }

    private List<String> mentioned() {
        return ops.taken().stream()
                .flatMap(told -> told.alerts().stream())
                .distinct()
                .toList();
    }

    private List<DeadLetter> deadLetters() {
        List<DeadLetter> letters = new ArrayList<>();
        Collector<DeadLetter> out = new Collector<>() {
            @Override
            public void collect(DeadLetter letter) {
                letters.add(letter);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        ledger.deliveries().forEach(delivery -> new DeliveryDeadLetters().flatMap(delivery, out));
        return letters;
    }
}
