package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.interval.Interval;
import io.satisflow.satisfaction.outcome.Finding;
import io.satisflow.satisfaction.outcome.OutcomeRule;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Complaints for each hundred of what could have been complained of: orders, active customers, whatever a channel of counts
 * declares. A ticket of kind complaint is a complaint, and so is feedback of that kind which names no ticket. The interval is that
 * of a Poisson count, by Byar's approximation (Breslow and Day, 1987).
 *
 * @param exposure the attribute that holds the count in records of kind {@value Response#EXPOSURE}
 * @param rule finds complaints among tickets
 */
public record ComplaintRate(String name, String exposure, OutcomeRule rule) implements PlainMetric {
    private static final String COMPLAINT = "complaint";
    private static final String TICKET = "ticket";
    private static final int HUNDRED = 100;
    private static final Tally ONE_COMPLAINT = new Tally(0, 0, 0, 1, 0);

    @Override
    public Better better() {
        return Better.LOWER;
    }

    @Override
    public Optional<OutcomeRule> outcome() {
        return Optional.of(rule);
    }

    @Override
    public Tally tally(Response response) {
        if (response.isExposure()) {
            return new Tally(count(response.facts().get(exposure)), 0, 0, 0, 0);
        }
        boolean counts = response.isOfKind(COMPLAINT) && !response.facts().containsKey(TICKET);
        return counts ? ONE_COMPLAINT : Tally.NOTHING;
    }

    /** Nothing for what is no number. */
    private static long count(@Nullable String written) {
        try {
            return written == null ? 0 : Math.max(0, Math.round(Double.parseDouble(written.trim())));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public Tallies tallies(Finding.Ruling ruling) {
        return Tallies.of(name, ONE_COMPLAINT);
    }

    @Override
    public Map<String, Score> scores(Tally tally) {
        return Map.of(name, rate(tally.favourable(), tally.n()));
    }

    private static Score rate(long complaints, long exposed) {
        if (exposed <= 0) {
            return Score.NO_DATA;
        }
        Interval interval = Interval.ofCount(complaints);
        return Score.within(
                (double) complaints * HUNDRED / exposed, exposed, interval.scaled(0, (double) HUNDRED / exposed));
    }

    @Override
    public Map<String, Double> sums(Tally tally) {
        return Map.of(name + ".complaints", (double) tally.favourable(), name + ".exposure", (double) tally.n());
    }
}
