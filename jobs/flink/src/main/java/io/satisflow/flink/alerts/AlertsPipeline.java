package io.satisflow.flink.alerts;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.control.AlertControl;
import io.satisflow.alerts.inhibition.InhibitRules;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.notice.Notification;
import io.satisflow.alerts.notice.WordedAlert;
import io.satisflow.alerts.observation.FeedbackObservations;
import io.satisflow.alerts.observation.ScoreObservations;
import io.satisflow.alerts.observation.TicketObservations;
import io.satisflow.alerts.rule.AlertCondition;
import io.satisflow.drift.signal.LastingDrift;
import io.satisflow.drift.verbatim.ScoreEvidence;
import io.satisflow.flink.types.DomainTypes;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/**
 * One lifecycle for every alert, in two instances, so that a stall of the one does not hold up the other.
 *
 * <pre>
 * drift signals, rows,
 * evidence -----------------> observations -> score-alerts -> which are held back --+-> by group -> score-notifications --+
 *                                                                                   +-> alerts                          +-> notifications
 * sla events, ticket events,                                                        |                                     |
 * feedback -----------------> observations -> ticket-alerts ------------------------+-> by group -> ticket-notifications -+
 * </pre>
 */
public final class AlertsPipeline {
    private static final String SCORE = "score";
    private static final String TICKET = "ticket";

    private final AlertSettings settings;

    private final @Nullable DataStream<AlertControl> controls;

    private AlertsPipeline(AlertSettings settings, @Nullable DataStream<AlertControl> controls) {
        this.settings = settings;
        this.controls = controls;
    }

    public static AlertStreams build(AlertInputs inputs, AlertOptions options) {
        return new AlertsPipeline(options.settings(), null).build(inputs);
    }

    /**
     * With what people say to alerts.
     *
     * @param controls whose watermark holds nothing up
     */
    public static AlertStreams build(AlertInputs inputs, DataStream<AlertControl> controls, AlertOptions options) {
        return new AlertsPipeline(options.settings(), controls).build(inputs);
    }

    private AlertStreams build(AlertInputs inputs) {
        SingleOutputStreamOperator<Alert> ofScores = lifecycle(SCORE, scoreObservations(inputs));
        DataStream<Alert> scores = inhibited(SCORE, ofScores, true);
        // What is known of them since is for who is told next, and no news by itself.
        DataStream<Alert> told = scores.union(ofScores.getSideOutput(AlertLifecycle.FRESH));
        DataStream<Alert> tickets = lifecycle(TICKET, ticketObservations(inputs));
        if (!settings.inhibit().rules().isEmpty()) {
            // Of tickets nothing holds anything back by itself, and a storm of them need not take this way.
            tickets = inhibited(TICKET, tickets, false);
        }
        DataStream<WordedAlert> alerts = scores.union(tickets)
                .map(new WordAlerts(settings.language(), settings.zone()))
                .returns(DomainTypes.of(WordedAlert.class))
                .name("worded-alerts")
                .uid("worded-alerts");
        return new AlertStreams(alerts, notifications(SCORE, told).union(notifications(TICKET, tickets)));
    }

    private DataStream<Observation> scoreObservations(AlertInputs inputs) {
        ScoreObservations observations = new ScoreObservations(settings.rules());
        return observe("drift-observations", inputs.driftSignals(), new ObserveDriftSignals(observations))
                .union(
                        observe("row-observations", inputs.rows(), new ObserveSatisfactionRows(observations)),
                        observe("lasting-observations", inputs.lastingDrifts(), lasting(observations)),
                        observe("evidence-observations", inputs.evidence(), evidence(observations)));
    }

    private static FlatMapFunction<LastingDrift, Observation> lasting(ScoreObservations observations) {
        return (lasting, out) -> observations.of(lasting).forEach(out::collect);
    }

    private static FlatMapFunction<ScoreEvidence, Observation> evidence(ScoreObservations observations) {
        return (evidence, out) -> out.collect(observations.of(evidence));
    }

    private DataStream<Observation> ticketObservations(AlertInputs inputs) {
        TicketObservations observations = new TicketObservations(settings.rules(), settings.links());
        DataStream<Observation> tickets = observe(
                        "clock-observations", inputs.slaEvents(), new ObserveSlaEvents(observations))
                .union(observe("team-observations", inputs.ticketEvents(), new ObserveTicketEvents(observations)));
        if (settings.rules().stream().noneMatch(rule -> rule.condition() instanceof AlertCondition.SingleFeedback)) {
            // Clocks need not wait until texts are scored.
            return tickets;
        }
        FeedbackObservations single = new FeedbackObservations(settings.rules(), settings.links());
        return tickets.union(observe("feedback-observations", inputs.feedback(), new ObserveFeedback(single)));
    }

    private static <T> DataStream<Observation> observe(
            String name, DataStream<T> stream, FlatMapFunction<T, Observation> seen) {
        return stream.flatMap(seen)
                .returns(TypeInformation.of(Observation.class))
                .name(name)
                .uid(name);
    }

    private SingleOutputStreamOperator<Alert> lifecycle(String kind, DataStream<Observation> observations) {
        String name = kind + "-alerts";
        return observations
                .keyBy(Observation::subject, Types.STRING)
                .process(new AlertLifecycle(settings.rulesByName(), settings.routes()))
                .returns(TypeInformation.of(Alert.class))
                .name(name)
                .uid(name);
    }

    private DataStream<Alert> inhibited(String kind, DataStream<Alert> alerts, boolean drifts) {
        String name = kind + "-inhibition";
        InhibitRules rules = settings.inhibit();
        return alerts.keyBy(alert -> rules.place(alert, drifts), Types.STRING)
                .process(new InhibitedAlerts(rules))
                .returns(TypeInformation.of(Alert.class))
                .name(name)
                .uid(name);
    }

    private DataStream<Notification> notifications(String kind, DataStream<Alert> alerts) {
        String name = kind + "-notifications";
        KeyedStream<RoutedAlert, String> routed = alerts.flatMap(new RouteAlerts())
                .returns(TypeInformation.of(RoutedAlert.class))
                .name(kind + "-routes")
                .uid(kind + "-routes")
                .keyBy(RoutedAlert::group, Types.STRING);
        SingleOutputStreamOperator<Notification> told = controls == null
                ? routed.process(new AlertGroups(settings))
                : routed.connect(controls.broadcast(ControlledAlertGroups.CONTROLS))
                        .process(new ControlledAlertGroups(settings));
        return told.returns(DomainTypes.of(Notification.class)).name(name).uid(name);
    }
}
