package io.satisflow.local.bench.pipeline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the threads of this process have had of its processors, looked at now and then, since threads come and go. */
final class ThreadCosts implements AutoCloseable {
    private static final Duration PACE = Duration.ofMillis(250);
    /** Of the tasks of Flink, "name (1/2)#0", and of pools, "name-3". */
    private static final Pattern NUMBERS = Pattern.compile("( \\(\\d+/\\d+\\)#\\d+.*)|([-#]\\d+)+$");

    static final String JVM = "(collector, compiler, other threads of the machine)";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Map<Long, Cost> byThread = new HashMap<>();
    private final long processBefore = system.getProcessCpuTime();
    private final Thread sampler = new Thread(this::sample, "thread costs");

    private record Cost(String name, long before, long nanos) {}

    ThreadCosts() {
        look(true);
        sampler.setDaemon(true);
        sampler.start();
    }

    private void sample() {
        try {
            while (true) {
                Thread.sleep(PACE.toMillis());
                look(false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look(boolean isFirst) {
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            long nanos = thread == null ? -1 : threads.getThreadCpuTime(thread.getThreadId());
            if (thread != null && nanos >= 0) {
                Cost known = byThread.get(thread.getThreadId());
                long before = known == null ? (isFirst ? nanos : 0) : known.before();
                byThread.put(thread.getThreadId(), new Cost(thread.getThreadName(), before, nanos));
            }
        }
    }

    /** Seconds of processor by the name of the threads, what belongs to no thread of Java included. */
    synchronized Map<String, Double> seconds() {
        look(false);
        double process = (system.getProcessCpuTime() - processBefore) / 1e9;
        Map<String, Double> seconds = new TreeMap<>();
        double all = 0;
        for (Cost cost : byThread.values()) {
            double own = (cost.nanos() - cost.before()) / 1e9;
            seconds.merge(NUMBERS.matcher(cost.name()).replaceAll(""), own, Double::sum);
            all += own;
        }
        seconds.put(JVM, Math.max(0, process - all));
        return seconds;
    }

    @Override
    public void close() throws InterruptedException {
        sampler.interrupt();
        sampler.join();
    }
}
