package io.satisflow.local.demo.story.voice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.demo.story.shop.Chance;
import io.satisflow.local.demo.story.shop.Customer;
import io.satisflow.local.demo.story.shop.ShopTime;
import io.satisflow.local.demo.story.shop.Tongue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Posts that mention the shop. */
public record SocialPosts(Speech speech) implements Voice {

    @Override
    public String channel() {
        return "social";
    }

    @Override
    public double perDay() {
        return 75;
    }

    @Override
    public List<FeedRecord> speak(Instant at, String id, Customer customer, Chance chance) {
        String tag = customer.tongue() == Tongue.CHINESE ? "#海港家居 " : "@harbourliving ";
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("post_id", "p-" + id)
                .put(
                        "created_at",
                        at.atZone(ShopTime.ZONE)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toOffsetDateTime()
                                .toString())
                .put("text", (chance.of(0.6) ? tag : "") + speech.opinion(customer, chance))
                .put("topic", customer.category())
                .put("likes", chance.upTo(40));
        payload.putObject("user")
                .put("handle", customer.id())
                .put("region", customer.region().name());
        return List.of(FeedRecord.of(at.truncatedTo(ChronoUnit.SECONDS), channel(), id, payload));
    }
}
