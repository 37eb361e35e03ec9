package io.satisflow.satisfaction.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomerCasesTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = day(200);
    private static final List<String> SAME = List.of("order", "topic");

    @Test
    void another_ticket_within_a_week_of_the_solution_is_a_recontact() {
        List<CustomerCase> cases = List.of(ticket("1", 0, 1.0, "", ""), ticket("2", 6, null, "", ""));

        assertThat(after(cases, LATER)).contains("1 NO_RECONTACT_WITHIN no", "1 RECONTACT yes", "1 FIRST_CALL no");
    }

    @Test
    void a_ticket_after_a_week_or_before_the_solution_is_none() {
        List<CustomerCase> cases =
                List.of(ticket("1", 0, 3.0, "", ""), ticket("2", 2, null, "", ""), ticket("3", 10.5, null, "", ""));

        assertThat(after(cases, LATER)).contains("1 NO_RECONTACT_WITHIN yes", "1 RECONTACT no", "1 FIRST_CALL yes");
    }

    @Test
    void it_is_provisional_until_the_week_is_over_or_the_customer_comes() {
        List<CustomerCase> one = List.of(ticket("1", 0, 1.0, "", ""));
        assertThat(after(one, day(5))).contains("1 NO_RECONTACT_WITHIN yes?");
        assertThat(after(one, day(8))).contains("1 NO_RECONTACT_WITHIN yes,");

        List<CustomerCase> two = List.of(ticket("1", 0, 1.0, "", ""), ticket("2", 4, null, "", ""));
        assertThat(after(two, day(5))).contains("1 NO_RECONTACT_WITHIN no,");
    }

    @Test
    void a_second_complaint_of_one_order_or_topic_within_thirty_days_is_a_repeat() {
        List<CustomerCase> cases = List.of(
                complaint("1", 0, "o1", "delivery"),
                complaint("2", 20, "o1", "price"),
                complaint("3", 45, "o9", "price"),
                complaint("4", 46, "o2", "taste"));

        assertThat(after(cases, LATER))
                .contains(
                        "1 REPEAT_COMPLAINT no",
                        "2 REPEAT_COMPLAINT yes",
                        "3 REPEAT_COMPLAINT yes",
                        "4 REPEAT_COMPLAINT no");
    }

    @Test
    void a_complaint_is_resolved_for_good_when_none_of_the_same_follows_its_solution() {
        List<CustomerCase> cases = List.of(
                solvedComplaint("1", 0, 2, "o1"),
                solvedComplaint("2", 20, 21, "o1"),
                solvedComplaint("3", 100, 101, "o1"));

        assertThat(after(cases, day(110)))
                .contains("1 NON_REPEAT_RESOLUTION no", "2 NON_REPEAT_RESOLUTION yes,", "3 NON_REPEAT_RESOLUTION yes?");
    }

    @Test
    void a_complaint_that_does_not_say_of_what_is_compared_with_none() {
        List<CustomerCase> cases = List.of(complaint("1", 0, "", ""), complaint("2", 1, "", ""));

        assertThat(after(cases, LATER)).doesNotContain("REPEAT");
    }

    @Test
    void a_complaint_outside_of_tickets_is_converted_by_a_ticket_within_a_week() {
        CustomerCase said = CustomerCase.said("r", day(1), Map.of("kind", "complaint", "order", "o1"));

        assertThat(after(List.of(said, ticket("1", 3, null, "", "")), LATER)).contains("PROBLEM_CONVERSION yes");
        assertThat(after(List.of(said, ticket("1", 0.5, null, "", "")), LATER)).contains("PROBLEM_CONVERSION no");
    }

    /** Against a plain double loop over random cases. */
    @Test
    void recontact_and_repeats_are_what_a_naive_count_says() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<CustomerCase> cases = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                double opened = random.nextInt(900) / 10.0;
                Double solved = random.nextBoolean() ? opened + random.nextInt(50) / 10.0 : null;
                cases.add(caseOf(
                        "" + i,
                        opened,
                        solved,
                        random.nextBoolean(),
                        "o" + random.nextInt(2),
                        "t" + random.nextInt(2)));
            }
            String found = after(cases, LATER);
            for (CustomerCase one : cases) {
                Instant solved = one.solvedAt();
                String number = one.id().substring("ticket/".length());
                boolean again = solved != null
                        && cases.stream()
                                .anyMatch(other -> other != one
                                        && other.createdAt().isAfter(solved)
                                        && !other.createdAt().isAfter(solved.plus(Duration.ofDays(7))));
                assertThat(found.contains(number + " RECONTACT yes"))
                        .as("seed %d", seed)
                        .isEqualTo(again);
                boolean repeats = one.isComplaint()
                        && cases.stream()
                                .anyMatch(other -> other != one
                                        && other.isComplaint()
                                        && other.createdAt().isBefore(one.createdAt())
                                        && !other.createdAt()
                                                .isBefore(one.createdAt().minus(Duration.ofDays(30)))
                                        && (fact(one, "order").equals(fact(other, "order"))
                                                || fact(one, "topic").equals(fact(other, "topic"))));
                assertThat(found.contains(number + " REPEAT_COMPLAINT yes"))
                        .as("seed %d", seed)
                        .isEqualTo(repeats);
            }
        }
    }

    private static String fact(CustomerCase one, String name) {
        return one.facts().getOrDefault("attributes." + name, "");
    }

    private static CustomerCase ticket(String id, double opened, @Nullable Double solved, String order, String topic) {
        return caseOf(id, opened, solved, false, order, topic);
    }

    private static CustomerCase complaint(String id, double opened, String order, String topic) {
        return caseOf(id, opened, null, true, order, topic);
    }

    private static CustomerCase solvedComplaint(String id, double opened, double solved, String order) {
        return caseOf(id, opened, solved, true, order, "");
    }

    private static CustomerCase caseOf(
            String id, double opened, @Nullable Double solved, boolean complaint, String order, String topic) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("attributes.order", order);
        facts.put("attributes.topic", topic);
        return new CustomerCase(
                "ticket/" + id, true, true, day(opened), solved == null ? null : day(solved), complaint, null, facts);
    }

    private static Instant day(double days) {
        return START.plus(Duration.ofMinutes(Math.round(days * 24 * 60)));
    }

    private static String after(List<CustomerCase> cases, Instant now) {
        List<OutcomeRule> rules = List.of(OutcomeMeasure.values()).stream()
                .map(measure -> new OutcomeRule(measure.name(), measure, measure.usualWithin(), SAME))
                .toList();
        return CustomerCases.of(cases, now, rules).stream()
                .map(found -> found.anchor().split("/")[1] + " " + found.metric() + (found.hit() ? " yes" : " no")
                        + (found.isFinal(now) ? "," : "?"))
                .sorted()
                .reduce("", (one, other) -> one + " " + other);
    }
}
