package io.satisflow.flink.letters;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.DeadLetter;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Counts dead letters as {@code deadLetters}, by {@code channel} and {@code reason}: there are few of either. */
public final class CountedLetters extends RichMapFunction<DeadLetter, DeadLetter> {
    private static final String UNKNOWN = "(unknown)";

    private transient MetricGroup group;
    private transient Map<String, Counter> counters;

    @SuppressWarnings("NullAway.Init")
    private CountedLetters() {}

    public static DataStream<DeadLetter> of(DataStream<DeadLetter> letters) {
        return letters.map(new CountedLetters())
                .returns(DomainTypes.of(DeadLetter.class))
                .name("counted-dead-letters")
                .uid("counted-dead-letters");
    }

    @Override
    public void open(OpenContext context) {
        group = getRuntimeContext().getMetricGroup();
        counters = new HashMap<>();
    }

    @Override
    public DeadLetter map(DeadLetter letter) {
        String channel = letter.channel() == null ? UNKNOWN : letter.channel();
        counters.computeIfAbsent(
                        channel + "/" + letter.reason(),
                        key -> group.addGroup("channel", channel)
                                .addGroup("reason", letter.reason())
                                .counter("deadLetters"))
                .inc();
        return letter;
    }
}
