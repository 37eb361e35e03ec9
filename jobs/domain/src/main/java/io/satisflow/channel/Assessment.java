package io.satisflow.channel;

import io.satisflow.channel.field.Field;
import io.satisflow.channel.field.SourceRecord;
import io.satisflow.enrichment.Enrichment;
import io.satisflow.feedback.Feedback;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.triage.Judgement;
import io.satisflow.triage.Statement;
import io.satisflow.triage.Triage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is added to the records of a channel: what tables know of customers and agents, then what they are judged to be by it.
 *
 * @param customer whose ticket a record is about; null where the mapping names none
 */
record Assessment(Triage triage, @Nullable Field customer) implements Serializable {
    private static final String KIND = "kind";
    private static final String GRADE = "grade";
    private static final String REASON = "_reason";
    private static final String ATTRIBUTE = "attributes.";

    /** @param events of the same record, whose tags and priority count too */
    List<Feedback> feedback(List<Feedback> said, List<TicketEvent> events) {
        return said.stream().map(each -> judged(each, events)).toList();
    }

    private Feedback judged(Feedback said, List<TicketEvent> events) {
        if (!triage.judges()) {
            return said;
        }
        Map<String, String> facts = facts(events);
        facts.putAll(said.attributes());
        facts.put("channel", said.channel());
        Judgements verdict = verdict(said.kind(), said.grade(), said, facts);
        Map<String, String> attributes = new TreeMap<>(said.attributes());
        verdict.kind().ifPresent(kind -> attributes.put(KIND + REASON, kind.reason()));
        verdict.grade().ifPresent(grade -> attributes.put(GRADE + REASON, grade.reason()));
        return said.judged(
                verdict.kind().map(Judgement::word).orElse(null),
                verdict.grade().map(Judgement::word).orElse(null),
                attributes);
    }

    private record Judgements(Optional<Judgement> kind, Optional<Judgement> grade) {}

    private Judgements verdict(
            @Nullable String kind, @Nullable String grade, @Nullable Feedback said, Map<String, String> facts) {
        Statement statement = new Statement(
                kind,
                said == null ? null : said.text(),
                said == null ? null : said.language(),
                said == null ? List.of() : said.ratings(),
                facts);
        Optional<Judgement> judgedKind = ofSource(kind).or(() -> triage.kind(statement));
        Statement known = statement.ofKind(judgedKind.map(Judgement::word).orElse(null));
        return new Judgements(judgedKind, ofSource(grade).or(() -> triage.grade(known)));
    }

    private static Optional<Judgement> ofSource(@Nullable String word) {
        return word == null || word.isBlank()
                ? Optional.empty()
                : Optional.of(new Judgement(word, Judgement.OF_SOURCE));
    }

    private static Map<String, String> facts(List<TicketEvent> events) {
        Map<String, String> facts = new TreeMap<>();
        events.forEach(event -> event.details()
                .forEach((name, value) ->
                        facts.put(name.startsWith(ATTRIBUTE) ? name.substring(ATTRIBUTE.length()) : name, value)));
        return facts;
    }

    /** The events of a record's ticket, with a {@code graded} one where what is said makes the ticket graver. */
    List<TicketEvent> events(SourceRecord source, List<TicketEvent> events, List<Feedback> said, Enrichment tables) {
        String whose = Optional.ofNullable(customer).flatMap(source::value).orElse(null);
        List<TicketEvent> enriched =
                events.stream().map(event -> tables.of(event, whose)).toList();
        if (!triage.judges() || enriched.isEmpty()) {
            return enriched;
        }
        Map<String, String> facts = facts(enriched);
        Judgements verdict = verdict(facts.get(KIND), facts.get(GRADE), said.isEmpty() ? null : said.get(0), facts);
        List<TicketEvent> judged = new ArrayList<>();
        boolean begins = false;
        for (TicketEvent event : enriched) {
            boolean isCreation = event.type() == TicketEventType.CREATED;
            begins |= isCreation;
            judged.add(isCreation ? graded(event, verdict) : event);
        }
        if (!begins && raises(verdict)) {
            judged.add(regraded(enriched.get(enriched.size() - 1), verdict));
        }
        return judged;
    }

    /** The first word on a ticket: what its source leaves open. */
    private static TicketEvent graded(TicketEvent created, Judgements verdict) {
        Map<String, String> details = new TreeMap<>(created.details());
        tell(KIND, verdict.kind(), details);
        tell(GRADE, verdict.grade(), details);
        return with(created, created.id(), created.type(), details);
    }

    private static void tell(String name, Optional<Judgement> judgement, Map<String, String> details) {
        judgement
                .filter(judged -> !judged.reason().equals(Judgement.OF_SOURCE))
                .filter(judged -> details.getOrDefault(name, "").isBlank())
                .ifPresent(judged -> {
                    details.put(name, judged.word());
                    details.put(name + REASON, judged.reason());
                });
    }

    private static boolean raises(Judgements verdict) {
        boolean isGrave = verdict.grade()
                .filter(grade -> !grade.reason().equals(Judgement.OF_SOURCE))
                .filter(grade -> Triage.isGraver(grade.word(), Triage.GRADES.get(0)))
                .isPresent();
        boolean isComplaint = verdict.kind()
                .filter(kind -> !kind.reason().equals(Judgement.OF_SOURCE))
                .filter(kind -> kind.word().equals(Triage.KINDS.get(0)))
                .isPresent();
        return isGrave || isComplaint;
    }

    private static TicketEvent regraded(TicketEvent last, Judgements verdict) {
        Map<String, String> details = new TreeMap<>();
        last.detail("channel").ifPresent(channel -> details.put("channel", channel));
        details.put(TicketEvent.TRIAGE, "raises");
        tell(KIND, verdict.kind(), details);
        tell(GRADE, verdict.grade(), details);
        return with(last, last.id() + ":triage", TicketEventType.GRADED, details);
    }

    private static TicketEvent with(TicketEvent event, String id, TicketEventType type, Map<String, String> details) {
        return new TicketEvent(event.ticket(), id, type, event.occurredAt(), event.knownAt(), details);
    }
}
