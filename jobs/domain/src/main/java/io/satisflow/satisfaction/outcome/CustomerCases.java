package io.satisflow.satisfaction.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What rules find in all that is known of one customer. */
public final class CustomerCases {
    private final Collection<CustomerCase> cases;
    private final Instant now;

    private CustomerCases(Collection<CustomerCase> cases, Instant now) {
        this.cases = cases;
        this.now = now;
    }

    public static List<Found> of(Collection<CustomerCase> cases, Instant now, List<OutcomeRule> rules) {
        CustomerCases customer = new CustomerCases(cases, now);
        return cases.stream()
                .flatMap(each -> rules.stream()
                        .filter(rule -> rule.measure().isOfCustomers())
                        .flatMap(rule -> customer.find(each, rule).stream()))
                .toList();
    }

    private Optional<Found> find(CustomerCase each, OutcomeRule rule) {
        return switch (rule.measure()) {
            case NO_RECONTACT_WITHIN -> solved(each, rule, contactedAgain(each, rule), false);
            case RECONTACT -> solved(each, rule, contactedAgain(each, rule), true);
            case FIRST_CALL -> solved(each, rule, calledAgain(each, rule) || contactedAgain(each, rule), false);
            case NON_REPEAT_RESOLUTION ->
                comparable(each, rule) ? solved(each, rule, complainedAgain(each, rule), false) : Optional.empty();
            case REPEAT_COMPLAINT -> comparable(each, rule) ? Optional.of(repeat(each, rule)) : Optional.empty();
            case PROBLEM_CONVERSION -> each.isTicket() ? Optional.empty() : Optional.of(conversion(each, rule));
            default -> Optional.empty();
        };
    }

    /** @param happened decides it at once; otherwise time has to pass */
    private Optional<Found> solved(CustomerCase each, OutcomeRule rule, boolean happened, boolean hitWhenHappened) {
        return Optional.ofNullable(each.solvedAt())
                .map(at -> new Found(
                        rule.metric(),
                        each.id() + "/solved",
                        at,
                        happened == hitWhenHappened,
                        happened ? now : at.plus(rule.within()),
                        each.facts()));
    }

    private boolean contactedAgain(CustomerCase each, OutcomeRule rule) {
        return others(each, after(each.solvedAt(), rule.within())).anyMatch(CustomerCase::isContact);
    }

    private static boolean calledAgain(CustomerCase each, OutcomeRule rule) {
        Instant solved = each.solvedAt();
        Instant again = each.calledAgainAt();
        return solved != null && again != null && !again.isAfter(solved.plus(rule.within()));
    }

    private static boolean comparable(CustomerCase each, OutcomeRule rule) {
        return each.isComplaint() && each.saysWhat(rule.same());
    }

    private boolean complainedAgain(CustomerCase each, OutcomeRule rule) {
        return others(each, after(each.solvedAt(), rule.within()))
                .anyMatch(other -> other.isComplaint() && other.isOfSame(each, rule.same()));
    }

    /** Looks back, so only what becomes known late can change it. */
    private Found repeat(CustomerCase each, OutcomeRule rule) {
        Instant from = each.createdAt().minus(rule.within());
        boolean repeats = others(each, created -> !created.isBefore(from) && created.isBefore(each.createdAt()))
                .anyMatch(other -> other.isComplaint() && other.isOfSame(each, rule.same()));
        return new Found(rule.metric(), each.id() + "/created", each.createdAt(), repeats, now, each.facts());
    }

    private Found conversion(CustomerCase each, OutcomeRule rule) {
        Instant limit = each.createdAt().plus(rule.within());
        boolean converted = others(each, created -> !created.isBefore(each.createdAt()) && !created.isAfter(limit))
                .anyMatch(CustomerCase::isTicket);
        return new Found(
                rule.metric(),
                each.id() + "/created",
                each.createdAt(),
                converted,
                converted ? now : limit,
                each.facts());
    }

    private static Predicate<Instant> after(@Nullable Instant solved, Duration within) {
        return created -> solved != null && created.isAfter(solved) && !created.isAfter(solved.plus(within));
    }

    private Stream<CustomerCase> others(CustomerCase each, Predicate<Instant> created) {
        return cases.stream().filter(other -> !other.id().equals(each.id()) && created.test(other.createdAt()));
    }
}
