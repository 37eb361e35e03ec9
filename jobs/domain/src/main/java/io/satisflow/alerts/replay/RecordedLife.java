package io.satisflow.alerts.replay;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.AlertStory;
import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.lifecycle.ObservedState;
import io.satisflow.alerts.lifecycle.SubjectState;
import io.satisflow.alerts.route.Routes;
import io.satisflow.alerts.rule.AlertRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The life of a recorded alert by a rule of the settings: each push is a verdict of it. */
record RecordedLife(AlertRule rule, Routes routes, @Nullable Duration resolveTimeout) {
    private static final String UNHEARD = "not heard of any more";

    /** @param pushes of one alert, in order of time */
    List<Alert> changes(List<RecordedAlert> pushes, Instant until) {
        SubjectState state = SubjectState.EMPTY;
        for (int i = 0; i < pushes.size(); i++) {
            RecordedAlert push = pushes.get(i);
            state = state.with(observation(
                    push,
                    push.at(),
                    push.firing() ? ObservedState.BAD : ObservedState.GOOD,
                    push.firing() ? "pushed" : "resolved"));
            Instant over = over(push);
            boolean next = i + 1 < pushes.size()
                    && over != null
                    && !pushes.get(i + 1).at().isAfter(over);
            if (over != null && !next) {
                state = state.with(observation(push, over, ObservedState.GOOD, UNHEARD));
            }
        }
        return AlertStory.advance(state, Map.of(rule.name(), rule), routes::find, until)
                .changes();
    }

    private @Nullable Instant over(RecordedAlert push) {
        if (!push.firing()) {
            return null;
        }
        return push.endsAt() != null
                ? push.endsAt()
                : resolveTimeout == null ? null : push.at().plus(resolveTimeout);
    }

    private Observation observation(RecordedAlert push, Instant at, ObservedState verdict, String reason) {
        String key = push.labels().toString();
        return new Observation(
                key,
                rule.name(),
                key,
                verdict.name(),
                at,
                verdict,
                rule.severity(),
                push.labels(),
                push.annotations(),
                reason,
                null);
    }
}
