package io.satisflow.local.terminal.panel;

import io.satisflow.local.terminal.KnownTicket;
import io.satisflow.local.terminal.TicketClock;
import io.satisflow.local.terminal.TicketDesk;
import io.satisflow.local.terminal.VisibleText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The tickets that will break a promise next, and those that have. */
final class TicketPanel {
    private static final int LEFT = 9;
    private static final int TICKET = 10;
    private static final int CLOCK = 12;
    private static final int OWNER = 24;
    private static final int OWNER_WHERE_IT_IS_NARROW = 14;
    private static final int WIDE = 78;

    private final TicketDesk tickets;
    private final Instant now;
    private final Words words;
    private final int columns;

    TicketPanel(TicketDesk tickets, Instant now, Words words, int columns) {
        this.tickets = tickets;
        this.now = now;
        this.words = words;
        this.columns = columns;
    }

    List<String> closest(int most) {
        return list(words.say("closest", tickets.said("warn")), tickets.closestToBreach(most));
    }

    List<String> breached(int most) {
        return list(words.say("breached", tickets.said("breach"), tickets.breached()), tickets.breached(most));
    }

    private List<String> list(String heading, List<TicketClock> clocks) {
        List<String> lines = new ArrayList<>();
        lines.add(heading);
        if (clocks.isEmpty()) {
            lines.add("  " + words.say("none"));
        }
        int id = idWidth(clocks);
        clocks.forEach(clock -> lines.add(line(clock, id)));
        return lines;
    }

    /** Ids are what one looks a ticket up by: where there is room, they are whole. */
    private int idWidth(List<TicketClock> clocks) {
        int longest = clocks.stream()
                .mapToInt(clock -> Columns.of(VisibleText.of(clock.ticket())))
                .max()
                .orElse(TICKET);
        return Math.max(TICKET, Math.min(longest, columns / 5));
    }

    private String line(TicketClock clock, int id) {
        KnownTicket file = tickets.file(clock.ticket());
        String owner = file.owner().isEmpty()
                ? words.word("team", file.team())
                : VisibleText.of(file.owner()) + " · " + words.word("team", file.team());
        String mark = clock.standing() == TicketClock.Standing.WARNED ? " ! " : "   ";
        int wide = columns >= WIDE ? OWNER : OWNER_WHERE_IT_IS_NARROW;
        int subject = Math.max(0, columns - 3 - LEFT - id - CLOCK - wide - 4);
        return (clock.standing() == TicketClock.Standing.BREACHED ? " ✗ " : mark)
                + Columns.right(time(left(clock)), LEFT)
                + " "
                + Columns.left(VisibleText.of(clock.ticket()), id)
                + " "
                + Columns.left(words.word("clock", clock.clock()), CLOCK)
                + " "
                + Columns.left(owner, wide)
                + " "
                + Columns.cut(VisibleText.of(file.subject()), subject);
    }

    /** A breach may be read a moment before the time is told that it belongs to, or after it. */
    private Duration left(TicketClock clock) {
        Duration left = Duration.between(now, clock.due());
        boolean isBroken = clock.standing() == TicketClock.Standing.BREACHED;
        return isBroken != left.isNegative() ? Duration.ZERO : left;
    }

    /** Such as {@code 12m 05s}, {@code -1h 20m}. */
    static String time(Duration left) {
        Duration size = left.abs();
        String text = size.toHours() >= 48
                ? "%dd %02dh".formatted(size.toDays(), size.toHoursPart())
                : size.toMinutes() >= 60
                        ? "%dh %02dm".formatted(size.toHours(), size.toMinutesPart())
                        : "%dm %02ds".formatted(size.toMinutes(), size.toSecondsPart());
        return left.isNegative() ? "-" + text : text;
    }
}
