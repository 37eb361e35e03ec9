package io.satisflow.wall.state;

import io.satisflow.wire.Feedback;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The feedback heard of last, for whoever wants to read what is behind a number. An edit takes the place of the text. */
public final class FeedbackSample {
    private static final int MOST = 10_000;

    private final Map<String, ScoredFeedback> byKey = new LinkedHashMap<>();
    private final Map<SourcePosition, String> keys = new LinkedHashMap<>();

    void heard(ScoredFeedback scored) {
        String key = keyOf(scored.getFeedback());
        Optional.ofNullable(byKey.remove(key))
                .ifPresent(before -> keys.remove(before.getFeedback().getSource()));
        byKey.put(key, scored);
        keys.put(scored.getFeedback().getSource(), key);
        if (byKey.size() > MOST) {
            String eldest = byKey.keySet().iterator().next();
            Optional.ofNullable(byKey.remove(eldest))
                    .ifPresent(forgotten -> keys.remove(forgotten.getFeedback().getSource()));
        }
    }

    public static String keyOf(Feedback feedback) {
        return feedback.getChannel() + "/" + feedback.getId();
    }

    /** What was said in the record that stands there; a ticket's event and its words come of one record. */
    public Optional<ScoredFeedback> at(SourcePosition source) {
        return Optional.ofNullable(keys.get(source)).map(byKey::get);
    }

    /** Those heard of last come first. */
    public List<ScoredFeedback> newest(int most, Predicate<ScoredFeedback> wanted) {
        List<ScoredFeedback> all = new ArrayList<>(byKey.values());
        List<ScoredFeedback> found = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0 && found.size() < most; i--) {
            if (wanted.test(all.get(i))) {
                found.add(all.get(i));
            }
        }
        return found;
    }

    /** Whether it counts in a segment. */
    public static boolean isIn(Map<String, String> segment, Feedback feedback) {
        return segment.entrySet().stream().allMatch(part -> part.getValue().equals(fact(feedback, part.getKey())));
    }

    private static String fact(Feedback feedback, String dimension) {
        String attributes = "attributes.";
        String fact = switch (dimension) {
            case "channel" -> feedback.getChannel();
            case "language" -> feedback.getLanguage();
            default ->
                feedback.getAttributes()
                        .get(dimension.startsWith(attributes) ? dimension.substring(attributes.length()) : dimension);
        };
        return fact == null ? "null" : fact;
    }

    public int size() {
        return byKey.size();
    }
}
