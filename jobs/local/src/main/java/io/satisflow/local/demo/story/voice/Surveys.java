package io.satisflow.local.demo.story.voice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.demo.story.shop.Chance;
import io.satisflow.local.demo.story.shop.Customer;
import io.satisflow.local.demo.story.shop.CustomerMood;
import java.time.Instant;
import java.util.List;

/** Answers to the survey after an order; not every question is answered, and few leave a comment. */
public record Surveys(Speech speech) implements Voice {

    @Override
    public String channel() {
        return "survey";
    }

    @Override
    public double perDay() {
        return 85;
    }

    @Override
    public List<FeedRecord> speak(Instant at, String id, Customer customer, Chance chance) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("response", "s-" + id).put("submitted_at", at.toString()).put("customer", customer.id());
        payload.putObject("order")
                .put("category", customer.category())
                .put("region", customer.region().name());
        CustomerMood mood = customer.mood();
        ObjectNode answers = payload.putObject("answers");
        answers.put("recommend", within(0, 10, mood.recommendation() + chance.upTo(3) - 1));
        if (chance.of(0.9)) {
            answers.put("satisfied", mood.stars());
        }
        if (chance.of(0.7)) {
            answers.put("easy", within(1, 7, mood.stars() + 1 + chance.upTo(3) - 1));
        }
        if (chance.of(0.55)) {
            payload.put("comment", speech.opinion(customer, chance));
        }
        return List.of(FeedRecord.of(at, channel(), id, payload));
    }

    private static int within(int low, int high, int value) {
        return Math.max(low, Math.min(high, value));
    }
}
