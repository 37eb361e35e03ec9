package io.satisflow.local.live.input;

import io.satisflow.flink.intake.ReadersAtHand;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** All that is read into the raw topics by this process. */
public final class LiveInputs implements ReadersAtHand.Reader, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final String PLACE_LOST =
            "%s no longer holds the line that was read last, nor does a rotated file beside it. It is read from its"
                    + " beginning; lines that went with the old one are missing.";

    private final RawTopics topics;
    private final Consumer<String> notices;
    private final RawTopicWriter writer;
    private final Instant listeningSince = Instant.now();
    private final List<InputThread> threads = new ArrayList<>();

    private volatile long listensUntil = Long.MAX_VALUE;
    private volatile boolean closed;

    private LiveInputs(RawTopics topics, Consumer<String> notices) {
        this.topics = topics;
        this.notices = notices;
        this.writer = new RawTopicWriter(topics.kafkaProperties());
    }

    /** Goes on where earlier runs have stopped. */
    public static LiveInputs start(List<LiveInput> inputs, RawTopics topics, Consumer<String> notices) {
        LiveInputs started = new LiveInputs(topics, notices);
        inputs.forEach(input -> started.threads.add(started.thread(input)));
        return started;
    }

    private InputThread thread(LiveInput input) {
        String topic = topics.of(input.channel());
        InputTarget target = InputTarget.of(input, topic, topics.partitions().of(topic), writer);
        return new InputThread(input, reader(input, target), target.delivered(), System::currentTimeMillis, notices);
    }

    private InputReader reader(LiveInput input, InputTarget target) {
        return input.file().isPresent()
                ? followed(input.file().get(), target)
                : new StandardInputReader(System.in, target);
    }

    private FileReader followed(Path path, InputTarget target) {
        Optional<FileLine> last = new LinesInTopic(topics.kafkaProperties()).last(target.partition(), path.toString());
        FollowedFile file = new FollowedFile(path, last, () -> notices.accept(PLACE_LOST.formatted(path)));
        return new FileReader(path.toString(), file, target);
    }

    /** Whether everything that is in the files has been passed on, as far as is known. */
    public boolean haveCaughtUp() {
        return threads.stream().allMatch(InputThread::hasCaughtUp);
    }

    @Override
    public long deliveredUntil() {
        return threads.stream().mapToLong(InputThread::deliveredUntil).reduce(listensUntil, Math::min);
    }

    /** From now on nothing is sure to be heard, so no time passes: what comes while a run ends is not late in the next one. */
    public void noMore() {
        listensUntil = Math.min(listensUntil, System.currentTimeMillis());
    }

    /** Whether what is there at the moment of the call has come to the broker; false while the broker is not there. */
    @Override
    public BooleanSupplier delivery() {
        long now = System.currentTimeMillis();
        CompletableFuture<Void> delivered = new CompletableFuture<>();
        Thread thread = new Thread(() -> deliver(now, delivered), "delivery of what is there");
        thread.setDaemon(true);
        thread.start();
        return delivered::isDone;
    }

    private void deliver(long epochMillis, CompletableFuture<Void> delivered) {
        try {
            while (!closed && deliveredUntil() < epochMillis) {
                Thread.sleep(POLL.toMillis());
            }
            while (!closed && !topics.areThere()) {
                Thread.sleep(POLL.toMillis());
            }
            delivered.complete(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Instant listeningSince() {
        return listeningSince;
    }

    /** Returns when the broker has all that was passed on. */
    public void flush() {
        writer.flush();
    }

    /** Lines read by this process. */
    public long lines() {
        return threads.stream().mapToLong(InputThread::lines).sum();
    }

    /** @throws RuntimeException when an input cannot go on */
    public void requireRunning() {
        threads.forEach(InputThread::requireRunning);
    }

    @Override
    public void close() throws InterruptedException {
        noMore();
        closed = true;
        for (InputThread thread : threads) {
            thread.stop();
        }
        writer.close();
    }
}
