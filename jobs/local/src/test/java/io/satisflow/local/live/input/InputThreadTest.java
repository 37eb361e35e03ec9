package io.satisflow.local.live.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an input says of itself to the clock of intake, which lets no time pass that it has not delivered. */
class InputThreadTest {
    private static final long NOON = 1_767_614_400_000L;
    private static final long NEVER = Long.MIN_VALUE;

    private final AtomicLong clock = new AtomicLong(NOON);
    private final Delivered delivered = new Delivered();
    private final Look look = new Look();
    private final InputThread thread = new InputThread(
            new LiveInput("helpdesk", Optional.of(Path.of("feed.jsonl"))), look, delivered, clock::get, notice -> {});

    @AfterEach
    void stop() throws Exception {
        look.then(() -> 0);
        thread.stop();
    }

    @Test
    void what_was_read_is_delivered_when_the_broker_has_it() {
        look.then(this::oneLine);
        await().until(() -> look.taken.get() == 1);
        assertThat(thread.deliveredUntil()).isEqualTo(NEVER);

        delivered.acknowledged();
        await().until(() -> thread.deliveredUntil() == NOON);
    }

    @Test
    void a_reader_that_gets_no_turn_is_at_its_last_look() {
        look.then(() -> 0);
        await().until(() -> thread.deliveredUntil() == NOON);
        clock.set(NOON + 20_000);

        assertThat(thread.deliveredUntil()).isEqualTo(NOON);
        look.then(() -> 0);
        look.then(() -> 0);
        await().until(() -> thread.deliveredUntil() == NOON + 20_000);
    }

    @Test
    void a_reader_that_has_failed_is_waited_for_until_the_run_ends() {
        look.then(() -> {
            delivered.sending();
            throw new LiveException("The broker refused a record", new IOException());
        });
        await().untilAsserted(() -> assertThatThrownBy(thread::requireRunning).isInstanceOf(LiveException.class));
        clock.set(NOON + 90_000);

        assertThat(thread.deliveredUntil()).isEqualTo(NEVER);
    }

    @Test
    void a_file_that_cannot_be_read_is_waited_for_a_minute_long() {
        look.then(() -> 0);
        await().until(() -> thread.deliveredUntil() == NOON);
        clock.set(NOON + 50_000);
        look.then(Look::unreadable);
        look.then(Look::unreadable);
        await().until(() -> look.taken.get() == 3);
        assertThat(thread.deliveredUntil()).isLessThan(NOON + 50_000);

        clock.set(NOON + 70_000);
        look.then(Look::unreadable);
        look.then(Look::unreadable);
        await().until(() -> thread.deliveredUntil() == NOON + 70_000);
    }

    private int oneLine() {
        delivered.sending();
        return 1;
    }

    private interface Step {
        int advance() throws IOException;
    }

    /** Looks when it is told to, as a thread does that gets a turn now and then. */
    private static final class Look implements InputReader {
        private static final Duration NEXT = Duration.ofSeconds(30);

        private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
        private final AtomicLong taken = new AtomicLong();

        void then(Step step) {
            steps.add(step);
        }

        static int unreadable() throws IOException {
            throw new IOException("the network is away");
        }

        @Override
        public int advance() throws IOException {
            try {
                Step step = steps.poll(NEXT.toSeconds(), TimeUnit.SECONDS);
                if (step == null) {
                    return 0;
                }
                taken.incrementAndGet();
                return step.advance();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }

        @Override
        public boolean hasReadAll() {
            return true;
        }
    }
}
