package io.satisflow.satisfaction.period;

import io.satisflow.satisfaction.tally.Tallies;
import java.time.LocalDate;
import java.util.SortedMap;

/** Where the days and months of a segment are kept. */
public interface DayStore {

    /** What stands in a day, by slot; empty when nothing does. */
    SortedMap<Integer, Tallies> day(LocalDate day) throws Exception;

    /** What stands in the month that begins on this day. */
    Tallies month(LocalDate first) throws Exception;
}
