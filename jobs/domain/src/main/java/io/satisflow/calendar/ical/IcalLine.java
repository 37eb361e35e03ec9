package io.satisflow.calendar.ical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A content line: {@code DTSTART;VALUE=DATE:20260101}.
 *
 * @param number of its first line in the file, counted from 1
 * @param name in upper case, without parameters
 * @param parameters by their names in upper case; quotes are taken off
 */
record IcalLine(int number, String name, Map<String, String> parameters, String value) {

    /**
     * All lines of a file, folded ones put together.
     *
     * @throws IcalException when a line is not of that form
     */
    static List<IcalLine> read(String text) {
        List<IcalLine> lines = new ArrayList<>();
        StringBuilder unfolded = new StringBuilder();
        int begin = 1;
        int number = 0;
        for (String raw : text.split("\r\n|\n|\r", -1)) {
            number++;
            if (raw.startsWith(" ") || raw.startsWith("\t")) {
                unfolded.append(raw, 1, raw.length());
                continue;
            }
            addIfAny(lines, begin, unfolded);
            unfolded.setLength(0);
            unfolded.append(raw);
            begin = number;
        }
        addIfAny(lines, begin, unfolded);
        return lines;
    }

    private static void addIfAny(List<IcalLine> lines, int number, CharSequence unfolded) {
        if (!unfolded.toString().isBlank()) {
            lines.add(parse(number, unfolded.toString()));
        }
    }

    private static IcalLine parse(int number, String line) {
        List<String> head = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char each = line.charAt(at);
            if (each == '"') {
                quoted = !quoted;
            } else if (!quoted && (each == ';' || each == ':')) {
                head.add(line.substring(from, at));
                from = at + 1;
                if (each == ':') {
                    return new IcalLine(
                            number, head.get(0).toUpperCase(Locale.ROOT), parameters(head), line.substring(from));
                }
            }
        }
        throw new IcalException(number, "expected NAME:VALUE, as iCalendar files have it");
    }

    private static Map<String, String> parameters(List<String> head) {
        Map<String, String> parameters = new TreeMap<>();
        for (String each : head.subList(1, head.size())) {
            String[] parts = each.split("=", 2);
            parameters.put(parts[0].toUpperCase(Locale.ROOT), parts.length == 1 ? "" : parts[1].replace("\"", ""));
        }
        return parameters;
    }

    /** The value as text: escaped commas, semicolons and line breaks as they are meant. */
    String text() {
        return value.replaceAll("\\\\[nN]", " ").replaceAll("\\\\(.)", "$1").strip();
    }
}
