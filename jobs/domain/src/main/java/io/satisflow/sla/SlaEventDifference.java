package io.satisflow.sla;

import io.satisflow.sla.clock.SlaEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What two tellings of a ticket do not have in common.
 *
 * @param gone said in the first only, in its order
 * @param added said in the second only, in its order
 */
record SlaEventDifference(List<SlaEvent> gone, List<SlaEvent> added) {

    static SlaEventDifference between(List<SlaEvent> before, List<SlaEvent> after) {
        int same = 0;
        while (same < before.size() && same < after.size() && before.get(same).equals(after.get(same))) {
            same++;
        }
        List<SlaEvent> restBefore = before.subList(same, before.size());
        List<SlaEvent> restAfter = after.subList(same, after.size());
        return new SlaEventDifference(without(restBefore, restAfter), without(restAfter, restBefore));
    }

    /** The same word may stand there more than once; each takes away one. */
    private static List<SlaEvent> without(List<SlaEvent> words, List<SlaEvent> others) {
        Map<SlaEvent, Integer> there = new HashMap<>();
        others.forEach(word -> there.merge(word, 1, Integer::sum));
        List<SlaEvent> left = new ArrayList<>();
        for (SlaEvent word : words) {
            if (there.merge(word, -1, Integer::sum) < 0) {
                left.add(word);
            }
        }
        return left;
    }
}
