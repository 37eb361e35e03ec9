package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.outcome.Finding;
import io.satisflow.satisfaction.outcome.OutcomeRule;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The share of tickets, or of something that is done to them, for which something holds: percent, with Wilson's interval. What the
 * time to look at has not passed for counts as it stands, and is told as provisional.
 */
public record OutcomeRate(OutcomeRule rule) implements Metric {
    private static final String PROVISIONAL = ".provisional";

    @Override
    public String name() {
        return rule.metric();
    }

    @Override
    public Better better() {
        return rule.measure().isGood() ? Better.HIGHER : Better.LOWER;
    }

    @Override
    public Optional<OutcomeRule> outcome() {
        return Optional.of(rule);
    }

    @Override
    public Set<String> tallyNames() {
        return Set.of(name(), name() + PROVISIONAL);
    }

    @Override
    public Tallies tallies(Response response) {
        return Tallies.NOTHING;
    }

    @Override
    public Tallies tallies(Finding.Ruling ruling) {
        Map<String, Tally> tallies = new TreeMap<>();
        tallies.put(name(), Tally.one().favourable(ruling.hit()));
        if (!ruling.isFinal()) {
            tallies.put(name() + PROVISIONAL, Tally.one());
        }
        return new Tallies(new TreeMap<>(tallies));
    }

    @Override
    public Map<String, Score> scores(Tallies tallies, Instant at) {
        Tally tally = tallies.of(name());
        Score share = SatisfactionRate.share(tally.favourable(), tally.n());
        return Map.of(name(), share.provisional(tallies.of(name() + PROVISIONAL).n()));
    }

    @Override
    public Map<String, Double> sums(Tallies tallies) {
        Tally tally = tallies.of(name());
        return Map.of(
                name() + ".n",
                (double) tally.n(),
                name() + ".hits",
                (double) tally.favourable(),
                name() + PROVISIONAL,
                (double) tallies.of(name() + PROVISIONAL).n());
    }
}
