package io.satisflow.sla.dryrun;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.dryrun.PromiseOutcome.Miss;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds up what clocks said to how promises were kept, by policy and clock. */
public final class PromiseOutcomes {
    private final Map<Activation, Course> courses = new LinkedHashMap<>();

    private record Activation(String ticket, Clock clock, int instance) {}

    private record Promise(String policy, Clock clock) implements Comparable<Promise> {
        @Override
        public int compareTo(Promise other) {
            return Comparator.comparing(Promise::policy)
                    .thenComparing(Promise::clock)
                    .compare(this, other);
        }
    }

    /** Events of a ticket come in their order. */
    public void add(SlaEvent event) {
        courses.computeIfAbsent(
                        new Activation(event.ticket(), event.clock(), event.instance()), activation -> new Course())
                .add(event);
    }

    /**
     * By policy, then clock.
     *
     * @param until the end of the telling
     */
    public List<PromiseOutcome> upTo(Instant until) {
        Map<Promise, Sum> sums = new TreeMap<>();
        courses.forEach((activation, course) -> {
            if (course.has(SlaEventType.ACTIVATE)) {
                sums.computeIfAbsent(new Promise(course.policy(), activation.clock), promise -> new Sum())
                        .add(activation.ticket, course, until);
            }
        });
        return sums.entrySet().stream()
                .map(entry -> entry.getValue().outcome(entry.getKey()))
                .toList();
    }

    /** What has been said of one activation and still stands: a retraction takes its word out again. */
    private static final class Course {
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

    private static final class Sum {
        /** The same of several that are equally late, in whatever order tickets are heard. */
        private static final Comparator<Miss> WORST_FIRST = Comparator.comparing(Miss::late)
                .reversed()
                .thenComparing(Miss::ticket)
                .thenComparing(Miss::due);

        private int met;
        private int missed;
        private int running;
        private int cancelled;
        private int warned;
        private @Nullable Miss worst;

        void add(String ticket, Course course, Instant until) {
            warned += course.has(SlaEventType.WARN) ? 1 : 0;
            if (course.has(SlaEventType.BREACH)) {
                missed++;
                course.miss(ticket, until).filter(this::isWorse).ifPresent(miss -> worst = miss);
            } else if (course.has(SlaEventType.CANCEL)) {
                cancelled++;
            } else if (course.doneAt().isPresent()) {
                met++;
            } else {
                running++;
            }
        }

        private boolean isWorse(Miss miss) {
            return worst == null || WORST_FIRST.compare(miss, worst) < 0;
        }

        PromiseOutcome outcome(Promise promise) {
            return new PromiseOutcome(
                    promise.policy, promise.clock, met, missed, running, cancelled, warned, Optional.ofNullable(worst));
        }
    }
}
