package io.satisflow.flink.delivery;

import static io.satisflow.flink.delivery.LedgerHarness.NINE;
import static io.satisflow.flink.delivery.LedgerHarness.first;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.courier.Messenger;
import io.satisflow.flink.courier.Teller;
import io.satisflow.flink.courier.ToolServer;
import io.satisflow.flink.courier.ToolServer.Reply;
import io.satisflow.hook.Answer;
import io.satisflow.hook.HookReceiver;
import io.satisflow.hook.content.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thousand alerts in a minute, told to tools that take twenty messages a minute and block whoever sends more. */
class FloodTest {
    private static final Pattern TICKET = Pattern.compile("\\bT\\d{4}\\b");
    private static final int ALERTS = 1000;

    /** Counts by the ledger's own clock; blocked for ten minutes after too much. */
    private static final class LimitedTool implements AutoCloseable {
        private final Deque<Instant> minute = new ArrayDeque<>();
        private final Set<String> mentioned = new TreeSet<>();
        private final String tooFast;
        private final ToolServer server = ToolServer.keeping(this::take);
        private Instant now = NINE;
        private int blocks;

        LimitedTool(String tooFast) {
            this.tooFast = tooFast;
        }

        private Reply take(ToolServer.Request request) {
            minute.removeIf(at -> !at.isAfter(now.minus(Duration.ofMinutes(1))));
            if (minute.size() >= 20) {
                blocks++;
                return Reply.of(200, tooFast);
            }
            minute.add(now);
            Matcher ticket = TICKET.matcher(request.json().toString());
            while (ticket.find()) {
                mentioned.add(ticket.group());
            }
            return Reply.of(200, "{\"errcode\":0,\"code\":0}");
        }

        /** Real sockets under the test's clock: a moment of its time is as long as the exchange takes. */
        Teller teller(HookReceiver receiver) {
            Messenger messenger = Messenger.to(
                    receiver.name(),
                    receiver.settings(),
                    name -> server.url("/send?key=0123456789").toString(),
                    // However busy the machine is.
                    Duration.ofMinutes(2));
            return new Teller() {
                @Override
                public CompletableFuture<Answer> tell(Message message, Instant at) {
                    now = at;
                    return CompletableFuture.completedFuture(
                            messenger.tell(message, at).join());
                }

                @Override
                public void close() {
                    messenger.close();
                }
            };
        }

        @Override
        public void close() {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"dingtalk, '{\"errcode\":130101}'", "wecom, '{\"errcode\":45009}'", "feishu, '{\"code\":11232}'"})
    void a_flood_keeps_the_tools_limit_and_every_alert_is_mentioned(String hook, String tooFast) throws Exception {
        try (LimitedTool tool = new LimitedTool(tooFast);
                LedgerHarness ledger =
                        LedgerHarness.open(List.of(LedgerHarness.receiver("duty", hook, "20/1m")), tool::teller)) {
            for (int i = 0; i < ALERTS; i++) {
                ledger.add(first("%04d".formatted(i), "duty", ledger.now()));
                ledger.move(Duration.ofMillis(60));
            }
            ledger.moveUntil(() -> ledger.deliveries().size() == ALERTS, Duration.ofSeconds(1), Duration.ofMinutes(30));
            assertThat(tool.blocks).isZero();
            assertThat(tool.mentioned).hasSize(ALERTS);
            assertThat(ledger.deliveries()).hasSize(ALERTS).allMatch(Delivery::isTold);
            assertThat(tool.server.broken()).isEmpty();
        }
    }

    @Test
    void a_tool_that_blocks_all_the_same_is_left_alone_for_ten_minutes_and_then_told_all() throws Exception {
        try (LimitedTool tool = new LimitedTool("{\"errcode\":130101}");
                LedgerHarness ledger = LedgerHarness.open(
                        List.of(LedgerHarness.receiver("duty", "dingtalk", "200/1m")), tool::teller)) {
            for (int i = 0; i < 25; i++) {
                ledger.add(first("%04d".formatted(i), "duty", ledger.now()));
                ledger.move(Duration.ofMillis(100));
            }
            assertThat(tool.blocks).isEqualTo(1);
            ledger.moveUntil(() -> ledger.deliveries().size() == 25, Duration.ofSeconds(10), Duration.ofMinutes(15));
            assertThat(Duration.between(NINE, ledger.now())).isGreaterThan(Duration.ofMinutes(10));
            assertThat(tool.blocks).isEqualTo(1);
            assertThat(tool.mentioned).hasSize(25);
        }
    }
}
