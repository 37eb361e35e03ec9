package io.satisflow.calendar.ical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A {@code VEVENT}, without what stands nested in it.
 *
 * @param line where it begins
 * @param properties by name; of those that stand several times, all
 */
record IcalEvent(int line, Map<String, List<IcalLine>> properties) {
    private static final String EVENT = "VEVENT";
    private static final String CALENDAR = "VCALENDAR";

    /** @throws IcalException when the text is not an iCalendar, or breaks off */
    static List<IcalEvent> read(String text) {
        List<IcalLine> lines = IcalLine.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (lines.isEmpty() || !isBegin(lines.get(0), CALENDAR)) {
            throw new IcalException(1, "not an iCalendar file; it would begin with BEGIN:VCALENDAR");
        }
        List<IcalEvent> events = new ArrayList<>();
        List<IcalLine> open = new ArrayList<>();
        Map<String, List<IcalLine>> properties = new TreeMap<>();
        for (IcalLine line : lines) {
            if (line.name().equals("BEGIN")) {
                open.add(line);
            } else if (line.name().equals("END")) {
                IcalLine begin = closed(open, line);
                if (begin.value().equalsIgnoreCase(EVENT)) {
                    events.add(new IcalEvent(begin.number(), properties));
                    properties = new TreeMap<>();
                }
            } else if (!open.isEmpty() && isBegin(open.get(open.size() - 1), EVENT)) {
                properties
                        .computeIfAbsent(line.name(), name -> new ArrayList<>())
                        .add(line);
            }
        }
        if (!open.isEmpty()) {
            IcalLine last = open.get(open.size() - 1);
            throw new IcalException(
                    last.number(), "BEGIN:%s without its end; the file is cut off".formatted(last.value()));
        }
        return events;
    }

    private static IcalLine closed(List<IcalLine> open, IcalLine end) {
        if (open.isEmpty() || !isBegin(open.get(open.size() - 1), end.value())) {
            throw new IcalException(end.number(), "END:%s without its beginning".formatted(end.value()));
        }
        return open.remove(open.size() - 1);
    }

    private static boolean isBegin(IcalLine line, String component) {
        return line.name().equals("BEGIN") && line.value().equalsIgnoreCase(component);
    }

    Optional<IcalLine> find(String name) {
        return properties.getOrDefault(name, List.of()).stream().findFirst();
    }

    List<IcalLine> all(String name) {
        return properties.getOrDefault(name, List.of());
    }

    String summary() {
        return find("SUMMARY").map(IcalLine::text).orElse("");
    }
}
