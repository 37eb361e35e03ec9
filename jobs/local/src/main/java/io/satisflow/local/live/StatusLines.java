package io.satisflow.local.live;

import io.satisflow.local.cluster.CompletedCheckpoint;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A line now and then, for logs and for terminals without a view. */
public final class StatusLines implements LiveView {
    private static final long PACE_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintWriter out;
    private long toldNanos = System.nanoTime() - PACE_NANOS;

    public StatusLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void listening(Places places) {
        if (places.takenUp()) {
            out.println("Going on where the last run in this directory stopped.");
        }
        out.printf("Kafka broker at %s; the log is %s%n", places.broker(), places.log());
        for (ChannelPlace channel : places.channels()) {
            out.printf("  channel %-16s topic %s%n", channel.channel(), channel.topic());
            channel.inputs().forEach(input -> out.printf("  %24s from %s%n", "", input));
        }
        places.channels().stream().findFirst().ifPresent(channel -> example(places.broker(), channel));
    }

    private void example(String broker, ChannelPlace channel) {
        out.printf(
                "One JSON object a record, such as:%n  kcat -P -b %s -t %s -l FILE.jsonl%n", broker, channel.topic());
    }

    @Override
    public void running() {
        out.println("Running. Ctrl-C stops it; the same command goes on.");
    }

    @Override
    public void status(Status status) {
        if (System.nanoTime() - toldNanos < PACE_NANOS) {
            return;
        }
        toldNanos = System.nanoTime();
        String committed = status.committed().entrySet().stream()
                .map(entry ->
                        String.format(Locale.ROOT, "%s %,d", entry.getKey().shortName(), entry.getValue()))
                .collect(Collectors.joining(", "));
        out.printf(
                Locale.ROOT,
                "%s  read %,d lines; committed: %s%s%s%n",
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                status.lines(),
                committed,
                status.clocksAt()
                        .map(time -> "; clocks at " + time.truncatedTo(ChronoUnit.SECONDS))
                        .orElse("; clocks not yet running"),
                slowest(status.checkpoints()));
    }

    private static String slowest(List<CompletedCheckpoint> checkpoints) {
        return checkpoints.stream()
                .map(CompletedCheckpoint::took)
                .max(Comparator.naturalOrder())
                .map(took -> String.format(Locale.ROOT, "; slowest checkpoint %.2f s", took.toMillis() / 1000.0))
                .orElse("");
    }

    @Override
    public void notice(String sentence) {
        out.println(sentence);
    }
}
