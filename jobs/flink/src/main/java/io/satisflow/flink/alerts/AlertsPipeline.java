package io.satisflow.flink.alerts;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.observation.ScoreObservations;
import io.satisflow.alerts.observation.TicketObservations;
import io.satisflow.wire.Notification;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * One lifecycle for every alert, in two instances, so that a stall of the one does not hold up the other.
 *
 * <pre>
 * drift signals, rows --------> observations -> score-alerts ---+-> routed -> by group -> score-notifications ---+
 *                                                               +-> alerts                                      +-> notifications
 * sla events, ticket events --> observations -> ticket-alerts --+-> routed -> by group -> ticket-notifications --+
 * </pre>
 */
public final class AlertsPipeline {
    private static final String SCORE = "score";
    private static final String TICKET = "ticket";

    private final AlertSettings settings;

    private AlertsPipeline(AlertSettings settings) {
        this.settings = settings;
    }

    public static AlertStreams build(AlertInputs inputs, AlertSettings settings) {
        return new AlertsPipeline(settings).build(inputs);
    }

    private AlertStreams build(AlertInputs inputs) {
        DataStream<Alert> scores = lifecycle(SCORE, scoreObservations(inputs));
        DataStream<Alert> tickets = lifecycle(TICKET, ticketObservations(inputs));
        DataStream<io.satisflow.wire.Alert> alerts = scores.union(tickets)
                .map(new AlertsToWire(settings.language()))
                .returns(TypeInformation.of(io.satisflow.wire.Alert.class))
                .name("alerts-to-wire")
                .uid("alerts-to-wire");
        return new AlertStreams(alerts, notifications(SCORE, scores).union(notifications(TICKET, tickets)));
    }

    private DataStream<Observation> scoreObservations(AlertInputs inputs) {
        ScoreObservations observations = new ScoreObservations(settings.rules());
        return observe("drift-observations", inputs.driftSignals(), new ObserveDriftSignals(observations))
                .union(observe("row-observations", inputs.rows(), new ObserveSatisfactionRows(observations)));
    }

    private DataStream<Observation> ticketObservations(AlertInputs inputs) {
        TicketObservations observations = new TicketObservations(settings.rules());
        return observe("clock-observations", inputs.slaEvents(), new ObserveSlaEvents(observations))
                .union(observe("team-observations", inputs.ticketEvents(), new ObserveTicketEvents(observations)));
    }

    private static <T> DataStream<Observation> observe(
            String name, DataStream<T> stream, FlatMapFunction<T, Observation> seen) {
        return stream.flatMap(seen)
                .returns(TypeInformation.of(Observation.class))
                .name(name)
                .uid(name);
    }

    private DataStream<Alert> lifecycle(String kind, DataStream<Observation> observations) {
        String name = kind + "-alerts";
        return observations
                .keyBy(Observation::subject, Types.STRING)
                .process(new AlertLifecycle(settings.rulesByName()))
                .returns(TypeInformation.of(Alert.class))
                .name(name)
                .uid(name);
    }

    private DataStream<Notification> notifications(String kind, DataStream<Alert> alerts) {
        return alerts.flatMap(new RouteAlerts(settings.routes()))
                .returns(TypeInformation.of(RoutedAlert.class))
                .name(kind + "-routes")
                .uid(kind + "-routes")
                .keyBy(RoutedAlert::group, Types.STRING)
                .process(new AlertGroups(settings))
                .returns(TypeInformation.of(Notification.class))
                .name(kind + "-notifications")
                .uid(kind + "-notifications");
    }
}
