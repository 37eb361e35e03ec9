package io.satisflow.flink.engine;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.AlertSettingsNode;
import io.satisflow.alerts.control.AlertControl;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.config.ConfigFile;
import io.satisflow.drift.DriftRules;
import io.satisflow.flink.alerts.AlertInputs;
import io.satisflow.flink.alerts.AlertOptions;
import io.satisflow.flink.alerts.AlertStreams;
import io.satisflow.flink.alerts.AlertsPipeline;
import io.satisflow.flink.courier.Teller;
import io.satisflow.flink.delivery.Delivery;
import io.satisflow.flink.delivery.DeliveryOptions;
import io.satisflow.flink.delivery.DeliveryPipeline;
import io.satisflow.flink.drift.DriftOptions;
import io.satisflow.flink.drift.DriftPipeline;
import io.satisflow.flink.drift.DriftStreams;
import io.satisflow.flink.intake.IntakeOptions;
import io.satisflow.flink.intake.IntakePipeline;
import io.satisflow.flink.intake.IntakeTime;
import io.satisflow.flink.intake.RawArrival;
import io.satisflow.flink.satisfaction.FeedbackSegments;
import io.satisflow.flink.satisfaction.SatisfactionOptions;
import io.satisflow.flink.satisfaction.SatisfactionPipeline;
import io.satisflow.flink.satisfaction.SatisfactionStreams;
import io.satisflow.flink.sla.SlaOptions;
import io.satisflow.flink.sla.SlaPipeline;
import io.satisflow.flink.sla.SlaStreams;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.hook.HookRate;
import io.satisflow.hook.HookReceiver;
import io.satisflow.hook.HookSettings;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.sla.policy.AppliedPolicies;
import io.satisflow.sla.policy.PolicyFile;
import io.satisflow.sla.policy.SlaRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.flink.util.function.SerializableSupplier;

/** Every keyed operator of intake and engine on a {@link RecordedDay}, without Kafka. What it says is kept in memory. */
final class EngineGraph {
    /** At the pace of tickets that the stored savepoint knows: what it had told is what it would have told. */
    private static final AlertSettings ALERTS =
            AlertSettingsNode.read(ConfigFile.parse("alerts.yaml", """
            intervals: {tickets: {group_wait: 30s, group_interval: 5m}}
            rules:
              - {name: score drift, on: drift, keep_firing_for: 1h}
              - {name: sla warning, on: ticket, events: warn}
              - {name: sla breach, on: ticket, events: breach, severity: critical, grace: 0s}
            """), Language.ENGLISH);

    static final Queue<Said> SAID = new ConcurrentLinkedQueue<>();
    static final Queue<Delivery> DELIVERED = new ConcurrentLinkedQueue<>();
    static final int SOURCES = 5;

    private static final SatisfactionSettings SATISFACTION = SatisfactionFile.read(ConfigFile.parse("s.yaml", """
            segments: [[], [channel]]
            windows: {rolling: [{length: 10m, step: 10m}, {length: 1h, step: 10m}], lateness: 5m}
            metrics: {volume: {}, sentiment: {from: 1s}, csat.stars: {from: 1s}, first_reply_time: {from: 1s}}
            """));
    private static final DriftRules DRIFT = new DriftRules(
            Duration.ofMinutes(10), List.of("sentiment", "csat.stars"), 0.3, 2.5, 6, 3, Duration.ofDays(30));
    private static final SlaRules SLA = new SlaRules(new PolicyFile(Map.of()).read(ConfigFile.parse("p.yaml", """
                    policies:
                      - name: all
                        targets:
                          first_reply: {target: 30m, time: wall, warn: [10m]}
                          total_resolution: {target: 3h, time: wall}
                    """)));
    private static final HookReceiver TERMINAL = new HookReceiver(
            "terminal",
            new HookSettings("slack", Map.of("url_env", "HOOK_URL"), true, true, null),
            HookRate.parse("1000/1s"),
            Duration.ofDays(36_500));

    private final StreamExecutionEnvironment environment;
    private final Stretch stretch;

    /** @param asOf from when it was known */
    record Said(Instant asOf, String what) {}

    EngineGraph(StreamExecutionEnvironment environment, Stretch stretch) {
        this.environment = environment;
        this.stretch = stretch;
    }

    /** @param applied policies that were applied before it starts */
    void define(List<AppliedPolicies> applied, Teller.Factory tellers) {
        DataStream<ScoredFeedback> feedback =
                source("feedback", RecordedDay::feedback, ScoredFeedback.class, ScoredFeedback::knownAt);
        DataStream<RecordedTicketEvent> tickets =
                source("tickets", RecordedDay::ticketEvents, RecordedTicketEvent.class, RecordedTicketEvent::knownAt);
        SlaStreams sla = SlaPipeline.build(
                tickets,
                source("policies", List::of, AppliedPolicies.class, AppliedPolicies::effectiveAt),
                new SlaOptions(SLA, applied));
        SatisfactionStreams satisfaction =
                SatisfactionPipeline.build(feedback, sla.milestones(), tickets, SatisfactionOptions.of(SATISFACTION));
        FeedbackSegments segments = new FeedbackSegments(SATISFACTION.groupings());
        DriftStreams drift = DriftPipeline.build(
                satisfaction.steps(), feedback, new DriftOptions(DRIFT, scored -> segments.of(scored.feedback())));
        AlertStreams alerts = AlertsPipeline.build(
                new AlertInputs(
                        drift.signals(),
                        drift.lasting(),
                        drift.evidence(),
                        satisfaction.steps(),
                        sla.slaEvents(),
                        tickets,
                        feedback),
                source("controls", RecordedDay::controls, AlertControl.class, AlertControl::effectiveAt),
                AlertOptions.of(ALERTS));
        keep("sla", sla.slaEvents(), event -> new Said(event.asOf(), "sla " + event));
        keep("row", satisfaction.steps(), row -> new Said(row.asOf(), "row " + row));
        keep("pane", satisfaction.panes(), pane -> new Said(pane.asOf(), "pane " + pane));
        keep("drift", drift.signals(), signal -> new Said(signal.at(), "drift " + signal));
        keep("alert", alerts.alerts(), worded -> new Said(worded.alert().asOf(), "alert " + worded));
        keep("notification", alerts.notifications(), told -> new Said(told.at(), "notification " + told));
        intake();
        each(
                "delivery",
                DeliveryPipeline.build(alerts.notifications(), new DeliveryOptions(List.of(TERMINAL), "", tellers))
                        .deliveries(),
                delivery -> DELIVERED.add(delivery));
    }

    private void intake() {
        DataStream<RawArrival> arrivals = source(
                "arrivals",
                RecordedDay::arrivals,
                RawArrival.class,
                arrival -> RecordedDay.arrivedAt(arrival.feedback().get(0)));
        keep(
                "stamped",
                IntakePipeline.build(arrivals, IntakeOptions.of(IntakeTime.ofReplay(Duration.ofMinutes(1))))
                        .feedback(),
                stamped -> new Said(RecordedDay.arrivedAt(stamped), "stamped " + stamped));
    }

    private <T extends Record> DataStream<T> source(
            String name,
            SerializableSupplier<List<T>> records,
            Class<T> type,
            SerializableFunction<T, Instant> knownAt) {
        return environment
                .addSource(new RecordedSource<>(records, knownAt, stretch), name, DomainTypes.of(type))
                .uid(name);
    }

    private static <T> void keep(String name, DataStream<T> stream, SerializableFunction<T, Said> said) {
        each(name, stream, record -> SAID.add(said.apply(record)));
    }

    private static <T> void each(String name, DataStream<T> stream, SerializableFunction<T, Boolean> keep) {
        stream.map((MapFunction<T, Boolean>) keep::apply)
                .returns(Types.BOOLEAN)
                .uid("keep-" + name)
                .sinkTo(new DiscardingSink<>())
                .uid("kept-" + name);
    }
}
