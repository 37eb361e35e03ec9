package io.satisflow.flink.intake;

import io.satisflow.feedback.Feedback;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.RecordedTicketEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Marks the same words of the same customer within a time as a repeat of the first, so that they count once; a repeat opens no
 * case. What comes first is decided when time has come to it (rule T4), so any order of arrival gives the same. The first is
 * remembered for that time and then forgotten; the same words then count anew.
 */
final class MarkRepeats extends KeyedProcessFunction<String, SaidAgain, RecordedFeedback> {
    private static final Comparator<SaidAgain> AS_KNOWN = Comparator.comparing(SaidAgain::knownAt)
            .thenComparing(SaidAgain::occurredAt)
            .thenComparing(said -> said.feedback().id())
            .thenComparing(said -> said.feedback().revision());

    private final TreeMap<String, Long> withinByChannel;
    private transient ListState<SaidAgain> waitingState;
    private transient ValueState<FirstSaidState> firstState;
    private transient Counter repeats;

    @SuppressWarnings("NullAway.Init")
    MarkRepeats(Map<String, Long> withinByChannel) {
        this.withinByChannel = new TreeMap<>(withinByChannel);
    }

    @Override
    public void open(OpenContext context) {
        waitingState =
                getRuntimeContext().getListState(new ListStateDescriptor<>("said", DomainTypes.of(SaidAgain.class)));
        firstState = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("first-said", TypeInformation.of(FirstSaidState.class)));
        repeats = getRuntimeContext().getMetricGroup().counter("repeatedTexts");
    }

    @Override
    public void processElement(SaidAgain said, Context context, Collector<RecordedFeedback> out) throws Exception {
        waitingState.add(said);
        context.timerService().registerEventTimeTimer(said.knownAt());
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<RecordedFeedback> out) throws Exception {
        List<SaidAgain> due = new ArrayList<>();
        List<SaidAgain> later = new ArrayList<>();
        waitingState.get().forEach(said -> (said.knownAt() <= time ? due : later).add(said));
        due.sort(AS_KNOWN);
        for (SaidAgain said : due) {
            pass(said, context, out);
        }
        if (!due.isEmpty()) {
            waitingState.update(later);
        }
        FirstSaidState first = firstState.value();
        if (first != null && isOver(first, time)) {
            firstState.clear();
        }
    }

    private void pass(SaidAgain said, OnTimerContext context, Collector<RecordedFeedback> out) throws Exception {
        FirstSaidState first = firstState.value();
        String id = said.feedback().id();
        if (first != null && !isOver(first, said.knownAt())) {
            if (!id.equals(first.id()) && isNear(first, said)) {
                repeats.inc();
                out.collect(marked(said.recorded(), Objects.requireNonNull(first.id())));
                return;
            }
        } else {
            remember(said, context);
        }
        out.collect(said.recorded());
        for (RecordedTicketEvent opened : said.cases()) {
            context.output(StampKnownAt.TICKET_EVENTS, opened);
        }
    }

    private void remember(SaidAgain said, OnTimerContext context) throws Exception {
        long until = said.knownAt() + within(said);
        firstState.update(new FirstSaidState(said.feedback().id(), said.occurredAt(), until));
        context.timerService().registerEventTimeTimer(until);
    }

    private long within(SaidAgain said) {
        return withinByChannel.getOrDefault(said.feedback().channel(), 0L);
    }

    private boolean isNear(FirstSaidState first, SaidAgain said) {
        return Math.abs(said.occurredAt() - number(first.occurredAt())) < within(said);
    }

    private static boolean isOver(FirstSaidState first, long time) {
        return number(first.until()) <= time;
    }

    private static long number(@Nullable Long stored) {
        return stored == null ? Long.MIN_VALUE : stored;
    }

    private static RecordedFeedback marked(RecordedFeedback recorded, String first) {
        Feedback feedback = recorded.feedback();
        Map<String, String> attributes = new TreeMap<>(feedback.attributes());
        attributes.put(Feedback.REPEATS, first);
        return new RecordedFeedback(feedback.withAttributes(attributes), recorded.knownAt(), recorded.source());
    }
}
