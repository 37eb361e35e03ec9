package io.satisflow.flink.outcome;

import io.satisflow.satisfaction.outcome.Finding.Ruling;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What became of tickets and customers, counted anew from all that is known at a time, with plain loops over plain lists. */
final class NaiveOutcomes {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Duration MONTH = Duration.ofDays(30);

    private final Instant now;
    private final Map<String, Map<String, Ruling>> rulings = new TreeMap<>();
    private final List<Case> cases = new ArrayList<>();

    /** @param again when the customer came back to the ticket itself */
    private record Case(
            String id,
            @Nullable String customer,
            boolean ticket,
            Instant created,
            @Nullable Instant solved,
            @Nullable Instant again,
            boolean complaint,
            String order) {}

    private NaiveOutcomes(Instant now) {
        this.now = now;
    }

    /** By the key of what is told, and by metric. */
    static Map<String, Map<String, Ruling>> of(List<TicketEvent> events, List<CaseNews> complaints, Instant now) {
        NaiveOutcomes outcomes = new NaiveOutcomes(now);
        Map<String, Map<String, TicketEvent>> tickets = new TreeMap<>();
        events.stream()
                .filter(event -> !event.knownAt().isAfter(now))
                .forEach(event -> tickets.computeIfAbsent(event.ticket(), any -> new TreeMap<>())
                        .put(event.id(), event));
        tickets.forEach((ticket, known) -> outcomes.ticket(
                ticket,
                known.values().stream()
                        .sorted(Comparator.comparing(TicketEvent::occurredAt))
                        .toList()));
        complaints.stream().filter(news -> news.knownAt() <= now.toEpochMilli()).forEach(outcomes::complaint);
        outcomes.cases.stream().filter(each -> each.customer() != null).forEach(outcomes::compare);
        return outcomes.rulings;
    }

    private void complaint(CaseNews news) {
        cases.add(new Case(
                news.ofCustomer().id(),
                news.customer(),
                false,
                news.ofCustomer().createdAt(),
                null,
                null,
                true,
                order(news.ofCustomer().facts())));
    }

    private void ticket(String ticket, List<TicketEvent> events) {
        if (events.stream().anyMatch(event -> event.type() == TicketEventType.MERGED)) {
            return;
        }
        Instant opened = events.get(0).occurredAt();
        Map<String, String> facts = events.get(0).details();
        boolean complaint = "complaint".equals(facts.get("kind"));
        boolean isSolved = false;
        boolean isSolvedInAWeek = false;
        Instant solved = null;
        List<Instant> reopened = new ArrayList<>();
        List<Instant> replies = times(events, TicketEventType.AGENT_REPLY);
        List<Instant> words = times(events, TicketEventType.CUSTOMER_MESSAGE);
        List<Instant> ratings = times(events, TicketEventType.SATISFACTION);
        List<TicketEvent> turns = new ArrayList<>();
        for (TicketEvent event : events) {
            Instant at = event.occurredAt();
            boolean wasSolved = isSolved;
            if (event.type() == TicketEventType.STATUS) {
                isSolved = "solved".equals(event.details().get("status"));
            } else if (event.type() == TicketEventType.CUSTOMER_MESSAGE) {
                isSolved = false;
            }
            if (wasSolved && !isSolved) {
                reopened.add(at);
            }
            if (!wasSolved && isSolved) {
                turns.add(event);
                solved = solved == null ? at : solved;
            }
            if (event.type() == TicketEventType.PROMISE && !isSolved) {
                turns.add(event);
            }
            isSolvedInAWeek = at.isAfter(opened.plus(WEEK)) ? isSolvedInAWeek : isSolved;
        }
        String key = "/outcome/" + ticket + "/";
        until(key + "created", "resolution_rate", isSolvedInAWeek, false, opened.plus(WEEK));
        boolean isAnswered = any(replies, at -> !at.isAfter(opened.plus(WEEK)));
        until(key + "created", "answer_rate", isAnswered, isAnswered, opened.plus(WEEK));
        if (complaint) {
            decided(key + "created", "complaint_rate.orders", true);
        }
        if (solved != null) {
            solved(key + "solved", solved, replies, words, ratings, reopened);
            followUp(key + "solved", solved, events, reopened);
        }
        promises(key + "promise/", turns);
        calls(key + "follow_up/", events);
        surveys(key + "survey_sent/", events, ratings);
        Instant first = events.stream()
                .filter(event -> event.type() == TicketEventType.AGENT_REPLY
                        || "solved".equals(event.details().get("status")))
                .map(TicketEvent::occurredAt)
                .findFirst()
                .orElse(Instant.MAX);
        List<Instant> back = new ArrayList<>(words);
        back.addAll(reopened);
        cases.add(new Case(
                "ticket/" + ticket,
                events.stream()
                        .map(TicketEvent::customerKey)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                true,
                opened,
                solved,
                back.stream()
                        .filter(at -> at.isAfter(first))
                        .sorted()
                        .findFirst()
                        .orElse(null),
                complaint,
                order(facts)));
    }

    private void solved(
            String key,
            Instant solved,
            List<Instant> replies,
            List<Instant> words,
            List<Instant> ratings,
            List<Instant> reopened) {
        Instant limit = solved.plus(WEEK);
        long touches = replies.stream().filter(at -> !at.isAfter(limit)).count();
        until(key, "fcr.one_touch", touches < 2, touches >= 2, limit);
        boolean wrote = !replies.isEmpty() && any(words, at -> at.isAfter(replies.get(0)) && !at.isAfter(limit));
        until(key, "fcr.no_customer_reply", !wrote, wrote, limit);
        boolean again = any(reopened, at -> !at.isAfter(limit));
        until(key, "fcr.no_reopen_within", !again, again, limit);
        until(key, "reopen_rate", again, again, limit);
        boolean rated = any(ratings, at -> !at.isAfter(solved.plus(FORTNIGHT)));
        until(key, "collection_coverage", rated, rated, solved.plus(FORTNIGHT));
    }

    private void followUp(String key, Instant solved, List<TicketEvent> events, List<Instant> reopened) {
        Instant limit = solved.plus(THREE_DAYS);
        Instant reached = events.stream()
                .filter(NaiveOutcomes::isReached)
                .map(TicketEvent::occurredAt)
                .filter(at -> !at.isAfter(limit))
                .findFirst()
                .orElse(null);
        Instant again = reopened.isEmpty() ? Instant.MAX : reopened.get(0);
        if (again.isAfter(limit) || (reached != null && reached.isBefore(again))) {
            until(key, "follow_up_rate", reached != null, reached != null, limit);
        }
    }

    private static boolean isReached(TicketEvent event) {
        return event.type() == TicketEventType.FOLLOW_UP
                && !"unreached".equals(event.details().get("outcome"));
    }

    private void calls(String key, List<TicketEvent> events) {
        events.stream()
                .filter(NaiveOutcomes::isReached)
                .forEach(event -> decided(
                        key + event.id(),
                        "follow_up_satisfied_rate",
                        "satisfied".equals(event.details().get("outcome"))));
    }

    /** @param turns promises and solutions */
    private void promises(String key, List<TicketEvent> turns) {
        for (int i = 0; i < turns.size(); i++) {
            Instant due = turns.get(i).promisedDate().orElse(Instant.MAX);
            if (due.isAfter(now)) {
                continue;
            }
            List<TicketEvent> next = turns.subList(i + 1, Math.min(i + 2, turns.size()));
            boolean inTime = next.stream().anyMatch(event -> !event.occurredAt().isAfter(due));
            boolean isReplaced = inTime && next.get(0).type() == TicketEventType.PROMISE;
            if (!isReplaced) {
                decided(key + turns.get(i).id(), "promise_kept_rate", inTime);
            }
        }
    }

    private void surveys(String key, List<TicketEvent> events, List<Instant> ratings) {
        List<TicketEvent> sent = events.stream()
                .filter(event -> event.type() == TicketEventType.SURVEY_SENT)
                .toList();
        for (int i = 0; i < sent.size(); i++) {
            Instant at = sent.get(i).occurredAt();
            Instant next = i + 1 < sent.size() ? sent.get(i + 1).occurredAt() : Instant.MAX;
            Instant limit = at.plus(FORTNIGHT);
            boolean answered =
                    any(ratings, rated -> !rated.isBefore(at) && rated.isBefore(next) && !rated.isAfter(limit));
            until(key + sent.get(i).id(), "response_rate", answered, answered, limit);
        }
    }

    private void compare(Case one) {
        List<Case> others = cases.stream()
                .filter(other -> other != one && Objects.equals(other.customer(), one.customer()))
                .toList();
        String key = "/customer/" + one.id() + "/";
        if (one.solved() != null) {
            Instant solved = one.solved();
            Instant limit = solved.plus(WEEK);
            boolean came = others.stream().anyMatch(other -> other.ticket() && isIn(other.created(), solved, limit));
            until(key + "solved", "recontact_rate", came, came, limit);
            until(key + "solved", "fcr.no_recontact_within", !came, came, limit);
            boolean failed = came || (one.again() != null && !one.again().isAfter(limit));
            until(key + "solved", "fcr.first_call", !failed, failed, limit);
            if (one.complaint()) {
                boolean repeated = others.stream()
                        .anyMatch(other -> other.complaint()
                                && other.order().equals(one.order())
                                && isIn(other.created(), solved, solved.plus(MONTH)));
                until(key + "solved", "non_repeat_resolution_rate", !repeated, repeated, solved.plus(MONTH));
            }
        }
        if (one.complaint()) {
            Instant from = one.created().minus(MONTH);
            boolean repeats = others.stream()
                    .anyMatch(other -> other.complaint()
                            && other.order().equals(one.order())
                            && !other.created().isBefore(from)
                            && other.created().isBefore(one.created()));
            decided(key + "created", "repeat_complaint_rate", repeats);
        }
        if (!one.ticket()) {
            Instant limit = one.created().plus(WEEK);
            boolean became = others.stream()
                    .anyMatch(other -> other.ticket()
                            && !other.created().isBefore(one.created())
                            && !other.created().isAfter(limit));
            until(key + "created", "problem_conversion_rate", became, became, limit);
        }
    }

    private static String order(Map<String, String> facts) {
        return Objects.requireNonNull(facts.get("order"));
    }

    private static boolean isIn(Instant at, Instant after, Instant upTo) {
        return at.isAfter(after) && !at.isAfter(upTo);
    }

    private static List<Instant> times(List<TicketEvent> events, TicketEventType type) {
        return events.stream()
                .filter(event -> event.type() == type)
                .map(TicketEvent::occurredAt)
                .toList();
    }

    private static boolean any(List<Instant> times, Predicate<Instant> which) {
        return times.stream().anyMatch(which);
    }

    private void decided(String key, String metric, boolean hit) {
        until(key, metric, hit, true, Instant.MAX);
    }

    private void until(String key, String metric, boolean hit, boolean decided, Instant limit) {
        rulings.computeIfAbsent(key, any -> new TreeMap<>())
                .put(metric, new Ruling(hit, decided || !now.isBefore(limit)));
    }
}
