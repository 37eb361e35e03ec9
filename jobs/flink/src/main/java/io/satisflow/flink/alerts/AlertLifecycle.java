package io.satisflow.flink.alerts;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.AlertAdvance;
import io.satisflow.alerts.lifecycle.AlertStory;
import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.lifecycle.SubjectState;
import io.satisflow.alerts.route.Routes;
import io.satisflow.alerts.rule.AlertRule;
import io.satisflow.flink.io.arrival.Standstill;
import io.satisflow.flink.state.StoredRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Moves the alerts of a subject forward, in event time only (rule T4). */
final class AlertLifecycle extends KeyedProcessFunction<String, Observation, Alert> {
    /** Alerts that stand as before, of which more is known: whoever is told of them again is told that. */
    static final OutputTag<Alert> FRESH = new OutputTag<>("fresh-alerts", TypeInformation.of(Alert.class));

    private final Map<String, AlertRule> rules;
    private final Routes routes;
    private transient StoredRecord<SubjectState> subjectState;
    private transient ValueState<EventTimers> timersState;

    AlertLifecycle(Map<String, AlertRule> rules, Routes routes) {
        this.routes = routes;
        this.rules = new TreeMap<>(rules);
    }

    @Override
    public void open(OpenContext context) {
        subjectState = new StoredRecord<>(getRuntimeContext(), "subject", SubjectState.class);
        timersState = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("timers", TypeInformation.of(EventTimers.class)));
    }

    @Override
    public void processElement(Observation seen, Context context, Collector<Alert> out) throws IOException {
        SubjectState stored = subjectState.value();
        subjectState.update((stored == null ? SubjectState.EMPTY : stored).with(seen));
        timersState.update(timers().with(seen.at(), context.timerService()::registerEventTimeTimer));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out) throws IOException {
        SubjectState subject = subjectState.value();
        if (subject == null || Standstill.isReached(context.timerService())) {
            return;
        }
        AlertAdvance advance = AlertStory.advance(subject, rules, routes::find, Instant.ofEpochMilli(timestamp));
        advance.changes().forEach(out::collect);
        advance.fresh().forEach(alert -> context.output(FRESH, alert));
        EventTimers timers = timers().without(timestamp);
        if (advance.state().isEmpty()) {
            timers.set().forEach(context.timerService()::deleteEventTimeTimer);
            subjectState.clear();
            timersState.clear();
            return;
        }
        subjectState.update(advance.state());
        timersState.update(advance.next()
                .map(next -> timers.with(next, context.timerService()::registerEventTimeTimer))
                .orElse(timers));
    }

    private EventTimers timers() throws IOException {
        EventTimers stored = timersState.value();
        return stored == null ? EventTimers.NONE : stored;
    }
}
