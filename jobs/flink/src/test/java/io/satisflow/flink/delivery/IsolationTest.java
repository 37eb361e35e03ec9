package io.satisflow.flink.delivery;

import static io.satisflow.flink.delivery.LedgerHarness.NINE;
import static io.satisflow.flink.delivery.LedgerHarness.first;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.courier.Teller;
import io.satisflow.hook.Answer;
import io.satisflow.hook.HookReceiver;
import io.satisflow.hook.content.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One receiver is in trouble for half an hour while another works. */
class IsolationTest {
    private static final Duration OUTAGE = Duration.ofMinutes(30);
    private static final HookReceiver HEALTHY = LedgerHarness.receiver("healthy", "webhook", null);
    private static final HookReceiver TROUBLED = LedgerHarness.receiver("troubled", "webhook", null);

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of("answers 503", done(Answer.retry("HTTP status 503"))),
                Arguments.of("resets", done(Answer.retry("SocketException"))),
                Arguments.of("does not resolve", done(Answer.retry("its name is not known to the network"))),
                // What hangs or drips ends with the deadline, which the courier keeps; until then nothing is known.
                Arguments.of(
                        "hangs", (Function<Message, CompletableFuture<Answer>>) message -> new CompletableFuture<>()));
    }

    private static Function<Message, CompletableFuture<Answer>> done(Answer answer) {
        return message -> CompletableFuture.completedFuture(answer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void the_other_is_told_as_fast_as_ever_and_nothing_is_lost(
            String what, Function<Message, CompletableFuture<Answer>> trouble) throws Exception {
        List<Duration> alone = healthyDelays(new ArrayList<>(), new RecordingTeller(), new RecordingTeller());
        RecordingTeller troubled = new RecordingTeller();
        List<CompletableFuture<Answer>> hanging = new ArrayList<>();
        troubled.answering(message -> {
            CompletableFuture<Answer> answer = trouble.apply(message);
            hanging.add(answer);
            return answer;
        });
        RecordingTeller healthy = new RecordingTeller();

        List<Duration> beside = healthyDelays(hanging, healthy, troubled);

        assertThat(beside).hasSize(alone.size()).isEqualTo(alone);
    }

    /** How long each took that came every ten seconds for half an hour, and that the other then gets all of its own. */
    private static List<Duration> healthyDelays(
            List<CompletableFuture<Answer>> hanging, RecordingTeller healthy, RecordingTeller troubled)
            throws Exception {
        Teller.Factory tellers = receiver -> receiver.name().equals("healthy") ? healthy : troubled;
        try (LedgerHarness ledger = LedgerHarness.open(List.of(HEALTHY, TROUBLED), tellers)) {
            List<String> ids = new ArrayList<>();
            Instant end = NINE.plus(OUTAGE);
            while (ledger.now().isBefore(end)) {
                String id = "%04d".formatted(ids.size());
                ids.add(id);
                ledger.add(first("h" + id, "healthy", ledger.now()));
                ledger.add(first("t" + id, "troubled", ledger.now()));
                ledger.move(Duration.ofSeconds(10));
                end(hanging);
            }
            troubled.answering(Answer.delivered());
            end(hanging);
            ledger.moveUntil(
                    () -> ledger.deliveries().size() == 2 * ids.size(), Duration.ofSeconds(1), Duration.ofMinutes(15));

            List<String> told = ledger.deliveries().stream()
                    .filter(delivery -> delivery.receiver().equals("troubled"))
                    .map(Delivery::notification)
                    .toList();
            assertThat(told).isEqualTo(ids.stream().map(id -> "t" + id).toList());
            List<String> mentioned = troubled.taken().stream()
                    .flatMap(taken -> taken.alerts().stream())
                    .toList();
            assertThat(mentioned).doesNotHaveDuplicates().hasSize(ids.size());
            return healthy.taken().stream()
                    .map(taken -> Duration.between(taken.message().at(), taken.at()))
                    .toList();
        }
    }

    private static void end(List<CompletableFuture<Answer>> hanging) {
        hanging.forEach(answer -> answer.complete(Answer.retry("no complete response within 15 s")));
        hanging.clear();
    }
}
