package io.satisflow.local.delivery;

import io.satisflow.local.broker.EmbeddedBroker;
import io.satisflow.local.cluster.EmbeddedCluster;
import io.satisflow.local.delivery.TroubledTool.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Two deliveries at the same time, in the same process, on the same load: one has a receiver that works, and no other; one has
 * such a receiver beside five in trouble. So whatever else the machine does, it does to both. Then the troubled are healed.
 */
public final class IsolationTrial {
    private static final String WORKS = "works";
    private static final int WORKING_PER_SECOND = 10;
    private static final int TROUBLED_PER_SECOND = 1;
    private static final int LOOK_MILLIS = 200;
    /** From the last attempt in trouble until the next: five minutes, a quarter more, and the deadline. */
    private static final Duration HEALING = Duration.ofMinutes(8);

    /** Of those told, so many came first, while classes were loaded and code was compiled: they tell of neither receiver. */
    private static final double WARMING_UP = 0.2;

    private final Duration trouble;

    public IsolationTrial(Duration trouble) {
        this.trouble = trouble;
    }

    /** Delays in milliseconds, from when a notification was made until the receiver had it. */
    public record Delays(int count, double p50, double p99, double longest) {
        static Delays of(List<ToldTool.Post> posts) {
            List<Long> sorted = new ArrayList<>();
            posts.stream()
                    .skip(Math.round(posts.size() * WARMING_UP))
                    .forEach(post -> post.alerts().forEach(told -> sorted.add(told.delayNanos())));
            Collections.sort(sorted);
            return sorted.isEmpty()
                    ? new Delays(0, 0, 0, 0)
                    : new Delays(sorted.size(), at(sorted, 0.5), at(sorted, 0.99), sorted.get(sorted.size() - 1) / 1e6);
        }

        private static double at(List<Long> sorted, double share) {
            return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size()))) / 1e6;
        }
    }

    /**
     * What a receiver in trouble cost.
     *
     * @param attempts while it was in trouble
     * @param lost never told after it was healed
     */
    public record Troubled(String what, int attempts, int sent, int lost, int twice, int disordered) {}

    public record Outcome(Delays alone, Delays beside, List<Troubled> troubled) {
        public double ratio() {
            return alone.p99() == 0 ? 1 : beside.p99() / alone.p99();
        }

        public boolean losesNothing() {
            return troubled.stream().allMatch(one -> one.lost() == 0 && one.disordered() == 0);
        }
    }

    /** @param folder a fresh one */
    public Outcome run(Path folder) throws Exception {
        Map<Trouble, TroubledTool> tools = new EnumMap<>(Trouble.class);
        for (Trouble kind : Trouble.values()) {
            tools.put(kind, new TroubledTool(kind));
        }
        Path checkpoints = folder.resolve("checkpoints");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
                ToldTool alone = new ToldTool();
                ToldTool beside = new ToldTool();
                EmbeddedCluster cluster = EmbeddedCluster.start(checkpoints, 1, 2, notice -> {})) {
            NotificationLoad turns = new NotificationLoad(turns());
            int besidePerSecond = WORKING_PER_SECOND + TROUBLED_PER_SECOND * (Trouble.values().length + 1);
            long count = trouble.toSeconds() * besidePerSecond;
            String brokers = broker.clientProperties().getOrDefault("bootstrap.servers", "");
            cluster.submit(
                    "alone",
                    DeliveryTrialJob::main,
                    brokers,
                    String.valueOf(WORKING_PER_SECOND),
                    String.valueOf(trouble.toSeconds() * WORKING_PER_SECOND),
                    WORKS + "=" + alone.address());
            List<String> arguments =
                    new ArrayList<>(List.of(brokers, String.valueOf(besidePerSecond), String.valueOf(count)));
            turns.receivers().forEach(name -> arguments.add(name + "=" + address(name, beside, tools)));
            cluster.submit("beside", DeliveryTrialJob::main, arguments.toArray(String[]::new));
            Thread.sleep(trouble.toMillis());
            tools.values().forEach(TroubledTool::heal);
            awaitHealing(cluster, tools, turns, count);
            return new Outcome(
                    Delays.of(alone.posts()),
                    Delays.of(beside.posts()),
                    tools.entrySet().stream()
                            .map(entry ->
                                    troubled(entry.getKey(), entry.getValue(), sent(turns, entry.getKey(), count)))
                            .toList());
        } finally {
            for (TroubledTool tool : tools.values()) {
                tool.close();
            }
        }
    }

    /** Whose turn it is, within a second. */
    private static List<String> turns() {
        List<String> turns = new ArrayList<>(Collections.nCopies(WORKING_PER_SECOND, WORKS));
        for (Trouble kind : Trouble.values()) {
            turns.addAll(Collections.nCopies(TROUBLED_PER_SECOND, name(kind)));
        }
        turns.add("unknown-name");
        return turns;
    }

    private static String name(Trouble kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String address(String name, ToldTool works, Map<Trouble, TroubledTool> tools) {
        return tools.entrySet().stream()
                .filter(entry -> name(entry.getKey()).equals(name))
                .map(entry -> entry.getValue().address())
                .findFirst()
                .orElse(name.equals(WORKS) ? works.address() : "http://does-not-resolve.invalid/");
    }

    private static List<String> sent(NotificationLoad turns, Trouble kind, long count) {
        return LongStream.range(0, count)
                .filter(number -> turns.receiver(number).equals(name(kind)))
                .mapToObj(number -> "A" + number)
                .toList();
    }

    private static void awaitHealing(
            EmbeddedCluster cluster, Map<Trouble, TroubledTool> tools, NotificationLoad turns, long count)
            throws InterruptedException {
        long until = System.nanoTime() + HEALING.toNanos();
        while (System.nanoTime() < until
                && !tools.entrySet().stream()
                        .allMatch(entry -> new HashSet<>(entry.getValue().told())
                                .containsAll(sent(turns, entry.getKey(), count)))) {
            cluster.requireRunning();
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static Troubled troubled(Trouble kind, TroubledTool tool, List<String> sent) {
        List<String> told = tool.told();
        List<String> first = told.stream().distinct().toList();
        int disordered = 0;
        for (int i = 1; i < first.size(); i++) {
            disordered += sent.indexOf(first.get(i)) < sent.indexOf(first.get(i - 1)) ? 1 : 0;
        }
        return new Troubled(
                name(kind).replace('-', ' '),
                tool.attempts(),
                sent.size(),
                sent.size() - first.size(),
                told.size() - first.size(),
                disordered);
    }
}
