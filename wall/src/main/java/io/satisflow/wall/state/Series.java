package io.satisflow.wall.state;

import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The last points of one metric, in the order of time, in few bytes. A point again is a correction. */
final class Series {
    private static final int FIRST_CAPACITY = 16;

    private final int most;
    private long[] to = new long[FIRST_CAPACITY];
    private float[] value = new float[FIRST_CAPACITY];
    private float[] low = new float[FIRST_CAPACITY];
    private float[] high = new float[FIRST_CAPACITY];
    private int[] n = new int[FIRST_CAPACITY];
    private int size;

    /** @param most points; older ones are forgotten */
    Series(int most) {
        this.most = most;
    }

    int size() {
        return size;
    }

    void put(Point point) {
        long time = point.to().toEpochMilli();
        int place = Arrays.binarySearch(to, 0, size, time);
        if (place < 0) {
            place = -place - 1;
            if (size == most && place == 0) {
                return;
            }
            place = insert(place);
        }
        to[place] = time;
        value[place] = number(point.value());
        low[place] = number(point.low());
        high[place] = number(point.high());
        n[place] = (int) Math.min(Integer.MAX_VALUE, point.n());
    }

    /** Makes room, forgetting the oldest point if need be. */
    private int insert(int place) {
        if (size == most) {
            shift(1, 0, place - 1);
            return place - 1;
        }
        if (size == to.length) {
            grow(Math.min(most, size * 2));
        }
        shift(place, place + 1, size - place);
        size++;
        return place;
    }

    private void shift(int from, int target, int length) {
        System.arraycopy(to, from, to, target, length);
        System.arraycopy(value, from, value, target, length);
        System.arraycopy(low, from, low, target, length);
        System.arraycopy(high, from, high, target, length);
        System.arraycopy(n, from, n, target, length);
    }

    private void grow(int capacity) {
        to = Arrays.copyOf(to, capacity);
        value = Arrays.copyOf(value, capacity);
        low = Arrays.copyOf(low, capacity);
        high = Arrays.copyOf(high, capacity);
        n = Arrays.copyOf(n, capacity);
    }

    void forEach(Consumer<Point> each) {
        for (int i = 0; i < size; i++) {
            each.accept(
                    new Point(Instant.ofEpochMilli(to[i]), number(value[i]), n[i], number(low[i]), number(high[i])));
        }
    }

    private static float number(@Nullable Double value) {
        return value == null ? Float.NaN : value.floatValue();
    }

    /** As many digits as a float has: 81.3 is told as 81.3. */
    private static @Nullable Double number(float value) {
        return Float.isNaN(value) ? null : Double.valueOf(Float.toString(value));
    }
}
