package io.satisflow.channel.draft.message;

import io.satisflow.channel.draft.column.SampledField;
import io.satisflow.channel.draft.likeness.CustomerColumn;
import io.satisflow.channel.draft.message.MessageVocabulary.Side;
import io.satisflow.channel.draft.message.MessageVocabulary.Sort;
import io.satisflow.channel.draft.text.DraftLine;
import io.satisflow.channel.draft.text.DraftText;
import io.satisflow.channel.draft.text.DraftedTimes;
import io.satisflow.channel.draft.ticket.UnfedClocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The draft of an export with a row for each message: its conversations are tickets, and what customers write is feedback. */
public final class MessageDraft {
    private static final String OPENED = "id: {constant: opened}, event: created, created_by: %s";

    private final MessageColumns columns;
    private final String words;
    private final DraftedTimes times;
    private final DraftText text;

    /** @param words where the text of a message stands, and how it is read */
    public MessageDraft(MessageColumns columns, String words, DraftedTimes times, DraftText text) {
        this.columns = columns;
        this.words = words;
        this.times = times;
        this.text = text;
    }

    /** An id of what tells one message from another, where they have none of their own. */
    public void writeJoinedId() {
        text.line(
                "id: {join: [%s], with: \":\"}"
                        .formatted(text.pointers(List.of(columns.conversation, columns.time, columns.side))),
                text.say("messages have no id of their own; two of one side at the same moment count as one"));
    }

    /** @param headers what tells lines that are no records; empty where there are none */
    public void write(String headers) {
        text.line("occurred_at: " + times.at(columns.time), text.such(times.why(columns.time), columns.time));
        ignored(headers);
        customer();
        text.line("text: " + words, text.such(text.say("the words of a message"), columns.words));
        text.line("feedback:");
        text.line(
                "  when: {%s}".formatted(said(Side.CUSTOMER)),
                text.say("CONFIRM who is a customer: agents and robots give no feedback"));
        text.line("  attributes: {ticket: %s}".formatted(text.pointer(columns.conversation)));
        text.line("ticket:");
        text.line(
                "  id: " + text.pointer(columns.conversation),
                text.such(text.say("one conversation is one ticket"), columns.conversation));
        text.line("  events:");
        events();
        boolean tellsEnd = !sorts(Sort.END).isEmpty();
        UnfedClocks.write(text, UnfedClocks.ofMessages(tellsEnd));
        if (!tellsEnd) {
            text.line("solved_after: 72h", text.say("of silence: no row says that a conversation is over"));
        }
    }

    private void ignored(String headers) {
        List<String> nobody = Stream.concat(columns.wordsOf(Side.NOBODY).stream(), columns.unknownSides().stream())
                .toList();
        List<String> events = sorts(Sort.EVENT);
        text.line("ignore:");
        if (!headers.isEmpty()) {
            text.line(
                    "  - {%s}".formatted(headers), text.say("lines below the header that name the columns once more"));
        }
        if (!nobody.isEmpty()) {
            String unknown =
                    columns.unknownSides().stream().map(DraftLine::quoted).collect(Collectors.joining(", "));
            text.line(
                    "  - {%s}".formatted(and(is(columns.side, nobody), unlessEnd())),
                    unknown.isEmpty()
                            ? text.say("no words of anybody")
                            : text.say(
                                    "CONFIRM: %s is known neither as a customer nor as an agent, and left out",
                                    DraftLine.comment(unknown)));
        }
        if (!events.isEmpty()) {
            text.line("  - {%s}".formatted(is(columns.sort.get(), events)), text.say("no words of anybody"));
        }
        text.line(
                "  - {%s}".formatted(and("%s: \"\"".formatted(text.pointer(columns.words)), unlessEnd())),
                text.say("nothing is said in it"));
    }

    private void customer() {
        Optional<SampledField> own = columns.customer;
        if (own.isPresent()) {
            text.line(
                    "customer: " + text.pointer(own.get()),
                    text.such(CustomerColumn.remark(own.get(), text), own.get()));
        } else if (columns.writer.isPresent()) {
            text.line(
                    "customer: {select: {where: {%s}, take: %s}}"
                            .formatted(
                                    is(columns.side, columns.wordsOf(Side.CUSTOMER)),
                                    text.pointer(columns.writer.get())),
                    text.say("who wrote, where that is a customer"));
        }
    }

    private void events() {
        String customers = said(Side.CUSTOMER);
        event(
                customers,
                OPENED.formatted("customer"),
                text.say("whoever writes first opens it: all tell it by one id, and the earliest counts"));
        event(customers, "event: customer_message", "");
        if (!columns.wordsOf(Side.AGENT).isEmpty()) {
            ofAgents();
        }
        if (!columns.wordsOf(Side.ROBOT).isEmpty()) {
            event(said(Side.ROBOT), "event: bot_reply", text.say("a robot's words are no answer of a person"));
        }
        if (!sorts(Sort.END).isEmpty()) {
            event(is(columns.sort.get(), sorts(Sort.END)), "event: status, status: solved", text.say("it is over"));
        }
    }

    private void ofAgents() {
        String agents = said(Side.AGENT);
        String anyhow = is(columns.side, columns.wordsOf(Side.AGENT));
        String author =
                columns.author.map(field -> ", agent: " + text.pointer(field)).orElse("");
        event(agents, OPENED.formatted("agent"), "");
        event(agents, "event: agent_reply" + author, text.say("CHECK that robots' replies do not count"));
        columns.automatic.ifPresent(flag -> event(
                and(anyhow, is(flag, yes(flag))),
                "event: bot_reply",
                text.say("sent by a rule, so no answer of a person")));
        columns.hidden.ifPresent(flag ->
                event(and(anyhow, is(flag, yes(flag))), "event: internal_note", text.say("among colleagues")));
        if (!sorts(Sort.NOTE).isEmpty()) {
            event(
                    and(anyhow, is(columns.sort.get(), sorts(Sort.NOTE))),
                    "event: internal_note",
                    text.say("among colleagues"));
        }
    }

    private void event(String when, String what, String remark) {
        text.line("    - {when: {%s}, %s}".formatted(when, what), remark);
    }

    /** What one side has said to the other: no notes among colleagues, nothing automatic, and not only the end. */
    private String said(Side who) {
        List<String> all = new ArrayList<>();
        all.add(is(columns.side, columns.wordsOf(who)));
        if (!sorts(Sort.END).isEmpty()) {
            all.add("%s: {not: \"\"}".formatted(text.pointer(columns.words)));
        }
        if (who == Side.AGENT) {
            columns.automatic.ifPresent(flag -> all.add(isNot(flag, yes(flag))));
            columns.hidden.ifPresent(flag -> all.add(isNot(flag, yes(flag))));
            if (!sorts(Sort.NOTE).isEmpty()) {
                all.add(isNot(columns.sort.get(), sorts(Sort.NOTE)));
            }
        }
        return String.join(", ", all);
    }

    private String unlessEnd() {
        List<String> ends = sorts(Sort.END);
        return ends.isEmpty() ? "" : isNot(columns.sort.get(), ends);
    }

    private List<String> sorts(Sort meant) {
        return columns.sort
                .map(field -> field.values().stream()
                        .distinct()
                        .sorted()
                        .filter(word -> MessageVocabulary.sort(word)
                                .filter(meant::equals)
                                .isPresent())
                        .toList())
                .orElse(List.of());
    }

    private static List<String> yes(SampledField flag) {
        List<String> seen = flag.values().stream()
                .distinct()
                .filter(MessageVocabulary::isYes)
                .toList();
        return seen.isEmpty() ? List.of("true") : seen;
    }

    private String is(SampledField field, List<String> words) {
        return "%s: [%s]".formatted(text.pointer(field), listed(words));
    }

    private String isNot(SampledField field, List<String> words) {
        return "%s: {not: [%s]}".formatted(text.pointer(field), listed(words));
    }

    private static String listed(List<String> words) {
        return words.stream().map(DraftLine::quoted).collect(Collectors.joining(", "));
    }

    private static String and(String one, String other) {
        return other.isEmpty() ? one : one + ", " + other;
    }
}
