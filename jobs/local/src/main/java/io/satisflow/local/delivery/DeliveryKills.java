package io.satisflow.local.delivery;

import io.satisflow.local.broker.EmbeddedBroker;
import io.satisflow.local.delivery.ToldTool.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Kills the whole process that delivers, {@code kill -9}, between a POST and the next checkpoint, again and again, and counts
 * what is posted twice. Every other time it dies before its POST is answered, else some moments after.
 */
public final class DeliveryKills {
    private static final int PER_SECOND = 20;
    private static final int A_LIFE = 50;
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
     * What one kill cost.
     *
     * @param told alerts in the life that it ended
     * @param repeated of all that were told before, those that were told again after it
     * @param oldestMillis how long before the kill the first of them was told
     */
    public record Kill(int told, int repeated, long oldestMillis) {}

    /**
     * @param alerts in all
     * @param lost never told
     * @param renamed told again under another Idempotency-Key
     * @param disordered told for the first time after one that came behind it
     */
    public record Outcome(int alerts, List<Kill> kills, int lost, int renamed, int disordered) {
        public boolean holds() {
            return lost == 0 && renamed == 0 && disordered == 0;
        }

        public int repeated() {
            return kills.stream().mapToInt(Kill::repeated).sum();
        }
    }

    /**
     * @param folder a fresh one
     * @param each hears of every kill, without what was repeated after it
     * @throws IllegalStateException when a process does not come to life again
     */
    public Outcome run(Path folder, Consumer<Integer> each) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int alerts = (kills + 1) * A_LIFE;
        List<Long> killedAt = new ArrayList<>();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
                ToldTool tool = new ToldTool()) {
            String brokers = broker.clientProperties().getOrDefault("bootstrap.servers", "");
            String[] job = {brokers, String.valueOf(PER_SECOND), String.valueOf(alerts), "tool=" + tool.address()};
            for (int life = 0; life < kills; life++) {
                killedAt.add(liveAndDie(tool, folder, life % 2 == 0, job));
                each.accept(life + 1);
            }
            liveOn(tool, folder, alerts, job);
            return outcome(tool.told(), killedAt, alerts);
        }
    }

    private long liveAndDie(ToldTool tool, Path folder, boolean unanswered, String[] job)
            throws IOException, InterruptedException {
        int life = 1 + random.nextInt(LONGEST_LIFE);
        int wait = unanswered ? 0 : random.nextInt(CHECKPOINT_MILLIS);
        CountDownLatch posts = new CountDownLatch(life);
        CountDownLatch dead = new CountDownLatch(1);
        Consumer<Told> listener = told -> {
            posts.countDown();
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
        Consumer<Told> listener = told -> {
            if (number(told) == alerts - 1) {
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

    private static int number(Told told) {
        return Integer.parseInt(told.alert().substring(1));
    }

    private static Outcome outcome(List<Told> told, List<Long> killedAt, int alerts) {
        Map<String, Told> first = new TreeMap<>();
        Map<Integer, Integer> lives = new HashMap<>();
        Map<Integer, Integer> repeated = new HashMap<>();
        Map<Integer, Long> oldest = new HashMap<>();
        int renamed = 0;
        int disordered = 0;
        int newest = -1;
        for (Told one : told) {
            int life = lifeOf(one, killedAt);
            lives.merge(life, 1, Integer::sum);
            Told before = first.putIfAbsent(one.alert(), one);
            if (before == null) {
                disordered += number(one) < newest ? 1 : 0;
                newest = Math.max(newest, number(one));
            } else {
                renamed += before.key().equals(one.key()) ? 0 : 1;
                repeated.merge(life - 1, 1, Integer::sum);
                long kill = killedAt.get(Math.max(0, life - 1));
                oldest.merge(life - 1, (kill - before.atNanos()) / 1_000_000, Math::max);
            }
        }
        List<Kill> kills = new ArrayList<>();
        for (int life = 0; life < killedAt.size(); life++) {
            kills.add(new Kill(
                    lives.getOrDefault(life, 0), repeated.getOrDefault(life, 0), oldest.getOrDefault(life, 0L)));
        }
        return new Outcome(alerts, kills, alerts - first.size(), renamed, disordered);
    }

    /** How many kills came before. */
    private static int lifeOf(Told told, List<Long> killedAt) {
        return (int) killedAt.stream().filter(kill -> kill < told.atNanos()).count();
    }
}
