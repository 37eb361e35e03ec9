package io.satisflow.local.delivery;

import io.satisflow.local.broker.EmbeddedBroker;
import io.satisflow.local.delivery.ToldTool.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Kills the whole process that delivers, {@code kill -9}, between a POST and the next checkpoint, again and again, and counts
 * what is posted twice. Every other time it dies before its POST is answered, else some moments after.
 */
public final class DeliveryKills {
    private static final int PER_SECOND = 20;

    /** What the last life tells besides: half a minute of it. Until then there is no end, however slow the machine is. */
    private static final int BEYOND = 600;

    private static final int LONGEST_LIFE = 30;
    private static final int CHECKPOINT_MILLIS = 1000;
    private static final long PATIENCE_SECONDS = 600;

    private final int kills;
    private final Random random;

    public DeliveryKills(int kills, long seed) {
        this.kills = kills;
        this.random = new Random(seed);
    }

    /**
     * @param folder a fresh one
     * @param each hears of every kill, without what was repeated after it
     * @throws IllegalStateException when a process does not come to life again
     */
    public KillReckoning run(Path folder, Consumer<Integer> each) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<Long> killedAt = new ArrayList<>();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
                ToldTool tool = new ToldTool()) {
            String brokers = broker.clientProperties().getOrDefault("bootstrap.servers", "");
            for (int life = 0; life < kills; life++) {
                killedAt.add(liveAndDie(tool, folder, life % 2 == 0, job(brokers, Integer.MAX_VALUE, tool)));
                each.accept(life + 1);
            }
            int alerts = told(tool) + BEYOND;
            liveOn(tool, folder, alerts, job(brokers, alerts, tool));
            // What was on its way when the last process died may be numbered higher.
            return KillReckoning.of(tool.posts(), killedAt, Math.max(alerts, told(tool)));
        }
    }

    private static String[] job(String brokers, int alerts, ToldTool tool) {
        return new String[] {brokers, String.valueOf(PER_SECOND), String.valueOf(alerts), "tool=" + tool.address()};
    }

    /** How many there are up to the highest number that was told. */
    private static int told(ToldTool tool) {
        return 1
                + tool.posts().stream()
                        .flatMap(post -> post.alerts().stream())
                        .mapToInt(ToldTool.Told::number)
                        .max()
                        .orElse(-1);
    }

    private long liveAndDie(ToldTool tool, Path folder, boolean unanswered, String[] job)
            throws IOException, InterruptedException {
        int life = 1 + random.nextInt(LONGEST_LIFE);
        int wait = unanswered ? 0 : random.nextInt(CHECKPOINT_MILLIS);
        CountDownLatch posts = new CountDownLatch(life);
        CountDownLatch dead = new CountDownLatch(1);
        Consumer<Post> listener = post -> {
            post.alerts().forEach(told -> posts.countDown());
            if (unanswered && posts.getCount() == 0) {
                await(dead);
            }
        };
        tool.listen(listener);
        Process process = DeliveryTrialProcess.start(folder, job);
        try {
            if (!posts.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "Nothing was told for %d s; see %s".formatted(PATIENCE_SECONDS, folder.resolve("process.log")));
            }
            boolean ended = process.waitFor(wait, TimeUnit.MILLISECONDS);
            if (ended) {
                throw new IllegalStateException("It ended by itself; see " + folder.resolve("process.log"));
            }
            process.destroyForcibly().waitFor();
            return System.nanoTime();
        } finally {
            process.destroyForcibly().waitFor();
            dead.countDown();
            tool.forget(listener);
        }
    }

    private static void await(CountDownLatch dead) {
        try {
            boolean ignored = dead.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void liveOn(ToldTool tool, Path folder, int alerts, String[] job)
            throws IOException, InterruptedException {
        CountDownLatch last = new CountDownLatch(1);
        Consumer<Post> listener = post -> {
            if (post.alerts().stream().anyMatch(told -> told.number() == alerts - 1)) {
                last.countDown();
            }
        };
        tool.listen(listener);
        Process process = DeliveryTrialProcess.start(folder, job);
        try {
            boolean ignored = last.await(PATIENCE_SECONDS + alerts / PER_SECOND, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly().waitFor();
            tool.forget(listener);
        }
    }
}
