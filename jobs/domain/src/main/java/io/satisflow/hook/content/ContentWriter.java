package io.satisflow.hook.content;

import io.satisflow.hook.action.LinkKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts messages in words, with as much detail as asked for. */
public final class ContentWriter {
    private static final int HEADLINE = 300;
    private static final int OVERDUE_LINES = 20;

    private final Message message;
    private final Detail detail;
    private final Words words;
    private final LinkWriter links;

    private ContentWriter(Message message, Detail detail, @Nullable LinkKey linkKey) {
        this.message = message;
        this.detail = detail;
        this.words = Words.in(message.language());
        this.links = new LinkWriter(message, detail, linkKey, words);
    }

    /** @param linkKey signs links by which a reader can act; null for none */
    public static Content write(Message message, Detail detail, @Nullable LinkKey linkKey) {
        ContentWriter writer = new ContentWriter(message, detail, linkKey);
        return switch (message.kind()) {
            case ALERT -> writer.alerts();
            case DIGEST -> writer.digest();
            case OVERDUE -> writer.overdue();
            case TEST -> writer.test();
        };
    }

    private Content alerts() {
        List<MessageAlert> alerts = message.alerts();
        List<MessageAlert> shown = alerts.subList(0, Math.min(detail.alerts(), alerts.size()));
        boolean alone = alerts.size() == 1;
        List<Paragraph> paragraphs = shown.stream()
                .map(alert -> paragraph(alert, alone, links.of(alert, shown)))
                .toList();
        List<String> notes = new ArrayList<>();
        if (message.reason().equals("repeat")) {
            notes.add(words.say("repeat"));
        }
        int left = alerts.size() - shown.size() + message.more();
        if (left > 0) {
            notes.add(words.say("truncated", left));
            counted("team").ifPresent(notes::add);
            counted("clock").ifPresent(notes::add);
        }
        if (detail.lines() > 1) {
            NextStep.of(alerts).map(step -> words.say(step.key(alerts))).ifPresent(notes::add);
        }
        return content(cut(message.title(), HEADLINE), paragraphs, notes);
    }

    /** What is not shown, by team or clock. */
    private Optional<String> counted(String by) {
        String counts = message.counts().entrySet().stream()
                .filter(count -> count.getKey().startsWith(by + "="))
                .map(count -> count.getKey().substring(by.length() + 1).replace('_', ' ') + " " + count.getValue())
                .collect(Collectors.joining(", "));
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(cut(words.say("counts." + by, counts), Math.max(60, detail.bytes())));
    }

    private Paragraph paragraph(MessageAlert alert, boolean alone, List<NamedLink> places) {
        String mark = alert.isOver() ? "✓ " : "● ";
        List<String> lines = Arrays.stream(alert.description().split("\n", -1))
                .map(line -> cut(line, detail.bytes()))
                .filter(line -> !line.isEmpty())
                .limit(detail.lines())
                .toList();
        String head = alone ? "" : mark + cut(alert.summary(), Math.min(HEADLINE, detail.bytes()));
        return new Paragraph(Tone.of(alert), head, lines, places);
    }

    /** Every alert in a line of its own: however short the lines become, none is left out. */
    private Content digest() {
        List<String> lines = message.alerts().stream().map(this::mention).toList();
        List<String> notes = new ArrayList<>(List.of(words.say("digest.note")));
        if (message.more() > 0) {
            notes.add(words.say("truncated", message.more()));
        }
        return content(words.say("digest.title", message.alerts().size() + message.more()), listed(lines), notes);
    }

    private Content overdue() {
        List<MessageAlert> alerts = message.alerts();
        int shown = Math.min(OVERDUE_LINES, Math.min(2 * detail.alerts(), alerts.size()));
        int left = alerts.size() - shown + message.more();
        List<String> lines = alerts.stream().limit(shown).map(this::mention).toList();
        List<String> notes = new ArrayList<>(List.of(words.say("overdue.note")));
        if (left > 0) {
            notes.add(words.say("truncated", left));
        }
        return content(words.say("overdue.title", alerts.size() + message.more()), listed(lines), notes);
    }

    private Content test() {
        return content(words.say("test.title"), List.of(), List.of(words.say("test.note", message.receiver())));
    }

    private Content content(String headline, List<Paragraph> paragraphs, List<String> notes) {
        return new Content(message, Tone.of(message.alerts()), headline, paragraphs, notes);
    }

    private List<Paragraph> listed(List<String> lines) {
        return List.of(new Paragraph(Tone.of(message.alerts()), "", lines, links.ofWall()));
    }

    private String mention(MessageAlert alert) {
        String state = alert.isOver() ? words.say("state.resolved") : words.say("severity." + severity(alert));
        String mark = alert.isOver() ? "✓" : "●";
        return cut(words.say("mention", mark, state, alert.summary()), Math.max(60, detail.bytes() / 2));
    }

    private static String severity(MessageAlert alert) {
        return Set.of("info", "critical").contains(alert.severity()) ? alert.severity() : "warning";
    }

    private static String cut(String text, int bytes) {
        return Cut.bytes(SafeText.line(text, bytes), bytes);
    }
}
