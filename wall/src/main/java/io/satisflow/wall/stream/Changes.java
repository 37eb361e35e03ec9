package io.satisflow.wall.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest value of each key, in the order in which they changed: a compacted log in memory. A client is a cursor into
 * it, so that a slow one costs nothing, misses only values that have been overtaken, and never holds up another.
 */
public final class Changes {
    /** What is sent at once; more follows when that has gone. */
    private static final int FRAME_BYTES = 64 * 1024;

    private final String log = HexFormat.of().formatHex(new SecureRandom().generateSeed(4));
    private final ConcurrentSkipListMap<Long, Change> newestOfEachKey = new ConcurrentSkipListMap<>();
    private final Map<String, Long> places = new HashMap<>();
    private volatile long newest;
    private volatile @Nullable Frame last;

    /** The next change of the same key takes its place. */
    public synchronized void put(String key, String event, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        long place = newest + 1;
        Long before = places.put(key, place);
        newestOfEachKey.put(place, new Change(key, event, bytes));
        if (before != null) {
            newestOfEachKey.remove(before);
        }
        // Last: whoever sees this place finds everything up to it.
        newest = place;
    }

    public int size() {
        return newestOfEachKey.size();
    }

    /** How many changes there were since the start. */
    public long total() {
        return newest;
    }

    boolean isBehind(long cursor) {
        return newest > cursor;
    }

    /**
     * Where a client goes on that has seen an event.
     *
     * @param lastEventId as the browser sends it; of another log, or none, it means the beginning
     */
    long cursorAfter(@Nullable String lastEventId) {
        if (lastEventId == null || !lastEventId.startsWith(log + "-")) {
            return 0;
        }
        try {
            return Math.min(Long.parseLong(lastEventId.substring(log.length() + 1)), newest);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** What a client at this place has not seen yet; empty when it has seen all. Clients at one place share the bytes. */
    Optional<Frame> frameAfter(long cursor) {
        long end = newest;
        if (end <= cursor) {
            return Optional.empty();
        }
        Frame shared = last;
        if (shared != null && shared.after() == cursor && shared.end() == end) {
            return Optional.of(shared);
        }
        Frame frame = frame(cursor, end);
        last = frame;
        return Optional.of(frame);
    }

    private Frame frame(long cursor, long end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        long reached = end;
        for (Map.Entry<Long, Change> entry :
                newestOfEachKey.subMap(cursor, false, end, true).entrySet()) {
            Change change = entry.getValue();
            text(out, "event: " + change.event() + "\ndata: ");
            out.writeBytes(change.json());
            text(out, "\nid: " + log + "-" + entry.getKey() + "\n\n");
            if (out.size() >= FRAME_BYTES) {
                reached = entry.getKey();
                break;
            }
        }
        return new Frame(cursor, reached, out.toByteArray());
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
