package io.satisflow.local.demo.story.shop;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Somebody who has something to say now. */
public record Customer(
        String id, Region region, Tongue tongue, String category, CustomerMood mood, ServiceDesk topic, boolean stuck) {
    private static final int CUSTOMERS = 6_000;
    private static final double BECAUSE_OF_THE_INCIDENT = 0.85;
    private static final List<String> CATEGORIES = List.of("kitchen", "bedding", "lighting", "toys");
    private static final List<CustomerMood> MOODS = Arrays.asList(CustomerMood.values());
    private static final List<ServiceDesk> TOPICS = Arrays.asList(ServiceDesk.values());

    public static Customer who(Region region, Instant at, Incident incident, Chance chance) {
        boolean stuck = incident.affects(region, at) && chance.of(BECAUSE_OF_THE_INCIDENT);
        return new Customer(
                "c-" + (10_000 + chance.upTo(CUSTOMERS)),
                region,
                chance.of(region.chinese()) ? Tongue.CHINESE : Tongue.ENGLISH,
                chance.oneOf(CATEGORIES),
                chance.oneOf(MOODS, stuck ? CustomerMood::shareWhenStuck : CustomerMood::share),
                stuck ? ServiceDesk.DELIVERY : chance.oneOf(TOPICS, ServiceDesk::share),
                stuck);
    }

    /** The same customer as somebody who needs help, which those who are happy do not. */
    public Customer inNeed(Chance chance) {
        CustomerMood worse = mood.isGood()
                ? chance.oneOf(List.of(CustomerMood.MIXED, CustomerMood.MIXED, CustomerMood.ANNOYED))
                : mood;
        return new Customer(id, region, tongue, category, worse, topic, stuck);
    }
}
