package io.satisflow.local.demo.story.voice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.demo.story.shop.Chance;
import io.satisflow.local.demo.story.shop.Customer;
import java.time.Instant;
import java.util.List;

/** Stars and a few words in the shop's app. */
public record AppReviews(Speech speech) implements Voice {

    @Override
    public String channel() {
        return "app";
    }

    @Override
    public double perDay() {
        return 85;
    }

    @Override
    public List<FeedRecord> speak(Instant at, String id, Customer customer, Chance chance) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.putObject("review")
                .put("id", "r-" + id)
                .put("written", at.toEpochMilli())
                .put("author", customer.id())
                .put("stars", stars(customer, chance))
                .put("body", speech.opinion(customer, chance));
        payload.putObject("order")
                .put("category", customer.category())
                .put("region", customer.region().name());
        return List.of(FeedRecord.of(at, channel(), id, payload));
    }

    /** Not everybody who feels the same gives the same. */
    private static int stars(Customer customer, Chance chance) {
        int shift = chance.of(0.15) ? (chance.of(0.5) ? 1 : -1) : 0;
        return Math.max(1, Math.min(5, customer.mood().stars() + shift));
    }
}
