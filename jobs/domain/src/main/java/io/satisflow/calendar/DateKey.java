package io.satisflow.calendar;

import io.satisflow.config.ConfigNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/** A date in the place of a key, such as in {@code {2026-01-04: regular}}. */
final class DateKey {
    private DateKey() {}

    /** @throws io.satisflow.config.ConfigException when it is none */
    static LocalDate of(Map.Entry<String, ConfigNode> entry) {
        try {
            return LocalDate.parse(entry.getKey());
        } catch (DateTimeException e) {
            throw entry.getValue()
                    .problem("\"%s\" is not a date; write one such as 2026-01-04".formatted(entry.getKey()));
        }
    }
}
