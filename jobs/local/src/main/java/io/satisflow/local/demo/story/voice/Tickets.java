package io.satisflow.local.demo.story.voice;

import io.satisflow.local.demo.story.shop.Chance;
import io.satisflow.local.demo.story.shop.Customer;
import io.satisflow.local.demo.story.shop.DeskHours;
import io.satisflow.local.demo.story.shop.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tickets from the first word to the rating afterwards, as a service desk with closing hours works through them. */
public record Tickets(Speech speech, Incident incident) implements Voice {
    private static final double ONE_ANSWER_DOES_NOT_DO = 0.4;
    private static final double RATES = 0.35;
    private static final List<String> PRIORITIES = List.of("urgent", "high", "normal", "low");

    @Override
    public String channel() {
        return "tickets";
    }

    @Override
    public double perDay() {
        return 26;
    }

    @Override
    public List<FeedRecord> speak(Instant at, String id, Customer somebody, Chance chance) {
        Customer customer = somebody.inNeed(chance);
        TicketVoice ticket = open("T-" + id, customer, chance);
        List<FeedRecord> events = new ArrayList<>();
        events.add(ticket.customer(at, "opened", speech.opinion(customer, chance)));
        events.add(ticket.says(at.plusSeconds(5 + chance.upTo(20)), "bot", speech.say(customer, "bot", chance)));
        Instant answered = answered(at, customer, chance);
        Duration looked = Duration.between(at, answered).dividedBy(3);
        events.add(ticket.assigned(at.plus(looked)));
        events.add(ticket.says(answered, "agent", speech.reply(customer, chance)));
        Instant settled = answered;
        if (chance.of(ONE_ANSWER_DOES_NOT_DO)) {
            Instant asked = settled.plus(minutes(4, 70, chance));
            events.add(ticket.customer(asked, "customer", speech.say(customer, "chaser", chance)));
            settled = answered(asked, customer, chance);
            events.add(ticket.says(settled, "agent", speech.reply(customer, chance)));
        }
        settle(ticket, customer, settled.plus(minutes(15, 180, chance)), chance, events);
        return events;
    }

    private void settle(TicketVoice ticket, Customer customer, Instant solved, Chance chance, List<FeedRecord> events) {
        if (chance.of(0.5)) {
            events.add(ticket.customer(solved.minusSeconds(60), "customer", speech.say(customer, "thanks", chance)));
        }
        events.add(ticket.solved(solved));
        if (chance.of(RATES)) {
            events.add(ticket.rated(solved.plus(minutes(20, 600, chance)), rating(customer, chance)));
        }
    }

    private TicketVoice open(String id, Customer customer, Chance chance) {
        return new TicketVoice(
                id,
                customer,
                speech.subject(customer, chance),
                chance.oneOf(PRIORITIES, Tickets::shareOf),
                chance.oneOf(customer.topic().agents()));
    }

    private static double shareOf(String priority) {
        return switch (priority) {
            case "urgent" -> 0.08;
            case "high" -> 0.24;
            case "normal" -> 0.52;
            default -> 0.16;
        };
    }

    /** Most are answered soon, some late; while the incident lasts, its team answers nobody. */
    private Instant answered(Instant asked, Customer customer, Chance chance) {
        Duration work = chance.of(0.05) ? minutes(35, 75, chance) : minutes(3, 24, chance);
        Instant answered = DeskHours.after(asked, work);
        return incident.occupies(customer.topic(), answered) ? incident.end().plus(minutes(2, 30, chance)) : answered;
    }

    private static String rating(Customer customer, Chance chance) {
        double good = customer.stuck() ? 0.25 : 0.84;
        return chance.of(good) ? "good" : chance.of(0.5) ? "fair" : "bad";
    }

    private static Duration minutes(double low, double high, Chance chance) {
        return Duration.ofMillis((long) (chance.between(low, high) * 60_000));
    }
}
