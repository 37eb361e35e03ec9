package io.satisflow.alerts.group;

import io.satisflow.alerts.lifecycle.Alert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert in its group, and what its receiver knows of it.
 *
 * @param toldAt when the receiver was first told that it fires; null when it was not
 * @param escalated the next receiver was told too
 * @param hushed a silence holds it back, or held it back until it is told again
 * @param flapping the receiver knows that it comes and goes
 */
public record MemberState(Alert alert, @Nullable Instant toldAt, boolean escalated, boolean hushed, boolean flapping) {

    static MemberState of(Alert alert) {
        return new MemberState(alert, null, false, false, false);
    }

    boolean isTold() {
        return toldAt != null;
    }

    MemberState with(Alert changed) {
        return new MemberState(changed, toldAt, escalated, hushed, flapping);
    }

    MemberState told(Instant at, boolean comesAndGoes) {
        return new MemberState(alert, toldAt == null ? at : toldAt, escalated, false, comesAndGoes);
    }

    MemberState hushedBySilence() {
        return new MemberState(alert, toldAt, escalated, true, flapping);
    }

    MemberState escalatedToo() {
        return new MemberState(alert, toldAt, true, hushed, flapping);
    }
}
