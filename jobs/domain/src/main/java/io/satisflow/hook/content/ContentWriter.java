package io.satisflow.hook.content;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts messages in words, with as much detail as asked for. */
public final class ContentWriter {
    private static final int HEADLINE = 300;
    private static final int OVERDUE_LINES = 20;
    private static final String LINK = "url";
    /** Where the channel itself shows the ticket. */
    private static final String TICKET = "link";

    private static final String LINK_ENDING = "_url";
    private static final Set<String> WEB = Set.of("http", "https");

    private final Message message;
    private final Detail detail;
    private final Words words;

    private ContentWriter(Message message, Detail detail) {
        this.message = message;
        this.detail = detail;
        this.words = Words.in(message.language());
    }

    public static Content write(Message message, Detail detail) {
        ContentWriter writer = new ContentWriter(message, detail);
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
        List<Paragraph> paragraphs =
                shown.stream().map(alert -> paragraph(alert, alone)).toList();
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

    private Paragraph paragraph(MessageAlert alert, boolean alone) {
        String mark = alert.isOver() ? "✓ " : "● ";
        List<String> lines = Arrays.stream(alert.description().split("\n", -1))
                .map(line -> cut(line, detail.bytes()))
                .filter(line -> !line.isEmpty())
                .limit(detail.lines())
                .toList();
        String head = alone ? "" : mark + cut(alert.summary(), Math.min(HEADLINE, detail.bytes()));
        return new Paragraph(Tone.of(alert), head, lines, links(alert));
    }

    /** Every alert in a line of its own: however short the lines become, none is left out. */
    private Content digest() {
        List<String> lines = message.alerts().stream().map(this::mention).toList();
        return content(
                words.say("digest.title", message.alerts().size()), listed(lines), List.of(words.say("digest.note")));
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
        List<NamedLink> wall = message.externalUrl().isEmpty()
                ? List.of()
                : link("wall", message.externalUrl()).map(List::of).orElse(List.of());
        return List.of(new Paragraph(Tone.of(message.alerts()), "", lines, wall));
    }

    private String mention(MessageAlert alert) {
        String state = alert.isOver() ? words.say("state.resolved") : words.say("severity." + severity(alert));
        String mark = alert.isOver() ? "✓" : "●";
        return cut(words.say("mention", mark, state, alert.summary()), Math.max(60, detail.bytes() / 2));
    }

    private static String severity(MessageAlert alert) {
        return Set.of("info", "critical").contains(alert.severity()) ? alert.severity() : "warning";
    }

    /** Annotations that are addresses, by their names; and its places on the wall. */
    private List<NamedLink> links(MessageAlert alert) {
        Map<String, NamedLink> links = new TreeMap<>();
        alert.annotations().forEach((name, value) -> {
            if (name.equals(LINK) || name.equals(TICKET) || name.endsWith(LINK_ENDING)) {
                String what = name.equals(LINK)
                        ? "wall"
                        : name.equals(TICKET) ? "ticket" : name.substring(0, name.length() - LINK_ENDING.length());
                link(what, value).ifPresent(link -> links.put(what, link));
            }
        });
        String wall = message.externalUrl();
        if (!wall.isEmpty()) {
            if (!links.containsKey("wall")) {
                link("wall", WallLinks.view(wall, alert)).ifPresent(link -> links.put("wall", link));
            }
            if (!alert.isOver()) {
                link("handle", WallLinks.page(wall, alert)).ifPresent(link -> links.put("handle", link));
            }
        }
        return List.copyOf(links.values());
    }

    private Optional<NamedLink> link(String name, String address) {
        try {
            URI uri = URI.create(address.strip());
            boolean web = uri.getHost() != null && WEB.contains(String.valueOf(uri.getScheme()));
            return web
                    ? Optional.of(
                            new NamedLink(SafeText.line(words.link(name), 40), Escape.address(uri.toASCIIString())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String cut(String text, int bytes) {
        return Cut.bytes(SafeText.line(text, bytes), bytes);
    }
}
