package io.satisflow.sla.dryrun;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.dryrun.PromiseOutcome.Miss;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Adds up what clocks said to how promises were kept, by policy and clock, and which of them nobody could judge. */
public final class PromiseOutcomes {
    private final Map<Activation, PromiseCourse> courses = new LinkedHashMap<>();
    private final Set<String> policies = new TreeSet<>();

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
        policies.add(event.policy());
        courses.computeIfAbsent(
                        new Activation(event.ticket(), event.clock(), event.instance()),
                        activation -> new PromiseCourse())
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

    /** The names of the policies by which clocks spoke. */
    public Set<String> policies() {
        return policies;
    }

    /** What was promised and not measured, by clock, then reason. */
    public List<Unjudged> unjudged() {
        Map<Unjudged.Reason, Set<String>> tickets = new TreeMap<>();
        courses.forEach((activation, course) -> course.whyNotJudged()
                .ifPresent(why -> tickets.computeIfAbsent(
                                new Unjudged.Reason(activation.clock, why), reason -> new HashSet<>())
                        .add(activation.ticket)));
        return tickets.entrySet().stream()
                .map(each -> new Unjudged(each.getKey(), each.getValue().size()))
                .toList();
    }

    /** The breaches that stand, and how many of them nobody could be alerted of. */
    public BreachesInHindsight breaches() {
        return new BreachesInHindsight(
                courses.values().stream()
                        .filter(PromiseCourse::wasBrokenInHindsight)
                        .count(),
                courses.values().stream()
                        .filter(course -> course.has(SlaEventType.BREACH))
                        .count());
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

        void add(String ticket, PromiseCourse course, Instant until) {
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
