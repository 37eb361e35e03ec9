package io.satisflow.flink.satisfaction.period;

import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.satisfaction.period.DayStore;
import io.satisflow.satisfaction.tally.Tallies;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Days as one entry each, with the slots in it one after the other: slot, length, tallies. Months by their first day. Days are kept
 * for thirteen months, so that the same day of the year before is there; months for twenty-five.
 */
final class StoredDays implements DayStore {
    private static final int ROOM = 256;
    private static final int MONTHS_OF_DAYS = 13;
    private static final int MONTHS_OF_MONTHS = 25;

    private final MapState<Long, byte[]> days;
    private final MapState<Long, byte[]> months;

    StoredDays(MapState<Long, byte[]> days, MapState<Long, byte[]> months) {
        this.days = days;
        this.months = months;
    }

    @Override
    public SortedMap<Integer, Tallies> day(LocalDate day) throws Exception {
        SortedMap<Integer, Tallies> slots = new TreeMap<>();
        byte[] stored = days.get(day.toEpochDay());
        if (stored != null) {
            DataInputDeserializer in = new DataInputDeserializer(stored);
            while (in.available() > 0) {
                int slot = in.readInt();
                byte[] tallies = new byte[in.readInt()];
                in.readFully(tallies);
                slots.put(slot, TalliesFormat.read(tallies));
            }
        }
        return slots;
    }

    @Override
    public Tallies month(LocalDate first) throws Exception {
        byte[] stored = months.get(first.toEpochDay());
        return stored == null ? Tallies.NOTHING : TalliesFormat.read(stored);
    }

    void add(LocalDate day, int slot, Tallies more) throws Exception {
        SortedMap<Integer, Tallies> slots = day(day);
        slots.merge(slot, more, Tallies::plus);
        slots.values().removeIf(Tallies::isNothing);
        put(days, day.toEpochDay(), write(slots));
        LocalDate first = day.withDayOfMonth(1);
        put(months, first.toEpochDay(), TalliesFormat.write(month(first).plus(more)));
    }

    private static void put(MapState<Long, byte[]> state, long key, byte[] bytes) throws Exception {
        if (bytes.length == 0) {
            state.remove(key);
        } else {
            state.put(key, bytes);
        }
    }

    private static byte[] write(SortedMap<Integer, Tallies> slots) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(ROOM);
        for (Map.Entry<Integer, Tallies> slot : slots.entrySet()) {
            byte[] tallies = TalliesFormat.write(slot.getValue());
            out.writeInt(slot.getKey());
            out.writeInt(tallies.length);
            out.write(tallies);
        }
        return out.getCopyOfBuffer();
    }

    /** Drops what no comparison reaches back to. */
    void dropBefore(LocalDate today) throws Exception {
        LocalDate first = today.withDayOfMonth(1);
        drop(days, first.minusMonths(MONTHS_OF_DAYS).toEpochDay());
        drop(months, first.minusMonths(MONTHS_OF_MONTHS).toEpochDay());
    }

    /** By key, since a map on the heap that is emptied by its iterator stays there, empty. */
    private static void drop(MapState<Long, byte[]> state, long before) throws Exception {
        List<Long> old = new ArrayList<>();
        for (Long key : state.keys()) {
            if (key < before) {
                old.add(key);
            }
        }
        for (Long key : old) {
            state.remove(key);
        }
    }

    boolean isEmpty() throws Exception {
        return months.isEmpty();
    }
}
