package io.satisflow.local.delivery;

import io.satisflow.local.delivery.ToldTool.Post;
import io.satisflow.local.delivery.ToldTool.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a receiver got, held against what is promised: after a kill the one message that was under way again, as it was, and
 * no other. A message that mentions alerts which were told before is told again, whatever else it mentions.
 *
 * @param alerts in all
 * @param lost never told
 * @param disordered told for the first time after one that came behind it
 */
public record KillReckoning(int alerts, List<Kill> kills, int lost, int disordered) {
    public KillReckoning {
        kills = List.copyOf(kills);
    }

    /**
     * What one kill cost.
     *
     * @param messages told again after it
     * @param changed those of them that did not come before under that key and with the same alerts
     * @param repeated alerts in these messages that were told before
     * @param oldestMillis how long before the kill the first of these alerts was told first
     */
    public record Kill(int messages, int changed, int repeated, long oldestMillis) {
        private static final Kill NOTHING = new Kill(0, 0, 0, 0);

        private Kill with(boolean same, int alerts, long millis) {
            return new Kill(messages + 1, changed + (same ? 0 : 1), repeated + alerts, Math.max(oldestMillis, millis));
        }

        boolean holds() {
            return messages <= 1 && changed == 0;
        }
    }

    /**
     * @param posts in the order in which they came
     * @param killedAt as {@link System#nanoTime()} says, in order
     * @param alerts that there are, numbered from 0
     */
    static KillReckoning of(List<Post> posts, List<Long> killedAt, int alerts) {
        List<Kill> kills =
                new ArrayList<>(killedAt.stream().map(at -> Kill.NOTHING).toList());
        Map<String, Long> firstAt = new HashMap<>();
        Map<String, Set<List<String>>> contents = new HashMap<>();
        int disordered = 0;
        int newest = -1;
        for (Post post : posts) {
            List<String> names = post.alerts().stream().map(Told::alert).toList();
            boolean same = !contents.computeIfAbsent(post.key(), key -> new HashSet<>())
                    .add(names);
            List<Long> before = names.stream()
                    .filter(firstAt::containsKey)
                    .map(firstAt::get)
                    .toList();
            if (!before.isEmpty()) {
                // What came twice without a kill is laid to the first.
                int kill = Math.max(
                        0,
                        (int) killedAt.stream()
                                        .filter(at -> at < post.atNanos())
                                        .count()
                                - 1);
                long oldest = before.stream()
                        .mapToLong(at -> killedAt.get(kill) - at)
                        .max()
                        .orElse(0);
                kills.set(kill, kills.get(kill).with(same, before.size(), oldest / 1_000_000));
            }
            for (Told told : post.alerts()) {
                if (firstAt.putIfAbsent(told.alert(), post.atNanos()) == null) {
                    disordered += told.number() < newest ? 1 : 0;
                    newest = Math.max(newest, told.number());
                }
            }
        }
        return new KillReckoning(alerts, kills, alerts - firstAt.size(), disordered);
    }

    public boolean holds() {
        return lost == 0 && disordered == 0 && kills.stream().allMatch(Kill::holds);
    }

    public int messages() {
        return kills.stream().mapToInt(Kill::messages).sum();
    }

    public int changed() {
        return kills.stream().mapToInt(Kill::changed).sum();
    }

    public int repeated() {
        return kills.stream().mapToInt(Kill::repeated).sum();
    }
}
