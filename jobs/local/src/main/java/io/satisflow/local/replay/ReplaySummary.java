package io.satisflow.local.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.channel.record.RefusalReason;
import io.satisflow.enrichment.EnrichmentFiles.LateTable;
import io.satisflow.flink.io.wire.FeedbackRecords;
import io.satisflow.local.replay.books.FeedbackFate;
import io.satisflow.local.replay.books.FeedbackFates;
import io.satisflow.local.replay.books.MeasuredAnswers;
import io.satisflow.local.replay.books.RefusedShare;
import io.satisflow.local.replay.books.RowPositions;
import io.satisflow.local.replay.books.SlaOutcomes;
import io.satisflow.local.replay.feed.FeedPlan;
import io.satisflow.wire.Alert;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.DriftSignal;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.Notification;
import io.satisflow.wire.SatisfactionPane;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The books of a replay, kept from the committed records: every row is accepted, in at least one canonical record, is exactly
 * one dead letter, or is left out by the mapping; and every piece of feedback is in the windows, or not for a reason.
 */
final class ReplaySummary {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final Set<String> PART_REASONS =
            Arrays.stream(RefusalReason.values()).map(RefusalReason::wireName).collect(Collectors.toUnmodifiableSet());
    private static final String NOT_TRIAGED = "(none)";
    /** What the windows refuse of feedback that intake has accepted. */
    private static final List<FeedbackFate> LATE = List.of(FeedbackFate.TOO_LATE, FeedbackFate.EDIT_TOO_LATE);

    private final FeedbackFates fates;
    private final MeasuredAnswers answers;
    private final RowPositions accepted = new RowPositions();
    private final Map<String, Integer> deadLetters = new TreeMap<>();
    private final Map<String, Integer> refusedParts = new TreeMap<>();
    private final Map<String, Integer> refusedTicketEvents = new TreeMap<>();
    private final Map<String, Integer> ticketEventTypes = new TreeMap<>();
    private final Map<String, Integer> slaEventTypes = new TreeMap<>();
    private final Map<String, Integer> driftSignals = new TreeMap<>();
    private final Map<String, Integer> alertStates = new TreeMap<>();
    private final Map<String, Integer> notifications = new TreeMap<>();
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final Map<String, Integer> grades = new TreeMap<>();
    private final Set<String> tickets = new HashSet<>();
    private int ofNobody;
    private final SlaOutcomes outcomes = new SlaOutcomes();

    ReplaySummary(FeedbackFates fates, MeasuredAnswers answers) {
        this.fates = fates;
        this.answers = answers;
    }

    void add(SpecificRecordBase record) {
        if (record instanceof Feedback feedback) {
            add(feedback);
        } else if (record instanceof TicketEvent event) {
            add(event);
        } else if (record instanceof ScoredFeedback scored) {
            fates.add(scored);
        } else if (record instanceof SlaEvent event) {
            add(event);
        } else if (record instanceof SatisfactionPane pane) {
            add(pane);
        } else if (record instanceof DriftSignal signal) {
            add(signal);
        } else if (record instanceof Alert alert) {
            add(alert);
        } else if (record instanceof Notification notification) {
            add(notification);
        } else if (record instanceof DeadLetter letter) {
            add(letter);
        }
        // Rows of windows are results themselves; there is nothing to add up.
    }

    private void add(Feedback record) {
        fates.add(record);
        answers.add(record);
        if (record.getCustomer() != null && isOfNobody(record)) {
            ofNobody++;
        }
        count(kinds, Objects.requireNonNullElse(record.getKind(), NOT_TRIAGED));
        count(grades, Objects.requireNonNullElse(record.getGrade(), NOT_TRIAGED));
        accepted.add(record.getSource());
    }

    private static boolean isOfNobody(Feedback record) {
        return FeedbackRecords.toDomain(record).feedback().customerIdentity() == null;
    }

    private void add(SatisfactionPane pane) {
        answers.add(pane);
    }

    private void add(TicketEvent record) {
        tickets.add(record.getTicket());
        count(ticketEventTypes, record.getType());
        accepted.add(record.getSource());
    }

    /** Comes after feedback and ticket events: what is refused of rows that intake has accepted is told apart from rows. */
    private void add(DeadLetter letter) {
        if (!accepted.contains(letter)) {
            count(deadLetters, letter.getReason());
        } else {
            count(PART_REASONS.contains(letter.getReason()) ? refusedParts : refusedTicketEvents, letter.getReason());
        }
    }

    private void add(DriftSignal signal) {
        count(driftSignals, signal.getMetric());
    }

    private void add(Alert alert) {
        count(alertStates, alert.getState());
    }

    private void add(Notification notification) {
        count(notifications, notification.getReason());
    }

    private void add(SlaEvent record) {
        count(slaEventTypes, record.getEvent());
        outcomes.add(record);
    }

    /** What does not add up; empty when every row, and every piece of feedback, is accounted for. */
    Optional<String> imbalance(FeedPlan plan) {
        long ignored = ignored(plan);
        if (plan.rowCount() != accepted.size() + total(deadLetters) + ignored) {
            return Optional.of("of %d rows %d are accepted, %d refused and %d left out"
                    .formatted(plan.rowCount(), accepted.size(), total(deadLetters), ignored));
        }
        OptionalLong inWindows = answers.inWindows();
        if (inWindows.isPresent() && inWindows.getAsLong() != fates.of(FeedbackFate.COUNTED)) {
            return Optional.of("%d pieces of feedback are to count, but the windows hold %d"
                    .formatted(fates.of(FeedbackFate.COUNTED), inWindows.getAsLong()));
        }
        return LATE.stream()
                .filter(fate -> refusedTicketEvents.getOrDefault(fate.wireName(), 0) < fates.of(fate))
                .findFirst()
                .map(fate -> "%d pieces of feedback are %s, but only %d are told"
                        .formatted(
                                fates.of(fate), fate.wireName(), refusedTicketEvents.getOrDefault(fate.wireName(), 0)));
    }

    /** What the reader of the results should know, a sentence each. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>(fates.remarks());
        outcomes.breaches().remark().ifPresent(remarks::add);
        return remarks;
    }

    /** How the clocks ended. */
    SlaOutcomes outcomes() {
        return outcomes;
    }

    private static long ignored(FeedPlan plan) {
        return plan.forecast().ignored().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Why the results are not to be relied on: nothing, or too little, of the file is in them. */
    Optional<String> failure(ReplayOptions options, FeedPlan plan) {
        return new RefusedShare(
                        plan,
                        accepted.size(),
                        total(deadLetters),
                        fates.of(FeedbackFate.TOO_LATE),
                        fates.of(FeedbackFate.EDIT_TOO_LATE))
                .failure(options.mostRefused());
    }

    /** @param late tables of customers and agents by which a live run had not judged everything that this replay has */
    ObjectNode toJson(ReplayOptions options, FeedPlan plan, Map<String, Long> topics, List<LateTable> late) {
        ObjectNode summary = MAPPER.createObjectNode();
        summary.put("file", String.valueOf(options.file().getFileName()));
        summary.put("until", plan.end().toString());
        summary.put("rows", plan.rowCount());
        summary.put("accepted", accepted.size());
        summary.put("balanced", imbalance(plan).isEmpty());
        summary.set("dead_letters", counted(deadLetters, "by_reason"));
        summary.putObject("ignored")
                .put("total", ignored(plan))
                .set("by_reason", MAPPER.valueToTree(plan.forecast().ignored()));
        summary.put("after_until", plan.forecast().leftOut());
        summary.put("dated_by_day", plan.forecast().byDay());
        summary.set("refused_parts", counted(refusedParts, "by_reason"));
        summary.put("feedback", fates.total());
        summary.set("feedback_fates", fatesJson());
        summary.putObject("triage")
                .<ObjectNode>set("by_kind", MAPPER.valueToTree(kinds))
                .set("by_grade", MAPPER.valueToTree(grades));
        summary.set("unmeasured_ratings", counted(answers.unmeasured(), "by_question"));
        summary.set("metrics_without_answers", MAPPER.valueToTree(answers.unanswered()));
        summary.set("feedback_without_segment_value", MAPPER.valueToTree(answers.withoutValue()));
        summary.put("feedback_of_nobody", ofNobody);
        summary.set(
                "late_tables",
                MAPPER.valueToTree(late.stream().map(LateTable::message).toList()));
        summary.putObject("channels").set(plan.channel(), channelJson(plan));
        summary.set("topics", MAPPER.valueToTree(topics));
        summary.put("tickets", tickets.size());
        summary.set("ticket_events", counted(ticketEventTypes, "by_type"));
        summary.set("refused_ticket_events", counted(ofTicketsAlone(), "by_reason"));
        summary.set("sla_events", counted(slaEventTypes, "by_event"));
        summary.put("breaches_known_afterwards", outcomes.breaches().count());
        outcomes.toJson(summary.putArray("clocks"), plan.end());
        outcomes.unjudgedToJson(summary.putArray("clocks_not_judged"));
        summary.set(
                "sentiment",
                counted(fates.texts().byLabel(), "by_label")
                        .set("not_counted", MAPPER.valueToTree(fates.texts().notCounted())));
        summary.set("drift_signals", counted(driftSignals, "by_metric"));
        summary.set("alerts", counted(alertStates, "by_state"));
        summary.set("notifications", counted(notifications, "by_reason"));
        return summary;
    }

    private ObjectNode fatesJson() {
        ObjectNode json = MAPPER.createObjectNode();
        for (FeedbackFate fate : FeedbackFate.values()) {
            json.put(fate.wireName(), fates.of(fate));
        }
        return json.put("duplicates_that_differ", fates.conflicts());
    }

    private ObjectNode channelJson(FeedPlan plan) {
        return MAPPER.createObjectNode()
                .put("rows", plan.rowCount())
                .put("accepted", accepted.size())
                .put("refused", total(deadLetters))
                .put("ignored", ignored(plan))
                .put("feedback", fates.total())
                .put("counted", fates.of(FeedbackFate.COUNTED));
    }

    /** Feedback that came too late for the windows is refused by them, not by the clocks. */
    private Map<String, Integer> ofTicketsAlone() {
        Map<String, Integer> refused = new TreeMap<>(refusedTicketEvents);
        LATE.forEach(fate -> refused.computeIfPresent(fate.wireName(), (reason, all) -> all - (int) fates.of(fate)));
        refused.values().removeIf(count -> count == 0);
        return refused;
    }

    static void write(ObjectNode summary, Path file) throws IOException {
        MAPPER.writeValue(file.toFile(), summary);
    }

    private static ObjectNode counted(Map<String, Integer> counts, String name) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("total", total(counts));
        node.set(name, MAPPER.valueToTree(counts));
        return node;
    }

    private static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void count(Map<String, Integer> counts, String name) {
        counts.merge(name, 1, Integer::sum);
    }
}
