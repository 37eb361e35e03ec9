package io.satisflow.channel.draft.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.channel.draft.column.SampledField;
import io.satisflow.channel.draft.column.SignsForNothing;
import io.satisflow.channel.draft.text.DraftLine;
import io.satisflow.channel.draft.text.DraftText;
import io.satisflow.channel.draft.text.DraftedTimes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code ticket} section of a draft: what happened when as far as a list of tickets tells it, how each stands, and which
 * clocks nobody can judge by it.
 */
public final class TicketDraft {
    private final TicketColumns columns;
    private final SampledField id;
    private final SampledField created;
    private final DraftedTimes times;
    private final List<JsonNode> records;
    private final DraftText text;

    /** @param records of the sample, to see how tickets stand whose status no vocabulary knows */
    public TicketDraft(
            TicketColumns columns,
            SampledField id,
            SampledField created,
            DraftedTimes times,
            List<JsonNode> records,
            DraftText text) {
        this.columns = columns;
        this.id = id;
        this.created = created;
        this.times = times;
        this.records = records;
        this.text = text;
    }

    /** The last that a record tells: nobody can have known of it before, and what is said in it counts then. */
    public String lastKnown() {
        List<SampledField> ends = Stream.of(columns.updated, columns.closed, columns.solved)
                .flatMap(Optional::stream)
                .toList();
        Optional<SampledField> firstReplyAfter =
                columns.firstReply.isPresent() ? Optional.empty() : columns.firstReplyAfter;
        Optional<String> length = Stream.of(columns.solvedAfter, firstReplyAfter)
                .flatMap(Optional::stream)
                .filter(field -> ends.isEmpty())
                .flatMap(field ->
                        TicketColumns.since(field).map(unit -> times.afterIfAny(field, unit, created)).stream())
                .findFirst();
        return length.orElseGet(() -> times.atFirst(Stream.concat(
                        ends.stream(),
                        Stream.of(columns.firstReply, columns.assigned, Optional.of(created))
                                .flatMap(Optional::stream))
                .toList()));
    }

    public void write() {
        Map<String, String> statuses = statuses();
        text.remark(
                text.say("Each record looks like a ticket as it stands now. Compare the words of the status with what"
                        + " they mean to you."));
        text.line("ticket:");
        text.line("  id: " + text.pointer(id));
        text.line("  events:", text.say("what happened when; a place without a time tells of nothing"));
        event(
                "created",
                "status: new, created_by: customer",
                times.at(created),
                text.say("if agents open tickets too, say by which column: created_by: {pointer: .., values: {..}}"));
        columns.assigned.ifPresent(field -> event(
                "assigned",
                columns.owner.map(owner -> "to: " + somebody(owner)).orElse(""),
                times.at(field),
                times.why(field)));
        firstReply();
        ends(statuses);
        snapshots(statuses);
        columns.status.ifPresent(field -> text.line(
                "  status: {pointer: %s, values: {%s}}".formatted(text.pointer(field), yaml(statuses)),
                statusRemark(field)));
        columns.priority.ifPresent(field -> words("priority", field, TicketVocabulary::priority, ""));
        columns.kind.ifPresent(field -> words("kind", field, TicketVocabulary::kind, ", listed_only: true"));
        columns.team.ifPresent(field -> text.line("  team: " + somebody(field), such(field)));
        columns.owner.ifPresent(field -> text.line("  to: " + somebody(field), such(field)));
        UnfedClocks.write(text, UnfedClocks.of(columns));
        text.line("  # "
                + text.say("Nor does a list tell what was opened again or handed over: fcr and reopen_rate would"
                        + " flatter."));
    }

    private void firstReply() {
        columns.firstReply.ifPresent(field -> event(
                "agent_reply",
                "",
                times.at(field),
                text.and(times.why(field), text.say("CHECK that robots' replies do not count"))));
        if (columns.firstReply.isEmpty()) {
            columns.firstReplyAfter.ifPresent(field -> after(field, "agent_reply", ""));
        }
    }

    /** A length in working hours, or in an unknown unit, is no time: a line for a person to finish. */
    private void after(SampledField field, String event, String more) {
        Optional<String> unit = TicketColumns.since(field);
        String what = "{event: %s, %soccurred_at: %s}"
                .formatted(event, more, times.after(field, unit.orElse("minutes_since"), created));
        if (unit.isPresent()) {
            text.line("    - " + what, text.such(text.say("as long after the creation; CHECK the unit"), field));
        } else {
            text.line("    # - " + what, text.such(text.say(whyNotAfter(field)), field));
        }
    }

    private static String whyNotAfter(SampledField field) {
        return TicketColumns.isOfWorkingHours(field)
                ? "counted in working hours by the tool, which tells no time on the wall"
                : "its unit is not told: write seconds_since, minutes_since or hours_since, and take the first # away";
    }

    private void ends(Map<String, String> statuses) {
        // Where nothing tells when a ticket was opened again, one that is open has not been solved yet.
        String when = columns.updated.isPresent() || columns.status.isEmpty()
                ? ""
                : "when: {%s: [%s]}, ".formatted(text.pointer(columns.status.get()), ended(statuses));
        columns.solved.ifPresent(field -> end(when, "solved", times.at(field), times.why(field)));
        if (columns.solved.isEmpty()) {
            columns.solvedAfter.ifPresent(field -> after(field, "status", "status: solved, "));
        }
        columns.closed.ifPresent(field -> end(
                when,
                columns.solved.isPresent() ? "closed" : "solved",
                times.at(field),
                text.and(
                        times.why(field),
                        columns.solved.isPresent() ? "" : text.say("no other time of a solution is in the file"))));
    }

    private void end(String when, String status, String time, String why) {
        text.line("    - {%sevent: status, status: %s, occurred_at: %s}".formatted(when, status, time), why);
    }

    private void snapshots(Map<String, String> statuses) {
        if (columns.status.isEmpty()) {
            return;
        }
        String status = text.pointer(columns.status.get());
        List<SampledField> lastSeen = Stream.of(columns.updated, Optional.of(created))
                .flatMap(Optional::stream)
                .toList();
        if (ended(statuses).isEmpty()) {
            text.line(
                    "    - {when: {%s: {not: \"\"}}, event: snapshot, occurred_at: %s}"
                            .formatted(status, times.atFirst(lastSeen)),
                    text.say("how it stands now"));
            return;
        }
        text.line(
                "    - {when: {%s: [%s]}, event: snapshot, occurred_at: %s}"
                        .formatted(status, ended(statuses), endedAt()),
                text.say("how it stands now; one that is over, but tells no time of it, stays open"));
        text.line("    - {when: {%s: {not: [\"\", %s]}}, event: snapshot, occurred_at: %s}"
                .formatted(status, ended(statuses), times.atFirst(lastSeen)));
    }

    /** When a ticket that is over came to stand as it does: never at its creation while anything later is known. */
    private String endedAt() {
        List<SampledField> ends = Stream.of(columns.closed, columns.solved, columns.updated)
                .flatMap(Optional::stream)
                .toList();
        if (!ends.isEmpty()) {
            return times.atFirst(ends);
        }
        return since(columns.solvedAfter)
                .or(() -> columns.firstReply.map(reply -> times.atFirst(List.of(reply, created))))
                .or(() -> since(columns.firstReplyAfter))
                .orElseGet(() -> times.at(created));
    }

    private Optional<String> since(Optional<SampledField> length) {
        return length.flatMap(field -> TicketColumns.since(field).map(unit -> times.after(field, unit, created)));
    }

    private static String ended(Map<String, String> statuses) {
        return statuses.entrySet().stream()
                .filter(each ->
                        each.getValue().equals("solved") || each.getValue().equals("closed"))
                .map(each -> DraftLine.quoted(each.getKey()))
                .collect(Collectors.joining(", "));
    }

    private Map<String, String> statuses() {
        Map<String, String> statuses = new LinkedHashMap<>();
        columns.status.ifPresent(field -> field.values().stream()
                .distinct()
                .sorted()
                .forEach(word ->
                        statuses.put(word, TicketVocabulary.status(word).orElseGet(() -> guess(field, word)))));
        return statuses;
    }

    /** By whether most tickets of that word have an end. */
    private String guess(SampledField status, String word) {
        List<JsonNode> such = records.stream()
                .filter(record -> record.at(status.pointer()).asText().strip().equals(word))
                .toList();
        long ended = such.stream()
                .filter(record -> Stream.of(columns.solved, columns.closed)
                        .flatMap(Optional::stream)
                        .anyMatch(field -> !record.at(field.pointer()).asText().isBlank()
                                && !field.placeholders()
                                        .contains(record.at(field.pointer())
                                                .asText()
                                                .strip())))
                .count();
        return ended * 2 > such.size() ? "solved" : "open";
    }

    private String statusRemark(SampledField field) {
        String unknown = field.values().stream()
                .distinct()
                .filter(word -> TicketVocabulary.status(word).isEmpty())
                .sorted()
                .map(DraftLine::quoted)
                .collect(Collectors.joining(", "));
        return DraftLine.comment(
                unknown.isEmpty()
                        ? text.say(
                                "CONFIRM: new, open, pending (on the customer), on_hold (on others), solved or closed;"
                                        + " another word refuses its row")
                        : text.say(
                                "CONFIRM; GUESSED %s by whether they have an end; another word refuses its row",
                                unknown));
    }

    private void words(String name, SampledField field, Function<String, Optional<String>> ours, String more) {
        Map<String, String> values = new LinkedHashMap<>();
        field.values().stream()
                .distinct()
                .sorted()
                .forEach(word -> ours.apply(word).ifPresent(known -> values.put(word, known)));
        text.line(
                values.isEmpty()
                        ? "  %s: %s".formatted(name, text.pointer(field))
                        : "  %s: {pointer: %s, values: {%s}%s}"
                                .formatted(name, text.pointer(field), yaml(values), more),
                such(field));
    }

    /** Whom the column names: a sign for nobody is no name. */
    private String somebody(SampledField field) {
        return text.pointer(field, SignsForNothing::isNobody);
    }

    private void event(String type, String more, String time, String why) {
        text.line("    - {event: %s, occurred_at: %s%s}".formatted(type, time, more.isEmpty() ? "" : ", " + more), why);
    }

    private String such(SampledField field) {
        return text.such(text.say("by its name"), field);
    }

    private static String yaml(Map<String, String> values) {
        List<String> entries = new ArrayList<>();
        values.forEach((word, ours) -> entries.add(DraftLine.quoted(word) + ": " + ours));
        return String.join(", ", entries);
    }
}
