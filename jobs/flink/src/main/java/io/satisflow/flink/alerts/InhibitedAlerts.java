package io.satisflow.flink.alerts;

import io.satisflow.alerts.inhibition.InhibitRules;
import io.satisflow.alerts.inhibition.Inhibition;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.flink.io.arrival.Standstill;
import io.satisflow.flink.state.StoredRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Says of alerts which other one holds them back, in event time only (rule T4). Alerts that no rule concerns pass at once, and
 * nothing is kept of them.
 */
final class InhibitedAlerts extends KeyedProcessFunction<String, Alert, Alert> {
    private final InhibitRules rules;
    private transient StoredRecords<String, Alert> active;
    private transient StoredRecords<String, Alert> waiting;

    InhibitedAlerts(InhibitRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        active = new StoredRecords<>(getRuntimeContext(), "active", Types.STRING, Alert.class);
        waiting = new StoredRecords<>(getRuntimeContext(), "waiting", Types.STRING, Alert.class);
    }

    @Override
    public void processElement(Alert alert, Context context, Collector<Alert> out) throws Exception {
        if (!rules.concern(alert)) {
            out.collect(alert);
            return;
        }
        long at = alert.asOf().toEpochMilli();
        // A change that is delivered again has the same row.
        waiting.put("%015d/%s/%s".formatted(at, alert.id(), alert.phase()), alert);
        context.timerService().registerEventTimeTimer(at);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out) throws Exception {
        if (Standstill.isReached(context.timerService())) {
            return;
        }
        List<Alert> due = new ArrayList<>();
        for (Map.Entry<String, Alert> entry : waiting.all().entrySet()) {
            if (entry.getValue().asOf().toEpochMilli() <= timestamp) {
                due.add(entry.getValue());
                waiting.remove(entry.getKey());
            }
        }
        if (due.isEmpty()) {
            return;
        }
        Map<String, Alert> before = active.all();
        Map<String, Alert> after = new TreeMap<>(before);
        Inhibition.advance(rules, after, due).forEach(out::collect);
        keep(before, after);
    }

    private void keep(Map<String, Alert> before, Map<String, Alert> after) throws Exception {
        for (String id : before.keySet()) {
            if (!after.containsKey(id)) {
                active.remove(id);
            }
        }
        for (Map.Entry<String, Alert> entry : after.entrySet()) {
            if (!entry.getValue().equals(before.get(entry.getKey()))) {
                active.put(entry.getKey(), entry.getValue());
            }
        }
    }
}
