package io.satisflow.flink.io.wire;

import io.satisflow.alerts.control.ControlKind;
import io.satisflow.wire.AlertControl;
import java.util.Arrays;

/** Takes what people say to alerts from the wire. */
public final class AlertControlRecords {
    private AlertControlRecords() {}

    /** @throws UnknownWordException for a kind that this release does not know */
    public static io.satisflow.alerts.control.AlertControl toDomain(AlertControl control) {
        return new io.satisflow.alerts.control.AlertControl(
                control.getId(),
                control.getAt(),
                control.getEffectiveAt(),
                kind(control.getKind()),
                control.getAlertId(),
                control.getMatchers(),
                control.getStartsAt(),
                control.getEndsAt(),
                control.getAuthor(),
                control.getComment());
    }

    private static ControlKind kind(String word) {
        return Arrays.stream(ControlKind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new UnknownWordException("kind", word));
    }
}
