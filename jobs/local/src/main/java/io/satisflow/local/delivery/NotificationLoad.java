package io.satisflow.local.delivery;

import io.satisflow.wire.Alert;
import io.satisflow.wire.Notification;
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
        Alert alert = Alert.newBuilder()
                .setId("A" + number)
                .setRule("trial")
                .setKey("A" + number)
                .setState("firing")
                .setSince(now)
                .setEndedAt(null)
                .setSeverity("warning")
                .setLabels(Map.of("rule", "trial"))
                .setAnnotations(Map.of("summary", "Trial " + number, MADE, String.valueOf(System.nanoTime())))
                .setReason("trial")
                .setAsOf(Instant.EPOCH)
                .build();
        return Notification.newBuilder()
                .setId("N" + number)
                .setAt(now)
                .setReceiver(receiver(number))
                .setGroup(Map.of("trial", String.valueOf(number)))
                .setReason("first")
                .setLanguage("en")
                .setTitle("Trial " + number)
                .setText("")
                .setAlerts(List.of(alert))
                .build();
    }
}
