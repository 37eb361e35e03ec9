package io.satisflow.drift.verbatim;

import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.signal.DriftPhase;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.drift.signal.Driver;
import io.satisflow.drift.signal.SpokenAspect;
import io.satisflow.satisfaction.metric.Better;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What customers say of a change: which aspects they speak of since then more than before, or in a worse tone, and the texts
 * that speak of these and come from the part that moved most.
 */
public final class Evidence {
    private static final int SHOWN = 5;
    private static final int ASPECTS = 2;

    /** Fewer texts on an aspect are chance. */
    private static final int FEWEST = 3;

    /** Of the move of all texts, what an aspect must at least account for to be named. */
    private static final double NOTABLE = 0.15;

    private final DriftSignal signal;
    private final boolean worse;
    private final List<AspectTexts> since;
    private final Map<String, Tally> now = new TreeMap<>();
    private final Map<String, Tally> before = new TreeMap<>();

    private Evidence(DriftSignal signal, Collection<AspectTexts> stretches) {
        this.signal = signal;
        this.worse = !Better.of(signal.metric()).isImprovement(signal.direction() == Direction.UP);
        this.since = stretches.stream()
                .filter(stretch ->
                        stretch.end().isAfter(signal.since()) && !stretch.end().isAfter(signal.at()))
                .sorted(Comparator.comparing(AspectTexts::end).thenComparing(AspectTexts::aspect))
                .toList();
        since.forEach(stretch -> count(now, stretch));
        stretches.stream()
                .filter(stretch -> !stretch.end().isAfter(signal.since()))
                .forEach(stretch -> count(before, stretch));
    }

    private record Tally(long count, double sum) {
        static final Tally NONE = new Tally(0, 0);

        double mean() {
            return count == 0 ? 0 : sum / count;
        }
    }

    private static void count(Map<String, Tally> tallies, AspectTexts texts) {
        tallies.merge(
                texts.aspect(),
                new Tally(texts.count(), texts.sum()),
                (one, other) -> new Tally(one.count + other.count, one.sum + other.sum));
    }

    /** @param stretches of the segment, before the change and since */
    public static DriftSignal shown(DriftSignal signal, Collection<AspectTexts> stretches) {
        Evidence evidence = new Evidence(signal, stretches);
        List<SpokenAspect> aspects = evidence.aspects();
        return signal.showing(aspects, evidence.verbatims(aspects));
    }

    /**
     * @param drivers of the move that the question is about
     * @param stretches of the segment, before the window of the question and in it
     */
    public static ScoreEvidence answer(
            ScoreQuestion question, List<Driver> drivers, Collection<AspectTexts> stretches) {
        DriftSignal asked = new DriftSignal(
                question.id(),
                question.segment(),
                question.metric(),
                DriftPhase.DRIFTED,
                question.at(),
                question.direction(),
                0,
                0,
                0,
                0,
                question.since(),
                0,
                0,
                "",
                drivers,
                List.of());
        Evidence evidence = new Evidence(asked, stretches);
        // Of what came before a long window there may be nothing to compare with.
        List<SpokenAspect> aspects = evidence.before.isEmpty() ? List.of() : evidence.aspects();
        return new ScoreEvidence(question.id(), question.at(), drivers, aspects, evidence.verbatims(aspects));
    }

    private List<SpokenAspect> aspects() {
        Tally whole = before.getOrDefault(AspectTexts.ANY, Tally.NONE);
        double usual = whole.count == 0 ? 0 : whole.mean();
        double moved = Math.abs(now.getOrDefault(AspectTexts.ANY, Tally.NONE).mean() - usual);
        Map<SpokenAspect, Double> parts = new LinkedHashMap<>();
        now.forEach((name, tally) -> {
            double part = part(tally, now) * (tally.mean() - usual) - before(name, usual);
            boolean fits = worse ? part < 0 : part > 0;
            if (!name.equals(AspectTexts.ANY) && tally.count >= FEWEST && fits && Math.abs(part) >= NOTABLE * moved) {
                Tally earlier = before.getOrDefault(name, Tally.NONE);
                parts.put(new SpokenAspect(name, part(tally, now), part(earlier, before), tally.count), Math.abs(part));
            }
        });
        return parts.entrySet().stream()
                .sorted(Map.Entry.<SpokenAspect, Double>comparingByValue().reversed())
                .limit(ASPECTS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private double before(String name, double usual) {
        Tally earlier = before.getOrDefault(name, Tally.NONE);
        return part(earlier, before) * (earlier.mean() - usual);
    }

    private static double part(Tally tally, Map<String, Tally> of) {
        long all = of.getOrDefault(AspectTexts.ANY, Tally.NONE).count;
        return all == 0 ? 0 : (double) tally.count / all;
    }

    /** Those that speak of what moved and come from where it moved first; then what speaks of it; then the rest. */
    private List<String> verbatims(List<SpokenAspect> aspects) {
        Optional<String> place = signal.drivers().stream()
                .filter(driver -> driver.name().contains("=")
                        && (driver.contribution() < 0) == (signal.direction() == Direction.DOWN))
                .findFirst()
                .map(Driver::name);
        Optional<String> aspect = aspects.stream().findFirst().map(SpokenAspect::name);
        Map<String, CustomerText> byId = new TreeMap<>();
        since.stream()
                .flatMap(stretch -> (worse ? stretch.lowest() : stretch.highest()).stream())
                .forEach(text -> byId.merge(text.id(), text, Evidence::laterWord));
        Comparator<CustomerText> fit = Comparator.comparingInt(text -> -fit(text, place, aspect));
        return new ArrayList<>(byId.values())
                .stream()
                        .sorted(fit.thenComparing(worse ? AspectTexts.LOWEST_FIRST : AspectTexts.HIGHEST_FIRST))
                        .map(CustomerText::text)
                        .distinct()
                        .limit(SHOWN)
                        .toList();
    }

    private static CustomerText laterWord(CustomerText one, CustomerText other) {
        return other.knownAt().isBefore(one.knownAt()) ? one : other;
    }

    /** A text in the other tone shows nothing, wherever it comes from. */
    private int fit(CustomerText text, Optional<String> place, Optional<String> aspect) {
        if (worse ? text.score() >= 0 : text.score() <= 0) {
            return 0;
        }
        int spoken = Stream.of(aspect).flatMap(Optional::stream).anyMatch(text.aspects()::contains) ? 2 : 0;
        int from = Stream.of(place).flatMap(Optional::stream).anyMatch(text.parts()::contains) ? 1 : 0;
        return spoken + from;
    }
}
