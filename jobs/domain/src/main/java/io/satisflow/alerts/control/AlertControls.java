package io.satisflow.alerts.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that people have said to alerts, and what of it holds at an instant. The order of arrival does not matter. */
public record AlertControls(List<AlertControl> said) {
    private static final Comparator<AlertControl> IN_ORDER = Comparator.comparing(AlertControl::effectiveAt)
            .thenComparing(AlertControl::id)
            .thenComparing(AlertControl::kind);

    public static final AlertControls NONE = new AlertControls(List.of());

    public AlertControls {
        said = said.stream().sorted(IN_ORDER).distinct().toList();
    }

    public static AlertControls of(Collection<AlertControl> said) {
        return new AlertControls(new ArrayList<>(said));
    }

    public AlertControls with(AlertControl control) {
        return new AlertControls(
                Stream.concat(said.stream(), Stream.of(control)).toList());
    }

    /** The silence that holds alerts of these labels back. */
    public Optional<AlertControl> silence(Map<String, String> labels, Instant at) {
        return said.stream()
                .filter(control -> control.kind() == ControlKind.SILENCE
                        && !control.begins().isAfter(at)
                        && end(control).isAfter(at)
                        && control.matches(labels))
                .findFirst();
    }

    /** The first acknowledgement of an alert. */
    public Optional<AlertControl> acknowledgement(String alertId, Instant at) {
        return said.stream()
                .filter(control -> control.kind() == ControlKind.ACK
                        && alertId.equals(control.alertId())
                        && !control.effectiveAt().isAfter(at))
                .findFirst();
    }

    /** When a silence ends, by itself or because it is expired. */
    public Instant end(AlertControl silence) {
        Instant end = silence.endsAt() == null ? Instant.MAX : silence.endsAt();
        return said.stream()
                .filter(control ->
                        control.kind() == ControlKind.EXPIRE && control.id().equals(silence.id()))
                .map(AlertControl::effectiveAt)
                .filter(expired -> expired.isBefore(end))
                .min(Comparator.naturalOrder())
                .orElse(end);
    }

    /** When what holds changes next: a silence begins or ends. */
    public Optional<Instant> nextChange(Instant after) {
        return said.stream()
                .filter(control -> control.kind() == ControlKind.SILENCE)
                .flatMap(silence -> Stream.of(silence.begins(), end(silence)))
                .filter(instant -> instant.isAfter(after) && instant.isBefore(Instant.MAX))
                .min(Comparator.naturalOrder());
    }
}
