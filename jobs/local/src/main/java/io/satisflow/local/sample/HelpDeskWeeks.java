package io.satisflow.local.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up weeks of a help desk: the same for the same number of weeks, on every machine. */
public final class HelpDeskWeeks {
    private static final Instant FIRST_DAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final int TICKETS_A_DAY = 14;
    private static final int DAYS_OF_A_WEEK = 7;

    private final Random random = new Random(42);
    private final List<DeskRecord> records = new ArrayList<>();
    private int ticketsMade;

    private HelpDeskWeeks() {}

    /** In the order in which they happened. */
    public static List<DeskRecord> of(int weeks) {
        HelpDeskWeeks desk = new HelpDeskWeeks();
        for (int day = 0; day < weeks * DAYS_OF_A_WEEK; day++) {
            desk.day(FIRST_DAY.plus(Duration.ofDays(day)));
        }
        Instant end = end(weeks);
        return desk.records.stream()
                .filter(record -> record.at().isBefore(end))
                .sorted()
                .toList();
    }

    /** Midnight after the last day. */
    static Instant end(int weeks) {
        return FIRST_DAY.plus(Duration.ofDays((long) weeks * DAYS_OF_A_WEEK));
    }

    private void day(Instant midnight) {
        for (int i = 0; i < TICKETS_A_DAY; i++) {
            ticket(Caller.any(random), midnight.plus(minutes(6 * 60, 20 * 60)));
        }
        for (int i = 0; i < 3; i++) {
            Caller reviewer = Caller.any(random);
            Instant at = midnight.plus(minutes(0, 24 * 60));
            records.add(new DeskRecord(at, "review.posted", reviewer)
                    .kind("complaint")
                    .say(Saying.complaint(random)));
            if (chance(40)) {
                ticket(reviewer, at.plus(minutes(60, 3_000)));
            }
        }
        for (int i = 0; i < 5; i++) {
            records.add(answers(
                            new DeskRecord(midnight.plus(minutes(0, 24 * 60)), "survey.answered", Caller.any(random)))
                    .put("survey", "relationship")
                    .answer("nps", answer(5, 10)));
        }
        records.add(new DeskRecord(midnight.plus(Duration.ofHours(23)), "counts.daily", null)
                .kind("exposure")
                .put("orders", String.valueOf(400 + random.nextInt(200))));
    }

    private void ticket(Caller caller, Instant opened) {
        Ticket ticket = new Ticket("T-" + ++ticketsMade, caller, chance(40), chance(20));
        add(ticket, opened, "ticket.created")
                .say(ticket.complains() ? Saying.complaint(random) : Saying.question(random));
        if (chance(3) && ticketsMade > 1) {
            add(ticket, opened.plus(minutes(5, 30)), "ticket.merged").put("into", "T-" + (ticketsMade - 1));
            return;
        }
        Instant at = opened.plus(minutes(2, 50));
        ticket.assign(random);
        add(ticket, at, "ticket.assigned");
        if (ticket.complains() && chance(50)) {
            Instant due = at.plus(minutes(300, 2_000));
            add(ticket, at.plus(minutes(1, 5)), "ticket.promised").put("due", due.toString());
        }
        at = at.plus(minutes(5, 90));
        add(ticket, at, "comment.agent");
        while (chance(30)) {
            at = at.plus(minutes(20, 300));
            add(ticket, at, "comment.customer").say(Saying.any(random));
            at = at.plus(minutes(10, 300));
            add(ticket, at, "comment.agent");
        }
        at = at.plus(minutes(5, 1_500));
        solve(ticket, at);
        if (chance(10)) {
            at = at.plus(minutes(100, 6_000));
            add(ticket, at, "ticket.status").status("open");
            at = at.plus(minutes(60, 1_000));
            solve(ticket, at);
        }
        afterwards(ticket, at);
    }

    private void solve(Ticket ticket, Instant at) {
        add(ticket, at, "ticket.status").status("solved");
    }

    private void afterwards(Ticket ticket, Instant solved) {
        if (chance(60)) {
            Instant sent = solved.plus(minutes(30, 60));
            add(ticket, sent, "satisfaction.offered").status("solved");
            if (chance(55)) {
                answers(add(ticket, sent.plus(minutes(60, 4_000)), "satisfaction.rated"))
                        .status("solved")
                        .say(Saying.any(random))
                        .put("survey", "transactional")
                        .answer("nps", answer(0, 10));
            }
        }
        if (ticket.complains() && chance(80)) {
            String outcome = chance(20) ? "unreached" : chance(70) ? "satisfied" : "unsatisfied";
            add(ticket, solved.plus(minutes(600, 3_500)), "ticket.followed_up")
                    .status("solved")
                    .put("outcome", outcome);
        }
        if (chance(12)) {
            // The same customer comes again, about the same order.
            ticket(ticket.caller(), solved.plus(minutes(600, 30_000)));
        }
    }

    /** What customers weigh: how they are treated counts most, and how fast least. */
    private DeskRecord answers(DeskRecord record) {
        int speed = answer(2, 5);
        int skill = answer(2, 5);
        int care = answer(1, 5);
        int process = answer(2, 5);
        int outcome = answer(2, 5);
        double overall = (speed + 2 * skill + 4 * care + 2 * process + outcome) / 10.0;
        int csat = (int) Math.max(1, Math.min(5, Math.round(overall + random.nextGaussian() / 2)));
        return record.answer("csat", csat)
                .answer("ces", answer(3, 7))
                .answer("response_speed", speed)
                .answer("response_speed_expected", answer(3, 5))
                .answer("technical_ability", skill)
                .answer("emotional_value", care)
                .answer("process", process)
                .answer("outcome", outcome)
                .answer("overall", Math.min(10, 2 * csat))
                .answer("against_expectation", answer(4, 10))
                .answer("against_ideal", answer(3, 9));
    }

    private DeskRecord add(Ticket ticket, Instant at, String type) {
        DeskRecord record = new DeskRecord(at, type, ticket.caller()).of(ticket);
        records.add(record);
        return record;
    }

    private int answer(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Duration minutes(int from, int to) {
        return Duration.ofSeconds(60L * from + random.nextInt(60 * (to - from)));
    }
}
