package io.satisflow.local.delivery;

import io.satisflow.alerts.group.NoticeReason;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.Phase;
import io.satisflow.alerts.notice.Notification;
import io.satisflow.alerts.notice.WordedAlert;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.alerts.rule.Severity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * Notifications by their number, to some receivers in turn. Each is of an alert of its own, so that a receiver can tell which
 * have come. An annotation has the moment it was made, by the clock of its process.
 *
 * @param receivers a name may stand there often, and so gets more
 */
record NotificationLoad(List<String> receivers) implements GeneratorFunction<Long, Notification> {
    /** {@link System#nanoTime()} when it was made. */
    static final String MADE = "made_nanos";

    /** A label: which of them it is. */
    static final String NUMBER = "number";

    private static final long serialVersionUID = 1L;

    NotificationLoad {
        receivers = List.copyOf(receivers);
    }

    String receiver(long number) {
        return receivers.get((int) (number % receivers.size()));
    }

    @Override
    public Notification map(Long number) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Alert alert = new Alert(
                "trial",
                "A" + number,
                Phase.FIRING,
                Instant.EPOCH.plusSeconds(number),
                null,
                Severity.WARNING,
                Map.of(NUMBER, "A" + number),
                Map.of(),
                "trial",
                null,
                Instant.EPOCH.plusSeconds(number));
        Map<String, String> words = Map.of("summary", "Trial " + number, MADE, String.valueOf(System.nanoTime()));
        return new Notification(
                "N" + number,
                now,
                receiver(number),
                Map.of("trial", String.valueOf(number)),
                NoticeReason.FIRST,
                Language.ENGLISH,
                "Trial " + number,
                "",
                List.of(new WordedAlert(alert, words)),
                0,
                Map.of());
    }
}
