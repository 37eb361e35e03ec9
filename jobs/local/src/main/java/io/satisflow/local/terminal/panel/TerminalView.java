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
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Puts the state into lines that fit the terminal. Headings begin at the margin, what wants attention with a mark. */
public final class TerminalView {
    private static final int TALL = 30;
    private static final int LOW = 20;
    private static final int MOST_TICKETS = 20;

    private final Language language;
    private final Words words;

    public TerminalView(Language language) {
        this.language = language;
        this.words = Words.in(language);
    }

    /** @param hints what to type next, the last lines */
    public List<String> render(TerminalState state, TerminalSize size, List<String> hints) {
        return render(state, size, hints, Optional.empty());
    }

    /**
     * Of a run, whose time is ours.
     *
     * @param wallClock what time it is outside; empty where time passes otherwise
     */
    public List<String> render(
            TerminalState state, TerminalSize size, List<String> hints, Optional<Instant> wallClock) {
        List<String> lines = new ArrayList<>();
        lines.add(header(state, wallClock));
        List<String> last = size.rows() < LOW ? hints.subList(0, Math.min(1, hints.size())) : hints;
        Optional<Instant> now = state.shownNow();
        if (now.isEmpty()) {
            lines.add(words.say("waiting"));
        } else {
            lines.addAll(panels(state, now.get(), size, size.rows() - 2 - last.size(), wallClock.isPresent()));
        }
        return fitted(lines, last, size);
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

    /**
     * What the reader of a run may do now.
     *
     * @param log of broker, cluster and jobs
     */
    public List<String> runHints(Optional<String> wall, String brokers, Path directory, Path log) {
        List<String> hints = new ArrayList<>();
        wall.ifPresent(address -> hints.add(words.say("hint.wall", address)));
        hints.add(words.say("hint.run", brokers, log));
        hints.add(words.say("hint.status", directory));
        return hints;
    }

    /**
     * @param room lines there are for them
     * @param isRun whether what comes first is what the run before has left, rather than a made-up month
     */
    private List<String> panels(TerminalState state, Instant now, TerminalSize size, int room, boolean isRun) {
        List<String> scores = new ScorePanel(state.scores, words, size.columns()).lines();
        Optional<Duration> behind = state.behindLive();
        if (behind.isPresent()) {
            // Topics are read at different speeds: before all have come to the present, tickets would show the future.
            List<String> lines = new ArrayList<>(scores);
            lines.add(
                    isRun
                            ? words.say("taking.up", TicketPanel.time(behind.get()))
                            : words.say(
                                    "loading",
                                    state.loaded().toDays(),
                                    state.history().toDays()));
            return lines;
        }
        boolean tall = size.rows() >= TALL;
        List<String> lines = new ArrayList<>(scores.subList(0, Math.min(scores.size(), Math.max(2, room / 3))));
        lines.addAll(new AlertPanel(state, now, words, language).lines(tall ? 3 : 1, size.rows() >= LOW));
        // Two headings, and the dead letters.
        int tickets = Math.max(2, room - lines.size() - 3 - (tall ? 1 : 0));
        int breached = Math.max(1, Math.min(tickets * 2 / 5, Math.max(1, (int) state.tickets.breached())));
        TicketPanel panel = new TicketPanel(state.tickets, now, words, size.columns());
        lines.addAll(panel.closest(Math.min(MOST_TICKETS, tickets - breached)));
        lines.addAll(panel.breached(Math.min(MOST_TICKETS, breached)));
        lines.add(words.say(
                "dead.letters",
                state.deadLetters(),
                state.lastReason()
                        .map(reason -> words.say("last", VisibleText.of(reason)))
                        .orElse("")));
        if (tall) {
            lines.add(words.say("legend"));
        }
        return lines;
    }

    private String header(TerminalState state, Optional<Instant> wallClock) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(words.say("time.format"), Locale.forLanguageTag(language.tag()));
        String time = state.shownNow()
                .map(now -> format.format(now.atZone(state.zone())))
                .orElse("--:--");
        if (wallClock.isPresent()) {
            String behind = state.now()
                    .map(now -> TicketPanel.time(Duration.between(now, wallClock.get())))
                    .orElse("-");
            return words.say("header.live", time, behind, number(state.acceptedRecords()));
        }
        String records = number(state.records());
        OptionalDouble speed = state.clock.speed();
        return speed.isEmpty()
                ? words.say("header.loading", time, records)
                : words.say("header", time, String.format(Locale.ROOT, "%,.0f", speed.getAsDouble()), records);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
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
