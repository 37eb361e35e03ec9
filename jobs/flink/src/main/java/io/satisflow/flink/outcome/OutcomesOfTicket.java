package io.satisflow.flink.outcome;

import io.satisflow.flink.io.arrival.Standstill;
import io.satisflow.flink.state.StoredRecord;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.satisfaction.outcome.CustomerCase;
import io.satisflow.satisfaction.outcome.Finding;
import io.satisflow.satisfaction.outcome.Found;
import io.satisflow.satisfaction.outcome.TicketCourse;
import io.satisflow.satisfaction.outcome.TicketOutcomes;
import io.satisflow.ticket.TicketEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the events of a ticket, the latest of many, and tells what rules find in them, whenever something becomes known or time alone
 * decides. It is forgotten when nothing that is found of it can change any more.
 */
final class OutcomesOfTicket extends KeyedProcessFunction<String, TicketEvent, ToldFinding> {
    static final OutputTag<CaseNews> CASES = new OutputTag<>("customer-cases", DomainTypes.of(CaseNews.class));

    /** No key of feedback begins so: a channel has a name. */
    private static final String KEY = "/outcome/";

    private static final int MOST_EVENTS = 500;

    private final OutcomeRules rules;
    private transient StoredRecord<TicketOutcomesState> stored;
    private transient Counter leftOut;

    @SuppressWarnings("NullAway.Init")
    OutcomesOfTicket(OutcomeRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        stored = new StoredRecord<>(getRuntimeContext(), "ticket-outcomes", TicketOutcomesState.class);
        leftOut = getRuntimeContext().getMetricGroup().counter("eventsLeftOutOfOutcomes");
    }

    @Override
    public void processElement(TicketEvent event, Context context, Collector<ToldFinding> out) throws Exception {
        TicketOutcomesState known = Objects.requireNonNullElse(stored.value(), TicketOutcomesState.NEW);
        List<TicketEvent> waiting = new ArrayList<>(known.waiting());
        waiting.add(event);
        stored.update(known.with(waiting, known.log()));
        context.timerService().registerEventTimeTimer(event.knownAt().toEpochMilli());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ToldFinding> out) throws Exception {
        TicketOutcomesState before = stored.value();
        if (before == null || Standstill.isReached(context.timerService())) {
            return;
        }
        TicketOutcomesState heard = hear(before, timestamp);
        Instant now = Instant.ofEpochMilli(timestamp);
        TicketCourse course = TicketCourse.of(heard.log(), rules::end, now);
        List<Found> found = TicketOutcomes.of(course, now, rules.rules()).stream()
                .map(rules::reduced)
                .toList();
        List<Finding> findings = Finding.of(found, now);
        for (Finding news : heard.telling().news(findings)) {
            out.collect(new ToldFinding(KEY + context.getCurrentKey() + "/" + news.anchor(), timestamp, news));
        }
        String customer = heard.customer() == null ? customer(heard.log()) : heard.customer();
        String toldCase = tellCase(course, customer, heard.toldCase(), timestamp, context);
        Long look = TicketOutcomes.nextLook(course, found, now)
                .map(OutcomesOfTicket::roundedUp)
                .orElse(null);
        keep(
                new TicketOutcomesState(
                        heard.waiting(),
                        heard.log(),
                        Telling.of(findings),
                        customer,
                        toldCase,
                        look,
                        heard.keptUntil()),
                before,
                timestamp,
                context);
    }

    /** A timer never fires before what it is for. */
    private static long roundedUp(Instant instant) {
        return instant.toEpochMilli() + (instant.getNano() % 1_000_000 == 0 ? 0 : 1);
    }

    /** The same id again is the same event. */
    private TicketOutcomesState hear(TicketOutcomesState state, long timestamp) {
        List<TicketEvent> log = new ArrayList<>(state.log());
        state.waiting().stream()
                .filter(event -> event.knownAt().toEpochMilli() <= timestamp)
                .sorted(TicketEvent.IN_ORDER_KNOWN)
                .forEach(event -> {
                    boolean isKnown = log.stream().anyMatch(other -> other.id().equals(event.id()));
                    if (!isKnown && log.size() < MOST_EVENTS) {
                        log.add(event);
                    } else if (!isKnown) {
                        leftOut.inc();
                    }
                });
        return state.with(
                state.waiting().stream()
                        .filter(event -> event.knownAt().toEpochMilli() > timestamp)
                        .toList(),
                log);
    }

    private static @Nullable String customer(List<TicketEvent> log) {
        return log.stream()
                .map(TicketEvent::customerKey)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private String tellCase(
            TicketCourse course, @Nullable String customer, String toldCase, long timestamp, OnTimerContext context) {
        if (customer == null || !rules.isAboutCustomers()) {
            return toldCase;
        }
        String ticket = context.getCurrentKey();
        Optional<CustomerCase> known = CustomerCase.of(ticket, course);
        String words = known.map(CustomerCase::toString).orElse("");
        if (!words.equals(toldCase)) {
            context.output(
                    CASES,
                    new CaseNews(
                            customer, timestamp, known.orElseGet(() -> CustomerCase.none(ticket)), known.isEmpty()));
        }
        return words;
    }

    private void keep(TicketOutcomesState after, TicketOutcomesState before, long timestamp, OnTimerContext context)
            throws Exception {
        long until = after.log().stream()
                        .mapToLong(event -> event.occurredAt().toEpochMilli())
                        .max()
                        .orElse(timestamp)
                + rules.kept().toMillis();
        if (until <= timestamp && after.waiting().isEmpty()) {
            stored.clear();
            return;
        }
        if (after.look() != null && !after.look().equals(before.look())) {
            context.timerService().registerEventTimeTimer(after.look());
        }
        Long timed = after.keptUntil();
        if (timed == null || timed <= timestamp) {
            timed = Math.max(until, timestamp + 1);
            context.timerService().registerEventTimeTimer(timed);
        }
        stored.update(new TicketOutcomesState(
                after.waiting(),
                after.log(),
                after.telling(),
                after.customer(),
                after.toldCase(),
                after.look(),
                timed));
    }
}
