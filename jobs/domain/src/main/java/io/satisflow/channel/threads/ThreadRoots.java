package io.satisflow.channel.threads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The first tweet of each thread: the ancestor that answers none, or whose parent is missing. Tweets that answer each other
 * in a circle have as root the one that comes first in the order given.
 */
final class ThreadRoots {
    private final Map<TweetId, ThreadRow> rows = new HashMap<>();
    private final Map<TweetId, Integer> places = new HashMap<>();
    private final Map<TweetId, TweetId> known = new HashMap<>();

    ThreadRoots(List<ThreadRow> inOrder) {
        for (ThreadRow row : inOrder) {
            if (rows.putIfAbsent(row.id(), row) == null) {
                places.put(row.id(), places.size());
            }
        }
    }

    TweetId of(ThreadRow row) {
        Set<TweetId> way = new LinkedHashSet<>();
        TweetId current = row.id();
        while (!known.containsKey(current) && way.add(current)) {
            Optional<TweetId> parent = parentOf(current);
            if (parent.isEmpty()) {
                known.put(current, current);
            } else {
                current = parent.get();
            }
        }
        TweetId root = known.containsKey(current) ? known.getOrDefault(current, current) : firstOfCircle(way, current);
        way.forEach(tweet -> known.put(tweet, root));
        return root;
    }

    private Optional<TweetId> parentOf(TweetId tweet) {
        return Optional.ofNullable(rows.get(tweet)).flatMap(ThreadRow::answers).filter(rows::containsKey);
    }

    /** The way has come back to {@code entry}: from there on it is the circle. */
    private TweetId firstOfCircle(Set<TweetId> way, TweetId entry) {
        List<TweetId> steps = new ArrayList<>(way);
        TweetId first = entry;
        for (TweetId tweet : steps.subList(steps.indexOf(entry), steps.size())) {
            first = placeOf(tweet) < placeOf(first) ? tweet : first;
        }
        return first;
    }

    private int placeOf(TweetId tweet) {
        return places.getOrDefault(tweet, Integer.MAX_VALUE);
    }
}
