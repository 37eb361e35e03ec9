package io.satisflow.satisfaction.index;

import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.metric.Better;
import io.satisflow.satisfaction.metric.MeanOfAnswers;
import io.satisflow.satisfaction.metric.Metric;
import io.satisflow.satisfaction.metric.Question;
import io.satisflow.satisfaction.metric.Score;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * CSI: several dimensions in one number, 0 to 100, each as important as its weight says. Dimensions that nobody has answered
 * are left out and the others take over their weight, as long as those that remain carry enough of it; below that there is no
 * value. Beside the index stands each part of it, {@code csi.speed}, and what the part adds to the change since the window
 * before, {@code csi.speed.contribution}: these add up to the change of the index.
 *
 * @param root what it is made of; its own name is not shown
 * @param versions of the weights, the earliest first; the first also holds before its time
 * @param coverage the least share of the weight that answers must carry, above 0 and at most 1
 */
public record WeightedIndex(String name, IndexNode root, List<IndexWeights> versions, double coverage)
        implements Metric {
    private static final double PERCENT = 100;

    /** @throws IllegalArgumentException when a part has no weight, or two have one name */
    public WeightedIndex {
        versions = List.copyOf(versions);
        if (root.all().map(IndexNode::name).distinct().count() < root.all().count()) {
            throw new IllegalArgumentException("no two parts of an index may have the same name");
        }
        for (IndexWeights weights : versions) {
            root.all().filter(node -> !node.equals(root)).forEach(weights::of);
        }
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public List<Question> asked() {
        return root.leaves()
                .map(leaf -> Objects.requireNonNull(leaf.dimension()).question())
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Set<String> tallyNames() {
        return root.all().map(this::tallyName).collect(Collectors.toSet());
    }

    private String tallyName(IndexNode node) {
        return node.equals(root) ? name : name + "." + node.name();
    }

    @Override
    public Tallies tallies(Response response) {
        SortedMap<String, Tally> tallies = new TreeMap<>();
        addTallies(root, response, tallies);
        return new Tallies(tallies);
    }

    /** A branch counts the responses that say something of it. */
    private Tally addTallies(IndexNode node, Response response, Map<String, Tally> tallies) {
        Tally tally = Tally.NOTHING;
        if (node.dimension() != null) {
            tally = node.dimension().tally(response);
        } else {
            for (IndexNode part : node.parts()) {
                boolean said = !addTallies(part, response, tallies).isNothing();
                tally = said ? Tally.one() : tally;
            }
        }
        tallies.put(tallyName(node), tally);
        return tally;
    }

    @Override
    public Map<String, Score> scores(Tallies tallies, Instant at) {
        Map<String, Score> scores = new HashMap<>();
        root.all().forEach(node -> scores.put(tallyName(node), score(node, tallies, at)));
        return scores;
    }

    private Score score(IndexNode node, Tallies tallies, Instant at) {
        long n = tallies.of(tallyName(node)).n();
        if (n == 0) {
            return Score.NO_DATA;
        }
        IndexReading reading = reading(node, tallies, at);
        return reading.covered() < coverage ? Score.withheld(n) : reading.score(n);
    }

    @Override
    public Map<String, Score> contributions(Tallies tallies, Tallies before, Instant at) {
        boolean bothAreShown = score(root, tallies, at).value() != null
                && score(root, before, at).value() != null;
        IndexReading now = reading(root, tallies, at);
        IndexReading then = reading(root, before, at);
        Map<String, Score> contributions = new HashMap<>();
        root.all().filter(node -> !node.equals(root)).forEach(node -> {
            double change = node.leaves()
                    .mapToDouble(leaf -> now.added(leaf) - then.added(leaf))
                    .sum();
            long n = tallies.of(tallyName(node)).n();
            contributions.put(
                    tallyName(node) + ".contribution", bothAreShown ? Score.exactly(change, n) : Score.NO_DATA);
        });
        return contributions;
    }

    /** The names of its dimensions. */
    public List<String> parts() {
        return root.leaves().map(IndexNode::name).toList();
    }

    /** What a response says of each dimension, 0 to 100, in their order; empty when it says nothing of one. */
    public Optional<double[]> answers(Response response) {
        List<Tally> said = root.leaves()
                .map(leaf -> Objects.requireNonNull(leaf.dimension()).tally(response))
                .toList();
        return said.stream().anyMatch(tally -> tally.n() == 0)
                ? Optional.empty()
                : Optional.of(said.stream().mapToDouble(Tally::mean).toArray());
    }

    /** What each dimension weighs in the whole at a time, in percent. */
    public Map<String, Double> shares(Instant at) {
        Map<String, Double> shares = new HashMap<>();
        addShares(root, PERCENT, weights(at), shares);
        return shares;
    }

    private static void addShares(IndexNode node, double share, IndexWeights weights, Map<String, Double> shares) {
        if (node.dimension() != null) {
            shares.put(node.name(), share);
        }
        double whole = node.parts().stream().mapToDouble(weights::of).sum();
        node.parts().forEach(part -> addShares(part, share * weights.of(part) / whole, weights, shares));
    }

    private IndexReading reading(IndexNode node, Tallies tallies, Instant at) {
        return new IndexReading(node, tallies, this::tallyName, weights(at));
    }

    private IndexWeights weights(Instant at) {
        IndexWeights valid = versions.get(0);
        for (IndexWeights version : versions) {
            valid = version.validFrom().isAfter(at) ? valid : version;
        }
        return valid;
    }

    /** Of branches only how many responses speak of them: their values are no sums. */
    @Override
    public Map<String, Double> sums(Tallies tallies) {
        Map<String, Double> sums = new HashMap<>();
        root.all().forEach(node -> {
            Tally tally = tallies.of(tallyName(node));
            if (node.dimension() == null) {
                sums.put(tallyName(node) + ".n", (double) tally.n());
            } else {
                sums.putAll(MeanOfAnswers.sums(tallyName(node), tally));
            }
        });
        return sums;
    }
}
