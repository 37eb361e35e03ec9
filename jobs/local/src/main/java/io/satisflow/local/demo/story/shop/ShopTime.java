package io.satisflow.local.demo.story.shop;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** When the demo takes place. In the past, whatever the year, so that no record lies in the future of any broker. */
public final class ShopTime {
    /** All of the shop's places share it. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** A Monday, 09:00: from here on it is live. */
    public static final Instant OPENING = Instant.parse("2025-09-15T01:00:00Z");

    public static final Instant BEGINNING = OPENING.minus(Duration.ofDays(30));

    private ShopTime() {}
}
