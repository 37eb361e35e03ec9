package io.satisflow.local.sample;

import java.util.List;
import java.util.Random;

/** A customer of the made-up help desk, who asks about one order at a time. */
record Caller(String id, String tier, String product, String order) {
    private static final int CUSTOMERS = 400;
    private static final List<String> TIERS = List.of("gold", "silver", "plain");
    private static final List<String> PRODUCTS = List.of("Shop", "App", "Store");

    static Caller any(Random random) {
        int number = random.nextInt(CUSTOMERS);
        return new Caller(
                "c-" + number,
                TIERS.get(number % TIERS.size()),
                PRODUCTS.get(random.nextInt(PRODUCTS.size())),
                "o-" + number + "-" + random.nextInt(2));
    }
}
