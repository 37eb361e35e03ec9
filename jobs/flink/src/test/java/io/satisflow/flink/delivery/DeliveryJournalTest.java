package io.satisflow.flink.delivery;

import static io.satisflow.flink.delivery.LedgerHarness.NINE;
import static io.satisflow.flink.delivery.LedgerHarness.first;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.hook.Answer;
import io.satisflow.hook.HookReceiver;
import io.satisflow.hook.content.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a crash repeats when what was posted is noted outside of checkpoints. */
class DeliveryJournalTest {
    private static final HookReceiver OPS = LedgerHarness.receiver("ops", "webhook", "600/1m");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final RecordingTeller ops = new RecordingTeller();
    private final List<byte[]> lines = new ArrayList<>();
    private LedgerHarness ledger;

    @BeforeEach
    void open() throws Exception {
        ledger = started(NINE, null);
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    @Test
    void what_was_posted_since_the_checkpoint_is_not_posted_again() throws Exception {
        add(1, 3, NINE);
        OperatorSubtaskState checkpoint = ledger.snapshot();
        ledger.move(SECOND);
        add(4, 3, NINE);
        ledger.move(SECOND);
        assertThat(ops.ids()).containsExactly("1", "2", "3", "4", "5", "6");

        crash(checkpoint);
        add(4, 4, NINE);
        ledger.move(SECOND);

        assertThat(ops.ids()).containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(ledger.ids(Delivery.Outcome.DELIVERED)).containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(ledger.metrics().possibleRepeats()).isZero();
    }

    @Test
    void the_message_that_was_under_way_goes_again_as_it_was_once_all_of_it_has_come_again() throws Exception {
        OperatorSubtaskState checkpoint = ledger.snapshot();
        ops.answering(message -> message.kind() == Message.Kind.DIGEST
                ? new CompletableFuture<>()
                : CompletableFuture.completedFuture(Answer.delivered()));
        add(1, 20, NINE);
        ledger.move(SECOND);
        assertThat(asked()).hasSize(2);
        String digest = asked().get(1);

        crash(checkpoint);
        ops.answering(Answer.delivered());
        add(1, 12, NINE);
        ledger.move(SECOND);
        assertThat(asked()).hasSize(2);
        add(13, 8, NINE);
        ledger.move(SECOND);
        add(21, 1, NINE);
        ledger.move(SECOND);

        assertThat(asked()).containsExactly("1", digest, digest, "21");
        assertThat(ledger.metrics().possibleRepeats()).isEqualTo(1);
    }

    @Test
    void what_does_not_come_again_is_not_waited_for_for_ever() throws Exception {
        OperatorSubtaskState checkpoint = ledger.snapshot();
        ops.answering(message -> message.kind() == Message.Kind.DIGEST
                ? new CompletableFuture<>()
                : CompletableFuture.completedFuture(Answer.delivered()));
        add(1, 20, NINE);
        ledger.move(SECOND);

        crash(checkpoint);
        ops.answering(Answer.delivered());
        add(1, 3, NINE);
        ledger.move(Duration.ofMinutes(1));

        assertThat(ledger.ids(Delivery.Outcome.DELIVERED)).containsExactly("1", "2", "3");
    }

    @Test
    void a_summary_of_what_came_too_late_is_not_repeated_and_each_has_its_record_again() throws Exception {
        OperatorSubtaskState checkpoint = ledger.snapshot();
        Instant old = NINE.minus(Duration.ofDays(20));
        add(1, 30, old);
        ledger.move(SECOND);
        List<String> before = List.copyOf(asked());

        crash(checkpoint);
        add(1, 30, old);
        ledger.move(SECOND);

        assertThat(asked()).isEqualTo(before);
        assertThat(ledger.ids(Delivery.Outcome.OVERDUE)).hasSize(30);
    }

    @Test
    void lines_of_somebody_else_are_no_entries() throws Exception {
        lines.add("hello".getBytes(StandardCharsets.UTF_8));
        lines.add("{\"receiver\": \"ops\"}".getBytes(StandardCharsets.UTF_8));
        lines.add("null".getBytes(StandardCharsets.UTF_8));

        crash(null);
        add(1, 1, NINE);
        ledger.move(SECOND);

        assertThat(ops.ids()).containsExactly("1");
    }

    private void crash(@Nullable OperatorSubtaskState checkpoint) throws Exception {
        ledger.close();
        ledger = started(ledger.now(), checkpoint);
    }

    private LedgerHarness started(Instant at, @Nullable OperatorSubtaskState checkpoint) throws Exception {
        return LedgerHarness.restore(List.of(OPS), receiver -> ops, Lines::new, at, checkpoint);
    }

    private void add(int from, int count, Instant at) throws Exception {
        for (int id : IntStream.range(from, from + count).toArray()) {
            ledger.add(first(String.valueOf(id), "ops", at));
        }
    }

    private List<String> asked() {
        return ops.asked().stream().map(told -> told.message().id()).toList();
    }

    /** A topic that survives every crash. */
    private final class Lines implements DeliveryJournal {
        @Override
        public List<JournalEntry> read() {
            return lines.stream()
                    .map(JournalEntry::ofJson)
                    .flatMap(entry -> entry.stream())
                    .toList();
        }

        @Override
        public CompletableFuture<Void> note(JournalEntry entry) {
            lines.add(entry.toJson());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            // The next run reads on.
        }
    }
}
