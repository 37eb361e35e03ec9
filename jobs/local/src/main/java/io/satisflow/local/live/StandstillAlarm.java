package io.satisflow.local.live;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.alerts.receiver.Receiver;
import io.satisflow.alerts.route.Route;
import io.satisflow.alerts.rule.Label;
import io.satisflow.flink.courier.Environment;
import io.satisflow.flink.courier.Messenger;
import io.satisflow.hook.HookReceiver;
import io.satisflow.hook.content.Message;
import io.satisflow.hook.content.MessageAlert;
import io.satisflow.id.DerivedId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own alert: while its time stands still none of its jobs can tell anybody anything, so whoever would be told of
 * a critical alert is told past them.
 */
final class StandstillAlarm implements AutoCloseable {
    static final String RULE = "time stands still";
    private static final Map<String, String> LABELS =
            Map.of(Label.RULE, RULE, Label.KIND, "engine", Label.SEVERITY, "critical");

    private final List<Receiver> receivers;
    private final String externalUrl;
    private final Environment environment;
    private final Consumer<String> notices;
    private final List<Mailbox> mailboxes = new ArrayList<>();
    private Instant begunAt = Instant.EPOCH;

    StandstillAlarm(AlertSettings alerts, Environment environment, Consumer<String> notices) {
        this.receivers = chosen(alerts);
        this.externalUrl = alerts.externalUrl();
        this.environment = environment;
        this.notices = notices;
    }

    /** Those whose routes match; where none does, the first. */
    private static List<Receiver> chosen(AlertSettings alerts) {
        Set<String> routed =
                alerts.routes().matching(LABELS).stream().map(Route::receiver).collect(Collectors.toSet());
        List<Receiver> hooked = alerts.receivers().stream()
                .filter(known -> known.hook() != null)
                .toList();
        List<Receiver> matching =
                hooked.stream().filter(known -> routed.contains(known.name())).toList();
        return matching.isEmpty() ? hooked.stream().limit(1).toList() : matching;
    }

    /**
     * @param reached where time stands, in words
     * @param heldBy what holds it, in a sentence
     */
    void begin(String reached, Duration stood, String heldBy, Instant now) {
        begunAt = now.minus(stood);
        for (Receiver receiver : receivers) {
            Mailbox mailbox = new Mailbox(receiver.name(), open(receiver), notices);
            mailbox.put(message(receiver, reached, heldBy, now, null));
            mailboxes.add(mailbox);
        }
        look(now);
    }

    /** Whoever was told that it stands is told that it goes on. */
    void end(String reached, Instant now) {
        for (Mailbox mailbox : mailboxes) {
            receivers.stream()
                    .filter(receiver -> receiver.name().equals(mailbox.receiver()))
                    .forEach(receiver -> mailbox.putLast(message(receiver, reached, "", now, now)));
        }
        look(now);
    }

    /** Tries again what was not taken, and lets go of those who have been told all. */
    void look(Instant now) {
        mailboxes.forEach(mailbox -> mailbox.look(now));
        mailboxes.stream().filter(Mailbox::isDone).forEach(Mailbox::close);
        mailboxes.removeIf(Mailbox::isDone);
    }

    private Messenger open(Receiver receiver) {
        HookReceiver hook = receiver.hook();
        if (hook == null) {
            throw new IllegalArgumentException("Receiver %s has no hook".formatted(receiver.name()));
        }
        return Messenger.to(hook.name(), hook.settings(), environment);
    }

    private Message message(Receiver receiver, String reached, String heldBy, Instant now, @Nullable Instant endedAt) {
        boolean over = endedAt != null;
        String summary = summary(receiver.language(), reached, over);
        MessageAlert alert = new MessageAlert(
                DerivedId.of(RULE, begunAt.toEpochMilli()),
                RULE,
                RULE,
                over ? "resolved" : "firing",
                begunAt,
                endedAt,
                "critical",
                LABELS,
                Map.of("summary", summary, "description", heldBy));
        return new Message(
                DerivedId.of(RULE, receiver.name(), begunAt.toEpochMilli(), over),
                Message.Kind.ALERT,
                now,
                receiver.name(),
                Map.of(Label.RULE, RULE),
                over ? "all_resolved" : "first",
                receiver.language().tag(),
                summary,
                List.of(alert),
                0,
                externalUrl,
                null);
    }

    private static String summary(Language language, String reached, boolean over) {
        boolean chinese = language == Language.CHINESE;
        if (over) {
            return (chinese ? "【已恢复】Satisflow 的时间继续前进，现至 %s" : "[resolved] Satisflow's time goes on, at %s")
                    .formatted(reached);
        }
        return (chinese
                        ? "【严重】Satisflow 的时间停在 %s：期间不会发出任何提醒"
                        : "[critical] Satisflow's time stands still at %s: nobody is warned of anything")
                .formatted(reached);
    }

    @Override
    public void close() {
        mailboxes.forEach(Mailbox::close);
    }
}
