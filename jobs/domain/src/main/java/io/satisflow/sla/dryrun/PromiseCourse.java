package io.satisflow.sla.dryrun;

import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.dryrun.PromiseOutcome.Miss;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What has been said of one activation and still stands: a retraction takes its word out again. */
final class PromiseCourse {
    private final List<SlaEvent> standing = new ArrayList<>();

    void add(SlaEvent event) {
        if (event.retracted() == null) {
            standing.add(event);
        } else {
            standing.removeIf(
                    said -> said.type() == event.retracted() && said.at().equals(event.at()));
        }
    }

    boolean has(SlaEventType type) {
        return standing.stream().anyMatch(event -> event.type() == type);
    }

    String policy() {
        return inOrder().reduce("", (policy, event) -> event.policy(), (one, other) -> other);
    }

    /** A reopened ticket takes back that it was done. */
    Optional<Instant> doneAt() {
        return inOrder()
                .filter(event -> event.type() == SlaEventType.FULFIL || event.type() == SlaEventType.RESUME)
                .reduce((earlier, later) -> later)
                .filter(event -> event.type() == SlaEventType.FULFIL)
                .map(SlaEvent::at);
    }

    /** When nobody waited any more, done or not. */
    Optional<Instant> cancelledAt() {
        return inOrder()
                .filter(event -> event.type() == SlaEventType.CANCEL)
                .map(SlaEvent::at)
                .reduce((earlier, later) -> later);
    }

    /** Why nobody can tell whether it was kept; empty where somebody can. */
    Optional<String> whyNotJudged() {
        return standing.stream().flatMap(event -> event.whyNotJudged().stream()).findFirst();
    }

    /** Whether its breach became known only together with its end, so that nobody could be alerted of it. */
    boolean wasBrokenInHindsight() {
        return standing.stream()
                .filter(event -> event.type() == SlaEventType.BREACH)
                .anyMatch(breach -> standing.stream()
                        .filter(event -> event.type() == SlaEventType.FULFIL || event.type() == SlaEventType.CANCEL)
                        .anyMatch(end -> end.asOf().equals(breach.asOf())));
    }

    Optional<Miss> miss(String ticket, Instant until) {
        Optional<Instant> doneAt = doneAt();
        Instant end = doneAt.or(this::cancelledAt).orElse(until);
        return inOrder()
                .flatMap(event -> Stream.ofNullable(event.due()))
                .reduce((earlier, later) -> later)
                .filter(end::isAfter)
                .map(due -> new Miss(ticket, due, doneAt.orElse(null), Duration.between(due, end)));
    }

    private Stream<SlaEvent> inOrder() {
        return standing.stream().sorted(Comparator.comparing(SlaEvent::at));
    }
}
