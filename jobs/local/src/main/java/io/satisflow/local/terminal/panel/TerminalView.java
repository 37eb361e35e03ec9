package io.satisflow.local.terminal.panel;

import io.satisflow.alerts.receiver.Language;
import io.satisflow.local.terminal.TerminalSize;
import io.satisflow.local.terminal.TerminalState;
import io.satisflow.local.terminal.VisibleText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the state into lines that fit the terminal. Headings begin at the margin, what wants attention with a mark. */
public final class TerminalView {
    private static final int TALL = 30;

    private final Language language;
    private final Words words;

    public TerminalView(Language language) {
        this.language = language;
        this.words = Words.in(language);
    }

    /** @param hints what to type next, the last lines */
    public List<String> render(TerminalState state, TerminalSize size, List<String> hints) {
        List<String> lines = new ArrayList<>();
        lines.add(header(state));
        Optional<Instant> now = state.now();
        if (now.isEmpty()) {
            lines.add(words.say("waiting"));
        } else {
            lines.addAll(panels(state, now.get(), size));
        }
        return fitted(lines, hints, size);
    }

    /**
     * What a reader may do now.
     *
     * @param wall where it is to be seen in a browser; empty for no wall
     */
    public List<String> hints(Optional<String> wall, @Nullable String brokers, Path directory) {
        List<String> hints = new ArrayList<>();
        wall.ifPresent(address -> hints.add(words.say("hint.wall", address)));
        hints.add(words.say("hint.demo", String.valueOf(brokers), directory.resolve("satisflow.log")));
        hints.add(words.say("hint.next"));
        return hints;
    }

    private List<String> panels(TerminalState state, Instant now, TerminalSize size) {
        boolean tall = size.rows() >= TALL;
        TicketPanel tickets = new TicketPanel(state.tickets, now, words, size.columns());
        List<String> lines = new ArrayList<>(new ScorePanel(state.scores, words, size.columns()).lines());
        Optional<Duration> behind = state.behindLive();
        if (behind.isPresent()) {
            // Topics are read at different speeds: before all have come to the present, tickets would show the future.
            lines.add(words.say("loading", behind.get().toDays(), behind.get().toHoursPart()));
            return lines;
        }
        lines.addAll(new AlertPanel(state, now, words, language).lines(tall ? 3 : 1));
        lines.addAll(tickets.closest(tall ? 5 : 3));
        lines.addAll(tickets.breached(tall ? 4 : 2));
        lines.add(words.say(
                "dead.letters",
                state.deadLetters(),
                state.lastReason()
                        .map(reason -> words.say("last", VisibleText.of(reason)))
                        .orElse("")));
        return lines;
    }

    private String header(TerminalState state) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(words.say("time.format"), Locale.forLanguageTag(language.tag()));
        String time =
                state.now().map(now -> format.format(now.atZone(state.zone()))).orElse("--:--");
        String speed = state.clock.speed().isPresent()
                ? String.format(Locale.ROOT, "%,.0fx", state.clock.speed().getAsDouble())
                : "-";
        return words.say("header", time, speed, String.format(Locale.ROOT, "%,d", state.records()));
    }

    /** The hints stay when there is too much. */
    private static List<String> fitted(List<String> lines, List<String> hints, TerminalSize size) {
        List<String> fitted = new ArrayList<>(lines.subList(0, Math.min(lines.size(), size.rows() - hints.size() - 1)));
        fitted.addAll(hints);
        return fitted.stream()
                .map(line -> Columns.cut(line, size.columns()).stripTrailing())
                .toList();
    }
}
