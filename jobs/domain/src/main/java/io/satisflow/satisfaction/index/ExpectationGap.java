package io.satisflow.satisfaction.index;

import io.satisflow.feedback.Rating;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.metric.Better;
import io.satisflow.satisfaction.metric.MeanOfAnswers;
import io.satisflow.satisfaction.metric.Metric;
import io.satisflow.satisfaction.metric.Question;
import io.satisflow.satisfaction.metric.Score;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far what customers found is from what they had expected, on the scale of the questions: the mean of found minus
 * expected over the items that a response answers in both ways, and beside it each item, {@code gap.delivery}. Above 0 they
 * found more than they had expected.
 */
public record ExpectationGap(String name, List<Item> items) implements Metric {

    /** Something that is asked twice, on one scale. */
    public record Item(String name, Question found, Question expected) implements Serializable {

        /** @throws IllegalArgumentException when the scales differ: their answers cannot be subtracted */
        public Item {
            if (found.min() != expected.min() || found.max() != expected.max()) {
                throw new IllegalArgumentException(
                        "\"%s\" is found on the scale [%s, %s] and expected on [%s, %s]; they must be the same"
                                .formatted(name, found.min(), found.max(), expected.min(), expected.max()));
            }
        }

        private OptionalDouble gap(Response response) {
            OptionalDouble had = answer(response, found);
            OptionalDouble hoped = answer(response, expected);
            return had.isEmpty() || hoped.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(had.getAsDouble() - hoped.getAsDouble());
        }

        private static OptionalDouble answer(Response response, Question question) {
            return response.ratings().stream()
                    .filter(question::isAnsweredBy)
                    .mapToDouble(Rating::value)
                    .findFirst();
        }

        private double reach() {
            return found.max() - found.min();
        }
    }

    public ExpectationGap {
        items = List.copyOf(items);
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public List<Question> asked() {
        return items.stream()
                .flatMap(item -> Stream.of(item.found(), item.expected()))
                .toList();
    }

    @Override
    public Set<String> tallyNames() {
        return Stream.concat(Stream.of(name), items.stream().map(this::tallyName))
                .collect(Collectors.toSet());
    }

    private String tallyName(Item item) {
        return name + "." + item.name();
    }

    @Override
    public Tallies tallies(Response response) {
        SortedMap<String, Tally> tallies = new TreeMap<>();
        items.forEach(item -> item.gap(response).ifPresent(gap -> tallies.put(tallyName(item), Tally.ofValue(gap))));
        items.stream()
                .flatMapToDouble(item -> item.gap(response).stream())
                .average()
                .ifPresent(mean -> tallies.put(name, Tally.ofValue(mean)));
        return new Tallies(tallies);
    }

    @Override
    public Map<String, Score> scores(Tallies tallies, Instant at) {
        Map<String, Score> scores = new HashMap<>();
        items.forEach(item -> scores.put(
                tallyName(item), MeanOfAnswers.of(tallies.of(tallyName(item)), -item.reach(), item.reach())));
        double reach = items.stream().mapToDouble(Item::reach).max().orElse(0);
        scores.put(name, MeanOfAnswers.of(tallies.of(name), -reach, reach));
        return scores;
    }

    @Override
    public Map<String, Double> sums(Tallies tallies) {
        Map<String, Double> sums = new HashMap<>();
        tallyNames().forEach(tally -> sums.putAll(MeanOfAnswers.sums(tally, tallies.of(tally))));
        return sums;
    }
}
