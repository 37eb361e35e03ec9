package io.satisflow.hook.content;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many alerts a message is about, of whom and of what, where it does not show them all. */
final class CountsText {
    private static final int NAMED = 5;
    private static final int BYTES = 60;

    private CountsText() {}

    /**
     * One line such as "Firing: 422, over: 3. By team: refunds 200, payments 150".
     *
     * @param counts as a {@link Message} has them
     */
    static Optional<String> of(Map<String, Integer> counts, Words words) {
        if (!counts.containsKey("firing")) {
            return Optional.empty();
        }
        String all = words.say("counts", counts.getOrDefault("firing", 0), counts.getOrDefault("resolved", 0));
        return Optional.of(all + largest("team=", counts, words) + largest("clock=", counts, words));
    }

    private static String largest(String prefix, Map<String, Integer> counts, Words words) {
        String named = counts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(NAMED)
                .map(entry -> words.say(
                        "counts.one",
                        Cut.bytes(SafeText.line(entry.getKey().substring(prefix.length()), BYTES), BYTES),
                        entry.getValue()))
                .collect(Collectors.joining(words.say("counts.comma")));
        return named.isEmpty() ? "" : words.say("counts." + prefix.substring(0, prefix.length() - 1), named);
    }
}
