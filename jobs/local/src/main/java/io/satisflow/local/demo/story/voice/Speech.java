package io.satisflow.local.demo.story.voice;

import io.satisflow.local.demo.story.shop.Chance;
import io.satisflow.local.demo.story.shop.Customer;
import io.satisflow.local.demo.story.shop.CustomerMood;
import io.satisflow.local.demo.story.shop.Tongue;
import java.util.List;

/** Puts into words what a customer or an agent says. */
public final class Speech {
    private static final double ADDS_A_SENTENCE = 0.45;

    private final PhraseBook phrases = new PhraseBook();

    /** A review, a comment, a message: what it is about, and often a word more. */
    String opinion(Customer customer, Chance chance) {
        String said = say(customer, opinionSection(customer), chance);
        if (customer.mood() == CustomerMood.MIXED || !chance.of(ADDS_A_SENTENCE)) {
            return said;
        }
        String more = say(customer, customer.mood().isGood() ? "close.good" : "close.bad", chance);
        return customer.tongue() == Tongue.CHINESE ? said + more : said + " " + more;
    }

    String subject(Customer customer, Chance chance) {
        return say(customer, "subject." + topic(customer), chance);
    }

    /** An agent's answer on the customer's topic. */
    String reply(Customer customer, Chance chance) {
        return say(customer, "reply." + customer.topic().word(), chance);
    }

    String say(Customer customer, String section, Chance chance) {
        String template = chance.oneOf(phrases.of(customer.tongue(), section));
        List<String> items = phrases.of(customer.tongue(), "item." + customer.category());
        return template.replace("{item}", chance.oneOf(items))
                .replace("{place}", chance.oneOf(customer.region().places(customer.tongue())))
                .replace("{days}", String.valueOf(2 + chance.upTo(7)))
                .replace("{minutes}", String.valueOf(5 * (1 + chance.upTo(9))));
    }

    private static String opinionSection(Customer customer) {
        if (customer.mood() == CustomerMood.MIXED) {
            return "mixed";
        }
        return (customer.mood().isGood() ? "praise." + customer.topic().word() : "complaint." + topic(customer));
    }

    private static String topic(Customer customer) {
        return customer.stuck() ? "late" : customer.topic().word();
    }
}
