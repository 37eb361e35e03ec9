package io.satisflow.local.demo.story.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.demo.story.shop.Chance;
import io.satisflow.local.demo.story.shop.Customer;
import io.satisflow.local.demo.story.shop.Incident;
import io.satisflow.local.demo.story.shop.Region;
import io.satisflow.local.demo.story.shop.ServiceDesk;
import io.satisflow.local.demo.story.shop.ShopTime;
import io.satisflow.local.demo.story.shop.Tongue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhraseBookTest {
    private final Speech speech = new Speech();

    @Test
    void no_slot_stays_unfilled() {
        assertThat(IntStream.range(0, 5_000).mapToObj(this::opinion))
                .allSatisfy(text ->
                        assertThat(text).isNotBlank().doesNotContain("{").doesNotContain("}"));
    }

    @Test
    void there_are_words_for_everything_in_both_languages() {
        PhraseBook phrases = new PhraseBook();
        for (Tongue tongue : Tongue.values()) {
            for (ServiceDesk topic : ServiceDesk.values()) {
                for (String kind : new String[] {"praise.", "complaint.", "subject.", "reply."}) {
                    assertThat(phrases.of(tongue, kind + topic.word())).hasSizeGreaterThan(1);
                }
            }
        }
    }

    private String opinion(int seed) {
        Chance chance = new Chance(seed);
        Region region = Region.ALL.get(new SplittableRandom(seed).nextInt(Region.ALL.size()));
        Customer customer = Customer.who(region, ShopTime.BEGINNING, Incident.ofTheDemo(), chance);
        return speech.opinion(customer, chance) + speech.subject(customer, chance) + speech.reply(customer, chance);
    }
}
