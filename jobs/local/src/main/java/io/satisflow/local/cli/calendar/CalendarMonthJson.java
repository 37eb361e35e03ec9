package io.satisflow.local.cli.calendar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.calendar.CalendarMonth;
import io.satisflow.calendar.CalendarMonth.Day;
import io.satisflow.calendar.NamedCalendar;

/** A month of a calendar as one JSON object. */
public final class CalendarMonthJson {
    private CalendarMonthJson() {}

    public static ObjectNode of(NamedCalendar named, CalendarMonth month) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("month", month.month().toString())
                .put("zone", named.calendar().zone().getId())
                .put("working_s", month.worked().toSeconds());
        ArrayNode days = json.putArray("days");
        month.days().forEach(day -> days.add(of(day)));
        return json;
    }

    private static ObjectNode of(Day day) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("date", day.date().toString()).put("working_s", day.worked().toSeconds());
        ArrayNode hours = json.putArray("hours");
        day.hours().periods().forEach(period -> hours.add(period.toString()));
        day.note().ifPresent(note -> json.put("note", note));
        day.change()
                .ifPresent(change -> json.putObject("clocks_change")
                        .put("from", change.getDateTimeBefore().toString())
                        .put("to", change.getDateTimeAfter().toString()));
        return json;
    }
}
