package io.satisflow.flink.engine;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.flink.util.function.SerializableSupplier;

/** Records in the order in which they become known, the time after each of them; then it waits until all may end. */
final class RecordedSource<T> implements SourceFunction<T> {
    /** Sources of this JVM that have told all they have. */
    static final AtomicInteger TOLD = new AtomicInteger();

    private static volatile CountDownLatch mayEnd = new CountDownLatch(0);

    private final SerializableSupplier<List<T>> records;
    private final SerializableFunction<T, Instant> knownAt;
    private final Stretch stretch;

    RecordedSource(SerializableSupplier<List<T>> records, SerializableFunction<T, Instant> knownAt, Stretch stretch) {
        this.records = records;
        this.knownAt = knownAt;
        this.stretch = stretch;
    }

    /** Sources that start from now on do not end before {@link #endAll}. */
    static void keepAllGoing() {
        TOLD.set(0);
        mayEnd = new CountDownLatch(1);
    }

    static void endAll() {
        mayEnd.countDown();
    }

    @Override
    public void run(SourceContext<T> context) throws Exception {
        for (T record : records.get()) {
            Instant known = knownAt.apply(record);
            if (stretch.holds(known)) {
                synchronized (context.getCheckpointLock()) {
                    context.emitWatermark(new Watermark(known.toEpochMilli() - 1));
                    context.collectWithTimestamp(record, known.toEpochMilli());
                }
            }
        }
        synchronized (context.getCheckpointLock()) {
            context.emitWatermark(new Watermark(stretch.to().toEpochMilli()));
        }
        TOLD.incrementAndGet();
        mayEnd.await();
    }

    @Override
    public void cancel() {
        endAll();
    }
}
