package io.satisflow.flink.alerts;

import io.satisflow.alerts.control.ControlKind;
import io.satisflow.wire.AlertControl;

/** Takes what people say to alerts from the wire. */
public final class AlertControlRecords {
    private AlertControlRecords() {}

    /** Whether it is a kind that this release knows. */
    public static boolean isKnown(AlertControl control) {
        for (ControlKind kind : ControlKind.values()) {
            if (kind.name().equals(control.getKind())) {
                return true;
            }
        }
        return false;
    }

    public static io.satisflow.alerts.control.AlertControl toDomain(AlertControl control) {
        return new io.satisflow.alerts.control.AlertControl(
                control.getId(),
                control.getAt(),
                control.getEffectiveAt(),
                ControlKind.valueOf(control.getKind()),
                control.getAlertId(),
                control.getMatchers(),
                control.getStartsAt(),
                control.getEndsAt(),
                control.getAuthor(),
                control.getComment());
    }
}
