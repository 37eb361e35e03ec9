package io.satisflow.local.demo.story.shop;

import java.time.Duration;
import java.time.Instant;

/** A depot stands still: parcels of one region are stuck, customers complain, and its service team is overrun. */
public record Incident(Instant start, Instant end, Region region) {
    /** Those who are unhappy write more. */
    private static final double SURGE = 3;

    public static Incident ofTheDemo() {
        return new Incident(
                ShopTime.OPENING.plus(Duration.ofMinutes(11)),
                ShopTime.OPENING.plus(Duration.ofMinutes(62)),
                Region.SOUTH);
    }

    boolean isOn(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }

    boolean affects(Region where, Instant at) {
        return where.equals(region) && isOn(at);
    }

    public double surge(Region where, Instant at) {
        return affects(where, at) ? SURGE : 1;
    }

    /** The team that looks after stuck parcels answers nobody until it is over. */
    public boolean occupies(ServiceDesk topic, Instant at) {
        return topic == ServiceDesk.DELIVERY && isOn(at);
    }
}
