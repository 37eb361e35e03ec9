package io.satisflow.flink.engine;

import io.satisflow.alerts.observation.ScoreObservations;
import io.satisflow.flink.alerts.AlertInputs;
import io.satisflow.flink.alerts.AlertOptions;
import io.satisflow.flink.alerts.AlertStreams;
import io.satisflow.flink.alerts.AlertsPipeline;
import io.satisflow.flink.delivery.DeliveryOptions;
import io.satisflow.flink.delivery.DeliveryPipeline;
import io.satisflow.flink.drift.DriftOptions;
import io.satisflow.flink.drift.DriftPipeline;
import io.satisflow.flink.drift.DriftStreams;
import io.satisflow.flink.io.Inbound;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Outbound;
import io.satisflow.flink.io.PolicyTopic;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.TopicPartitions;
import io.satisflow.flink.io.TopicSink;
import io.satisflow.flink.io.TopicSource;
import io.satisflow.flink.letters.CountedLetters;
import io.satisflow.flink.satisfaction.FeedbackSegments;
import io.satisflow.flink.satisfaction.SatisfactionOptions;
import io.satisflow.flink.satisfaction.SatisfactionPipeline;
import io.satisflow.flink.satisfaction.SatisfactionStreams;
import io.satisflow.flink.scoring.AwaitedScores;
import io.satisflow.flink.settings.JobArguments;
import io.satisflow.flink.settings.JobEnvironment;
import io.satisflow.flink.sla.SlaOptions;
import io.satisflow.flink.sla.SlaPipeline;
import io.satisflow.flink.sla.SlaStreams;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.settings.Settings;
import io.satisflow.settings.SettingsFile;
import io.satisflow.sla.policy.AppliedPolicies;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The four pipelines that compute something, in one graph: what one says the next hears without a way through Kafka.
 *
 * <pre>
 * sla-policies ----+
 * ticket-events ---+-> sla ---------+-----------------------> sla-events
 *                   | milestones      |
 *                   v                 +--> alerts ------------> alerts, notifications --> delivery (live only) --> dead-letters
 *                   |                 |
 * scored-feedback -> satisfaction --+--> drift -------------> drift-signals
 *                         +---------------------------------> satisfaction-now, -steps, -panes
 * </pre>
 *
 * Live, satisfaction hears of feedback itself too, so that it need not wait for a scorer that stalls. A replay waits.
 */
public final class EngineJob {
    public static final String NAME = "engine";
    public static final List<Topic> OUTPUTS = List.of(
            Topic.SLA_EVENTS,
            Topic.SATISFACTION_NOW,
            Topic.SATISFACTION_STEPS,
            Topic.SATISFACTION_PANES,
            Topic.DRIFT_SIGNALS,
            Topic.ALERTS,
            Topic.NOTIFICATIONS,
            Topic.DEAD_LETTERS);
    private static final List<Topic> INPUTS = List.of(
            Topic.TICKET_EVENTS,
            Topic.SLA_POLICIES,
            Topic.FEEDBACK,
            Topic.SCORED_FEEDBACK,
            Topic.ALERT_CONTROLS,
            Topic.CUSTOMER_ERASURES);

    private final Settings settings;
    private final KafkaConnection kafka;
    private final AppliedPolicies policiesAsTexts;
    private final boolean live;

    private EngineJob(Settings settings, KafkaConnection kafka, AppliedPolicies policiesAsTexts, boolean live) {
        this.settings = settings;
        this.kafka = kafka;
        this.policiesAsTexts = policiesAsTexts;
        this.live = live;
    }

    public static void main(String[] args) throws Exception {
        JobArguments arguments = JobArguments.parse(args);
        Settings settings = arguments.settings();
        KafkaConnection kafka = arguments.kafka(settings);
        StreamExecutionEnvironment environment = JobEnvironment.committing(NAME, kafka);
        AppliedPolicies policies = AppliedPolicies.configured(SettingsFile.policyTexts(arguments.config()));
        new EngineJob(settings, kafka, policies, arguments.live()).define(environment);
        environment.executeAsync(NAME);
    }

    private void define(StreamExecutionEnvironment environment) {
        List<Topic> topics = Stream.concat(INPUTS.stream(), OUTPUTS.stream()).toList();
        TopicPartitions partitions = new TopicAdmin(kafka)
                .ensure(topics, List.of(), settings.topics().partitions());
        TopicSource source = new TopicSource(environment, kafka, NAME);
        DataStream<RecordedTicketEvent> ticketEvents = source.read(Inbound.TICKET_EVENTS, partitions);
        DataStream<ScoredFeedback> scored = scoredFeedback(source, partitions);

        SlaStreams sla = SlaPipeline.build(
                ticketEvents,
                source.readPolicies(partitions),
                new SlaOptions(settings.sla(), Optional.of(policiesAsTexts), new PolicyTopic(kafka).read()));
        SatisfactionStreams satisfaction = SatisfactionPipeline.build(
                scored,
                sla.milestones(),
                ticketEvents,
                // A replay reads what is to be forgotten no more than it is told: its file is whoever's who has it.
                live ? Optional.of(source.readErasures(partitions)) : Optional.empty(),
                new SatisfactionOptions(settings.satisfaction(), settings.sla().ends()));
        DriftStreams drift = drift(satisfaction, scored);
        AlertInputs inputs = new AlertInputs(
                drift.signals(),
                drift.lasting(),
                drift.evidence(),
                satisfaction.steps(),
                sla.slaEvents(),
                ticketEvents,
                scored);
        AlertOptions alertOptions = AlertOptions.of(settings.alerts());
        // What people say to alerts is said live; a replay tells nobody.
        AlertStreams alerts = live
                ? AlertsPipeline.build(inputs, source.readControls(partitions), alertOptions)
                : AlertsPipeline.build(inputs, alertOptions);
        new TopicSink(kafka, NAME, partitions)
                .write(Outbound.SLA_EVENTS, sla.slaEvents())
                .write(Outbound.SATISFACTION_NOW, satisfaction.now())
                .write(Outbound.SATISFACTION_STEPS, satisfaction.steps())
                .write(Outbound.SATISFACTION_PANES, satisfaction.panes())
                .write(Outbound.DRIFT_SIGNALS, drift.signals())
                .write(Outbound.ALERTS, alerts.alerts())
                .write(Outbound.NOTIFICATIONS, alerts.notifications())
                .write(
                        Outbound.DEAD_LETTERS,
                        CountedLetters.of(deadLetters(sla, satisfaction, alerts).union(source.foreign())))
                .build();
    }

    /** Live, notifications are brought to their receivers; what a replay finds has been told when it happened. */
    private DataStream<DeadLetter> deadLetters(SlaStreams sla, SatisfactionStreams satisfaction, AlertStreams alerts) {
        DataStream<DeadLetter> refused = sla.refused().union(satisfaction.tooLate());
        return live
                ? refused.union(DeliveryPipeline.build(
                                alerts.notifications(),
                                DeliveryOptions.of(
                                        settings.alerts().hookReceivers(),
                                        settings.alerts().externalUrl(),
                                        kafka))
                        .deadLetters())
                : refused;
    }

    private DataStream<ScoredFeedback> scoredFeedback(TopicSource source, TopicPartitions partitions) {
        DataStream<ScoredFeedback> scored = source.read(Inbound.SCORED_FEEDBACK, partitions);
        if (!live) {
            return scored;
        }
        DataStream<RecordedFeedback> feedback = source.read(Inbound.FEEDBACK, partitions);
        return AwaitedScores.build(feedback, scored, settings.scoring().scoreWait());
    }

    private DriftStreams drift(SatisfactionStreams satisfaction, DataStream<ScoredFeedback> scored) {
        FeedbackSegments segments = new FeedbackSegments(settings.satisfaction().groupings());
        ScoreObservations observations = new ScoreObservations(settings.alerts().rules());
        return DriftPipeline.build(
                satisfaction.steps(),
                scored,
                new DriftOptions(
                        settings.drift(),
                        feedback -> segments.of(feedback.feedback()),
                        row -> row.isPresent() ? observations.questions(row) : List.of()));
    }
}
