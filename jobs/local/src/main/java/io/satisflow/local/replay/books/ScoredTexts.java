package io.satisflow.local.replay.books;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;

/** How texts were scored, by label: those that count in the windows, and those that were scored and do not, by their fate. */
public final class ScoredTexts {
    private final Map<String, Integer> byLabel = new TreeMap<>();
    private final Map<String, Integer> notCounted = new TreeMap<>();
    /** Of the present id, words whose scores are still to come. */
    private final Queue<FeedbackFate> fates = new ArrayDeque<>();

    private String standing = "";

    void nextId() {
        fates.clear();
        standing = "";
    }

    void said(FeedbackFate fate) {
        fates.add(fate);
    }

    /** @param label empty where there is no text */
    void scored(String label) {
        FeedbackFate fate = fates.poll();
        if (fate == null) {
            throw new IllegalStateException("a text was scored more often than it was said");
        }
        switch (fate) {
            case COUNTED, EXPOSURE -> count(label);
            case EDIT -> {
                if (!standing.isEmpty()) {
                    byLabel.merge(standing, -1, Integer::sum);
                    passedOver(standing, FeedbackFate.EDIT);
                }
                count(label);
            }
            default -> passedOver(label, fate);
        }
    }

    private void count(String label) {
        standing = label;
        if (!label.isEmpty()) {
            byLabel.merge(label, 1, Integer::sum);
        }
    }

    void passedOver(String label, FeedbackFate fate) {
        if (!label.isEmpty()) {
            notCounted.merge(fate.wireName(), 1, Integer::sum);
        }
    }

    public Map<String, Integer> byLabel() {
        Map<String, Integer> counted = new TreeMap<>(byLabel);
        counted.values().removeIf(count -> count == 0);
        return counted;
    }

    /** By what became of them; of an edit, the text that it took the place of. */
    public Map<String, Integer> notCounted() {
        return Collections.unmodifiableMap(notCounted);
    }
}
