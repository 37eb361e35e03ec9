package io.satisflow.flink.outcome;

import io.satisflow.flink.io.arrival.Standstill;
import io.satisflow.flink.state.StoredRecord;
import io.satisflow.satisfaction.outcome.CustomerCase;
import io.satisflow.satisfaction.outcome.CustomerCases;
import io.satisflow.satisfaction.outcome.Finding;
import io.satisflow.satisfaction.outcome.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * The one place that knows all cases of a customer, and tells what rules find in them. A case is forgotten when nothing that is found
 * of it, or of a later one beside it, can change any more; of a customer with very many, the oldest are. A customer who is erased is
 * forgotten at once.
 */
final class OutcomesOfCustomer extends KeyedProcessFunction<String, CaseNews, ToldFinding> {
    private static final String KEY = "/customer/";
    private static final int MOST_CASES = 300;
    private static final Comparator<CaseNews> ORDER = Comparator.comparingLong(CaseNews::knownAt)
            .thenComparing(news -> news.ofCustomer().id());

    private final OutcomeRules rules;
    private transient StoredRecord<CustomerCasesState> stored;
    private transient Counter leftOut;
    private transient Counter erased;

    @SuppressWarnings("NullAway.Init")
    OutcomesOfCustomer(OutcomeRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        stored = new StoredRecord<>(getRuntimeContext(), "customer-cases", CustomerCasesState.class);
        leftOut = getRuntimeContext().getMetricGroup().counter("casesLeftOutOfOutcomes");
        erased = getRuntimeContext().getMetricGroup().counter("casesErased");
    }

    @Override
    public void processElement(CaseNews news, Context context, Collector<ToldFinding> out) throws Exception {
        CustomerCasesState known = Objects.requireNonNullElse(stored.value(), CustomerCasesState.NEW);
        List<CaseNews> waiting = new ArrayList<>(known.waiting());
        waiting.add(news);
        stored.update(known.waitingFor(waiting));
        context.timerService().registerEventTimeTimer(news.knownAt());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ToldFinding> out) throws Exception {
        CustomerCasesState before = stored.value();
        if (before == null || Standstill.isReached(context.timerService())) {
            return;
        }
        Instant now = Instant.ofEpochMilli(timestamp);
        List<CaseNews> waiting = before.waiting().stream()
                .filter(news -> news.knownAt() > timestamp)
                .toList();
        Long erasedAt = erasedAt(before, timestamp);
        boolean isErased = erasedAt != null && !erasedAt.equals(before.erasedAt());
        List<CustomerCase> cases = cases(before, erasedAt, timestamp);
        // Of the oldest nothing can change any more: they have been told for good, and others are still compared with
        // them.
        List<CustomerCase> over =
                cases.stream().filter(each -> openUntil(each) <= timestamp).toList();
        List<CustomerCase> kept =
                cases.stream().filter(each -> keptUntil(each) > timestamp).toList();
        List<Found> found = CustomerCases.of(cases, now, rules.rules()).stream()
                .filter(each -> over.stream().noneMatch(old -> each.anchor().startsWith(old.id() + "/")))
                .map(rules::reduced)
                .toList();
        List<Finding> findings = Finding.of(found, now);
        // What was counted of whom is forgotten stays counted: numbers name nobody.
        Telling telling = isErased ? Telling.NOTHING : before.telling();
        for (Finding news : telling.without(over).news(findings)) {
            out.collect(new ToldFinding(KEY + news.anchor(), timestamp, news));
        }
        boolean isPast = erasedAt == null || keptUntil(erasedAt) <= timestamp;
        if (kept.isEmpty() && waiting.isEmpty() && isPast) {
            stored.clear();
            return;
        }
        Long look = Finding.nextFinal(found, now)
                .map(Instant::toEpochMilli)
                .map(at -> Math.max(at, timestamp + 1))
                .orElse(null);
        if (look != null && !look.equals(before.look())) {
            context.timerService().registerEventTimeTimer(look);
        }
        stored.update(new CustomerCasesState(
                waiting,
                kept,
                Telling.of(findings),
                look,
                timed(before, kept, isPast ? null : erasedAt, timestamp, context),
                isPast ? null : erasedAt));
    }

    /** When the next case may be forgotten. */
    private Long timed(
            CustomerCasesState before,
            List<CustomerCase> kept,
            @Nullable Long erasedAt,
            long timestamp,
            OnTimerContext context) {
        Long timed = before.keptUntil();
        if (timed == null || timed <= timestamp) {
            LongStream erasure = erasedAt == null ? LongStream.empty() : LongStream.of(keptUntil(erasedAt));
            timed = LongStream.concat(kept.stream().mapToLong(this::keptUntil), erasure)
                    .min()
                    .orElse(timestamp + 1);
            context.timerService().registerEventTimeTimer(timed);
        }
        return timed;
    }

    private static @Nullable Long erasedAt(CustomerCasesState state, long timestamp) {
        return Stream.concat(
                        Stream.ofNullable(state.erasedAt()),
                        state.waiting().stream()
                                .filter(news -> news.isErasure() && news.knownAt() <= timestamp)
                                .map(CaseNews::knownAt))
                .max(Long::compare)
                .orElse(null);
    }

    private List<CustomerCase> cases(CustomerCasesState state, @Nullable Long erasedAt, long timestamp) {
        List<CustomerCase> cases = new ArrayList<>(state.cases());
        state.waiting().stream()
                .filter(news -> news.knownAt() <= timestamp)
                .sorted(ORDER)
                .forEach(news -> {
                    cases.removeIf(each -> each.id().equals(news.ofCustomer().id()));
                    if (!news.gone()) {
                        cases.add(news.ofCustomer());
                    }
                });
        if (erasedAt != null) {
            int known = cases.size();
            Instant upTo = Instant.ofEpochMilli(erasedAt);
            cases.removeIf(each -> !each.createdAt().isAfter(upTo));
            erased.inc(known - cases.size());
        }
        cases.sort(Comparator.comparing(CustomerCase::createdAt).thenComparing(CustomerCase::id));
        int tooMany = Math.max(0, cases.size() - MOST_CASES);
        leftOut.inc(tooMany);
        return List.copyOf(cases.subList(tooMany, cases.size()));
    }

    private long keptUntil(CustomerCase each) {
        return openUntil(each) + rules.longest().toMillis();
    }

    /** After that no case is heard of any more which began up to an erasure. */
    private long keptUntil(long erasedAt) {
        return erasedAt + rules.kept().toMillis() + rules.longest().toMillis();
    }

    private long openUntil(CustomerCase each) {
        return Stream.of(each.createdAt(), each.solvedAt())
                        .filter(Objects::nonNull)
                        .mapToLong(Instant::toEpochMilli)
                        .max()
                        .orElse(0)
                + rules.kept().toMillis();
    }
}
