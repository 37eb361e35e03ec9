package io.satisflow.wall.state;

import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The tickets, those heard of last at the end; of those that are over, only so many are remembered. */
public final class TicketDesk {
    private static final int MOST_OVER = 5_000;
    private static final int MOST = 50_000;

    private final Map<String, TicketTimeline> files = new LinkedHashMap<>();
    private final Map<String, OpenClock> open = new LinkedHashMap<>();
    private int over;
    private long forgotten;

    void heard(TicketEvent event) {
        change(event.getTicket(), file -> file.heard(event));
    }

    void heard(SlaEvent word) {
        change(word.getTicket(), file -> file.heard(word));
    }

    private void change(String ticket, Consumer<TicketTimeline> change) {
        TicketTimeline file = Optional.ofNullable(files.remove(ticket)).orElseGet(() -> new TicketTimeline(ticket));
        files.put(ticket, file);
        boolean wasOver = file.isOver();
        file.clocks().forEach(clock -> open.remove(placeOf(clock)));
        change.accept(file);
        file.clocks().forEach(clock -> open.put(placeOf(clock), clock));
        over += (file.isOver() ? 1 : 0) - (wasOver ? 1 : 0);
        forget();
    }

    private static String placeOf(OpenClock clock) {
        return clock.ticket() + "/" + clock.clock() + "/" + clock.instance();
    }

    private void forget() {
        if (over <= MOST_OVER && files.size() <= MOST) {
            return;
        }
        boolean onlyOver = over > 0;
        for (Iterator<TicketTimeline> eldest = files.values().iterator(); eldest.hasNext(); ) {
            TicketTimeline file = eldest.next();
            if (!onlyOver || file.isOver()) {
                eldest.remove();
                file.clocks().forEach(clock -> open.remove(placeOf(clock)));
                over -= file.isOver() ? 1 : 0;
                forgotten++;
                return;
            }
        }
    }

    public Optional<TicketTimeline> file(String ticket) {
        return Optional.ofNullable(files.get(ticket));
    }

    public Stream<TicketTimeline> files() {
        return files.values().stream();
    }

    /** The promises that are not kept yet, those due first at the front. */
    public Stream<OpenClock> open() {
        return open.values().stream().sorted(OpenClock.BY_DUE);
    }

    public Map<Standing, Long> counts() {
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            counts.put(standing, 0L);
        }
        open.values().forEach(clock -> counts.merge(clock.standing(), 1L, Long::sum));
        return counts;
    }

    public int size() {
        return files.size();
    }

    public long forgotten() {
        return forgotten;
    }
}
