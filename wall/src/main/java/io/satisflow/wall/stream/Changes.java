package io.satisflow.wall.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
    private volatile Frames shared = new Frames(0, new ConcurrentHashMap<>());

    /** What is sent to clients that are told everything up to one place, by where they are. */
    private record Frames(long end, ConcurrentMap<Long, Frame> byCursor) {}

    /** The next change of the same key takes its place. */
    public synchronized void put(String key, String event, String json) {
        long place = newest + 1;
        byte[] bytes = "event: %s\ndata: %s\nid: %s-%d\n\n"
                .formatted(event, json, log, place)
                .getBytes(StandardCharsets.UTF_8);
        Long before = places.put(key, place);
        newestOfEachKey.put(place, new Change(key, bytes));
        if (before != null) {
            newestOfEachKey.remove(before);
        }
        // Last: whoever sees this place finds everything up to it.
        newest = place;
        notifyAll();
    }

    public int size() {
        return newestOfEachKey.size();
    }

    /** How many changes there were since the start; the place of the last one. */
    public long total() {
        return newest;
    }

    /** Waits until there is something behind a place, but not longer than is said. */
    synchronized void awaitBehind(long place, long millis) throws InterruptedException {
        if (newest <= place) {
            wait(millis);
        }
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

    /**
     * What a client at this place has not seen yet, or as much of it as is sent at once; empty when it has seen all. Clients
     * that are at one place and told up to the same one share the bytes.
     *
     * @param end how far clients are told now; the same for all of them, so that they stay together
     */
    Optional<Frame> frameAfter(long cursor, long end) {
        if (end <= cursor) {
            return Optional.empty();
        }
        Frames frames = shared;
        if (frames.end() < end) {
            frames = new Frames(end, new ConcurrentHashMap<>());
            shared = frames;
        }
        return Optional.of(
                frames.end() == end
                        ? frames.byCursor().computeIfAbsent(cursor, place -> frame(place, end))
                        : frame(cursor, end));
    }

    private Frame frame(long cursor, long end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4 * 1024);
        for (Map.Entry<Long, Change> entry :
                newestOfEachKey.subMap(cursor, false, end, true).entrySet()) {
            out.writeBytes(entry.getValue().event());
            if (out.size() >= FRAME_BYTES) {
                return new Frame(entry.getKey(), out.toByteArray());
            }
        }
        return new Frame(end, out.toByteArray());
    }
}
