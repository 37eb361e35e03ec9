package io.satisflow.flink.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.feedback.Rating;
import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.flink.satisfaction.window.WindowsOfSegment;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.answer.Recovery;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.answer.TextSentiment;
import io.satisflow.satisfaction.answer.TicketText;
import io.satisflow.satisfaction.metric.Question;
import io.satisflow.satisfaction.metric.Score;
import io.satisflow.satisfaction.outcome.Finding;
import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sla.Milestone;
import io.satisflow.sla.clock.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of measure in rolling windows, with edits, retractions, late words and restores, beside a sum of all that was known. */
class EveryMeasureInWindowsTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final SatisfactionSettings SETTINGS = SatisfactionFile.read(ConfigFile.parse("s.yaml", """
            segments: [[]]
            windows: {rolling: [{length: 1m, step: 30s}, {length: 20m, step: 30s}], lateness: 5m}
            metrics:
              volume: {from: 1s}
              customers: {from: 1s}
              csat: {from: 1s}
              csat_mean: {from: 1s}
              nps: {from: 1s}
              ces: {from: 1s, better: lower}
              agreement: {from: 1s, question: csat}
              sentiment: {from: 1s}
              aspect.price: {from: 1s}
              recovery: {from: 1s}
              csi:
                from: 1s
                of: {speed: {question: speed, scale: [1, 5]}, price: {aspect: price}, care: {of: {tone: {question: tone, scale: [1, 5]}}}}
                weights: {speed: 15, price: 25, care: 60, tone: 1}
              gap: {from: 1s, items: {speed: {found: speed, expected: speed_expected}}, scale: [1, 5]}
              acsi: {from: 1s, questions: [overall, against_expectation, against_ideal], scale: [1, 10]}
              pooled.both: {from: 1s, of: [{question: csat, scale: [1, 5]}, {question: overall, scale: [1, 10]}]}
              first_reply_time: {from: 1s}
              sla_attainment.first_reply: {from: 1s}
              reopen_rate: {from: 1s}
              repeat_complaint_rate: {from: 1s, same: [order]}
              complaint_rate.orders: {from: 1s}
            """));

    /** What something adds from a time on, and what was said and later taken back. */
    private record Told(Instant at, Instant knownAt, Tallies tallies) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void each_row_is_what_a_sum_of_all_that_was_known_says(int seed) throws Exception {
        List<Told> told = random(seed);

        List<ScoreRow> rows = play(told, seed, true);

        assertThat(rows).isEqualTo(play(told, seed, false)).hasSizeGreaterThan(100);
        Set<String> filled = new TreeSet<>();
        for (ScoreRow row : rows) {
            assertThat(shown(row))
                    .as("%s to %s as of %s", row.window(), row.to(), row.asOf())
                    .isEqualTo(naive(row, told));
            row.scores().forEach((name, score) -> {
                if (score.value() != null) {
                    filled.add(name);
                }
            });
        }
        assertThat(filled)
                .containsAll(SETTINGS.metrics().stream()
                        .map(tracked -> tracked.metric().name())
                        .toList())
                .contains(
                        "first_reply_time.p90",
                        "csi.care",
                        "gap.speed",
                        "recovery.recovered",
                        "csi.speed.contribution");
    }

    private static List<Told> random(int seed) {
        Random random = new Random(seed);
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            Instant at = NINE.plusMillis(random.nextInt(2_400_000));
            Instant known = at.plusMillis(random.nextBoolean() ? 0 : random.nextInt(600_000));
            Tallies first = anything(random, i, at);
            told.add(new Told(at, known, first));
            if (random.nextInt(3) == 0) {
                Instant changed = known.plusMillis(random.nextInt(300_000));
                told.add(new Told(at, changed, first.negated()));
                if (random.nextBoolean()) {
                    told.add(new Told(at, changed, anything(random, i, at)));
                }
            }
        }
        return told;
    }

    private static Tallies anything(Random random, int i, Instant at) {
        return switch (random.nextInt(6)) {
            case 0 -> SETTINGS.tally(milestone(random, i, at));
            case 1 -> SETTINGS.tally(finding(random, i, at));
            case 2 ->
                SETTINGS.tally(Recovery.beginningWith(text("a", 0, random)).with(text("b", 1, random)));
            case 3 ->
                SETTINGS.tally(new Response(
                        List.of(),
                        null,
                        Map.of(),
                        null,
                        Map.of("kind", "exposure", "orders", "" + random.nextInt(500))));
            default -> SETTINGS.tally(response(random));
        };
    }

    private static Milestone milestone(Random random, int i, Instant at) {
        Duration taken = Duration.ofSeconds(1L + random.nextInt(100_000));
        boolean late = random.nextBoolean();
        Milestone.Kind kind = late && random.nextBoolean() ? Milestone.Kind.BROKEN : Milestone.Kind.DONE;
        return new Milestone("T" + i, Clock.FIRST_REPLY, 1, kind, at, at, true, !late, taken, taken, Map.of());
    }

    private static Finding finding(Random random, int i, Instant at) {
        Map<String, Finding.Ruling> rulings = new TreeMap<>();
        for (String metric : List.of("reopen_rate", "repeat_complaint_rate", "complaint_rate.orders")) {
            rulings.put(metric, new Finding.Ruling(random.nextBoolean(), random.nextBoolean()));
        }
        return new Finding("T" + i, at, rulings, Map.of());
    }

    private static Response response(Random random) {
        List<Rating> ratings = SETTINGS.metrics().stream()
                .flatMap(tracked -> tracked.metric().asked().stream())
                .distinct()
                .filter(question -> random.nextInt(4) > 0)
                .map(question -> answer(question, random))
                .toList();
        Map<String, TextSentiment> aspects = random.nextBoolean() ? Map.of("price", sentiment(random)) : Map.of();
        return new Response(ratings, sentiment(random), aspects, "c-" + random.nextInt(40), Map.of());
    }

    private static Rating answer(Question question, Random random) {
        int places = (int) (question.max() - question.min()) + 1;
        return new Rating(question.name(), question.min() + random.nextInt(places), question.min(), question.max());
    }

    private static TextSentiment sentiment(Random random) {
        double score = random.nextDouble() * 2 - 1;
        SentimentLabel label = Math.abs(score) < 0.3
                ? SentimentLabel.NEUTRAL
                : score > 0 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
        return new TextSentiment(label, score);
    }

    private static TicketText text(String feedback, long at, Random random) {
        return new TicketText(feedback, 1, at, sentiment(random));
    }

    private static List<ScoreRow> play(List<Told> told, int seed, boolean restores) throws Exception {
        Random random = new Random(seed);
        List<ScoreRow> rows = new ArrayList<>();
        List<Told> open = new ArrayList<>(told);
        Harness harness = new Harness(null);
        Instant watermark = NINE.minusMillis(1);
        while (watermark.isBefore(NINE.plusSeconds(7_200))) {
            Instant next = watermark.plusMillis(1 + random.nextInt(600_000));
            for (Told each : List.copyOf(open)) {
                // Some come long before the watermark lets them be used.
                if (!each.knownAt().isAfter(next) || random.nextInt(3) == 0) {
                    harness.processElement(
                            new SegmentChange(
                                    "(all)",
                                    each.knownAt().toEpochMilli(),
                                    each.at().toEpochMilli(),
                                    TalliesFormat.write(each.tallies())),
                            each.knownAt().toEpochMilli());
                    open.remove(each);
                }
            }
            if (restores) {
                rows.addAll(harness.extractOutputValues());
                harness.prepareSnapshotPreBarrier(1);
                Harness restored = new Harness(harness.snapshot(1, 1));
                harness.close();
                harness = restored;
            }
            harness.processWatermark(next.toEpochMilli());
            watermark = next;
        }
        rows.addAll(harness.extractOutputValues());
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
        harness.close();
        return rows;
    }

    private static Map<String, String> shown(ScoreRow row) {
        return row.scores().entrySet().stream()
                .filter(score -> !score.getKey().endsWith(".contribution"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, score -> text(score.getValue()), (one, other) -> one, TreeMap::new));
    }

    private static String text(ReportedScore score) {
        return "%s %d %s %s %d"
                .formatted(
                        score.value(),
                        score.n(),
                        score.low(),
                        score.high(),
                        score.standing().provisional());
    }

    private static Map<String, String> naive(ScoreRow row, List<Told> told) {
        Tallies sum = told.stream()
                .filter(each -> !each.knownAt().isAfter(row.asOf())
                        && !each.at().isBefore(row.from())
                        && each.at().isBefore(row.to()))
                .map(Told::tallies)
                .reduce(Tallies.NOTHING, Tallies::plus);
        Map<String, String> scores = new TreeMap<>();
        SETTINGS.metrics()
                .forEach(tracked -> tracked.metric()
                        .scores(sum, row.to())
                        .forEach((name, score) -> scores.put(name, text(Objects.requireNonNull(score)))));
        return scores;
    }

    private static String text(Score score) {
        return "%s %d %s %s %d".formatted(score.value(), score.n(), score.low(), score.high(), score.provisional());
    }

    private static final class Harness extends KeyedOneInputStreamOperatorTestHarness<String, SegmentChange, ScoreRow> {
        Harness(@Nullable OperatorSubtaskState snapshot) throws Exception {
            super(new WindowsOfSegment(SETTINGS, StoredSegments::new), SegmentChange::segment, Types.STRING);
            setup();
            if (snapshot != null) {
                initializeState(snapshot);
            }
            open();
        }
    }
}
