package io.satisflow.wall.bench;

import com.sun.management.OperatingSystemMXBean;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.wall.WallOptions;
import io.satisflow.wall.access.Access;
import io.satisflow.wall.access.Links;
import io.satisflow.wall.http.WallServer;
import io.satisflow.wall.state.WallState;
import io.satisflow.wall.stream.Changes;
import io.satisflow.wall.stream.Streams;
import io.satisflow.wall.topics.TopicReader;
import io.satisflow.wall.topics.WallWriter;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Many viewers at one wall, some of which take nothing, while values change. The server is the real one; viewers are
 * connections of this process, whose thread is left out of the CPU that is told.
 */
public final class ViewersBench {
    /** About as many values as a wall keeps for its viewers, about as long as the row of a window. */
    private static final int KEYS = 60;

    private static final String PAD = "x".repeat(700);
    private static final int HEAP_SAMPLES = 5;

    private final Options options;

    public ViewersBench(Options options) {
        this.options = options;
    }

    /**
     * @param viewers that read what comes
     * @param stalled that read nothing
     * @param updates a second
     * @param warmUp before anything is counted
     */
    public record Options(int viewers, int stalled, int updates, Duration warmUp, Duration measured) {}

    /**
     * @param delays from a changed value until a viewer has it
     * @param cpu seconds of the server, of one core
     * @param heapMegabytes the least that was used in each fifth of the time: what collections leave
     * @param lost viewers whose connection ended although they read
     */
    public record Result(
            Delays delays, long updates, double seconds, double cpu, List<Double> heapMegabytes, int lost) {}

    public Result run() {
        Changes changes = new Changes();
        WallState state = new WallState();
        Links links = new Links();
        KafkaConnection nowhere =
                new KafkaConnection(Map.of("bootstrap.servers", "127.0.0.1:9"), new TopicNames("bench"));
        try (Streams streams = new Streams(changes, options.viewers() + options.stalled());
                WallWriter writer = new WallWriter(nowhere);
                WallServer server = new WallServer(
                        wallOptions(nowhere),
                        state,
                        new Access(List.of(), links),
                        changes,
                        streams,
                        new TopicReader(nowhere, state, links, () -> {}),
                        writer)) {
            server.start();
            URI address = URI.create(server.address());
            try (Viewers viewers = new Viewers(
                    new InetSocketAddress(address.getHost(), address.getPort()),
                    options.viewers(),
                    options.stalled())) {
                return measure(changes, viewers);
            }
        }
    }

    private static WallOptions wallOptions(KafkaConnection kafka) {
        return new WallOptions(
                kafka, WallOptions.LOOPBACK, 0, ZoneOffset.UTC, "en", List.of(), List.of(), WallOptions.VIEWERS, null);
    }

    private Result measure(Changes changes, Viewers viewers) {
        update(changes, options.warmUp(), new ArrayList<>());
        viewers.measure();
        long viewersBefore = threadNanos(viewers.threadId());
        long cpuBefore = processNanos();
        long began = System.nanoTime();
        List<Double> heap = new ArrayList<>();
        long updates = update(changes, options.measured(), heap);
        double seconds = (System.nanoTime() - began) / 1e9;
        double cpu = (processNanos() - cpuBefore - threadNanos(viewers.threadId()) + viewersBefore) / 1e9;
        return new Result(viewers.delays(), updates, seconds, cpu, heap, viewers.lost());
    }

    /** @param heap gets the least that was used in each fifth of the time; asking for collections would delay viewers */
    private long update(Changes changes, Duration life, List<Double> heap) {
        long began = System.nanoTime();
        long pause = 1_000_000_000L / options.updates();
        long next = began;
        long count = 0;
        double lowest = Double.MAX_VALUE;
        while (System.nanoTime() - began < life.toNanos()) {
            changes.put(
                    "key/" + count % KEYS,
                    "scores",
                    "{%s%d,\"pad\":\"%s\"}".formatted(Viewers.SENT, System.nanoTime(), PAD));
            count++;
            next += pause;
            LockSupport.parkNanos(next - System.nanoTime());
            lowest = Math.min(lowest, usedMegabytes());
            if (System.nanoTime() - began > life.toNanos() / HEAP_SAMPLES * (heap.size() + 1)) {
                heap.add(lowest);
                lowest = Double.MAX_VALUE;
            }
        }
        return count;
    }

    private static double usedMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    private static long threadNanos(long thread) {
        return Math.max(0, ManagementFactory.getThreadMXBean().getThreadCpuTime(thread));
    }

    private static long processNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
