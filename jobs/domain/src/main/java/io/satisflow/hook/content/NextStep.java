package io.satisflow.hook.content;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a reader is asked to do, the most urgent first: of several alerts, what the most urgent of them asks for is said. */
enum NextStep {
    BREACH,
    WARN,
    FEEDBACK,
    NO_DATA,
    SCORE;

    private static final String KIND = "kind";
    private static final String EVENT = "event";

    /** @return empty when all of it is over */
    static Optional<NextStep> of(List<MessageAlert> alerts) {
        List<NextStep> asked = alerts.stream()
                .filter(alert -> !alert.isOver())
                .map(NextStep::of)
                .toList();
        return Arrays.stream(values()).filter(asked::contains).findFirst();
    }

    private static NextStep of(MessageAlert alert) {
        if (alert.state().equals("no_data")) {
            return NO_DATA;
        }
        return switch (alert.labels().getOrDefault(KIND, "")) {
            case "ticket" -> "breach".equals(alert.labels().get(EVENT)) ? BREACH : WARN;
            case "feedback" -> FEEDBACK;
            default -> SCORE;
        };
    }

    /** Words of customers stand on lines of their own, in quotation marks. */
    private static boolean quotes(MessageAlert alert) {
        return alert.description().lines().anyMatch(line -> line.startsWith("“"));
    }

    /** The name of its sentence: where nobody is quoted, it says where to read. */
    String key(List<MessageAlert> alerts) {
        boolean unquoted = this == SCORE && alerts.stream().noneMatch(NextStep::quotes);
        return "next." + name().toLowerCase(Locale.ROOT) + (unquoted ? ".unquoted" : "");
    }
}
