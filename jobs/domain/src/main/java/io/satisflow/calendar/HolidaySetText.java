package io.satisflow.calendar;

import java.time.LocalDate;
import java.util.Map;

/** A set of one year as the file that it is read from. */
public final class HolidaySetText {
    private HolidaySetText() {}

    /** @param origin where the days come from, for whoever reads the file */
    public static String of(HolidaySet set, String origin) {
        StringBuilder yaml = new StringBuilder("# %s\n".formatted(origin.replaceAll("\\R", " ")));
        add(yaml, "holidays", set.holidays());
        add(yaml, "makeup", set.makeUpDays());
        return yaml.toString();
    }

    private static void add(StringBuilder yaml, String key, Map<LocalDate, String> days) {
        if (!days.isEmpty()) {
            yaml.append(key).append(":\n");
            days.forEach((day, name) -> yaml.append("  ")
                    .append(day)
                    .append(": ")
                    .append(quoted(name))
                    .append('\n'));
        }
    }

    /** As YAML has it in double quotes; what would be taken from the environment on reading is kept from it. */
    private static String quoted(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", " ").replace("${", "$ {");
        return "\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
