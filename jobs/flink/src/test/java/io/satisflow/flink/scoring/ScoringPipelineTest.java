package io.satisflow.flink.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.feedback.Feedback;
import io.satisflow.flink.settings.JobEnvironment;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.scoring.ShippedScorers;
import io.satisflow.scoring.aspects.ShippedAspects;
import io.satisflow.sentiment.AspectFinderFactory;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.ScorerTimeline;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.WorkLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a collection of feedback through the pipeline on a cluster, without Kryo and with uids of our own. */
class ScoringPipelineTest {
    private static final Instant SAID = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant KNOWN = Instant.parse("2026-03-02T09:05:00Z");
    private static final int WORK_LIMIT = 500;
    private static final AspectFinderFactory NO_ASPECTS = () -> (text, language, whole) -> List.of();
    private static final ScoringOptions LINEAR =
            ScoringOptions.of(new ShippedScorers(WORK_LIMIT), new ShippedAspects(new ShippedScorers(WORK_LIMIT)));
    private static final InMemoryReporter METRICS = InMemoryReporter.createWithRetainedMetrics();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .setConfiguration(METRICS.addToConfiguration(new Configuration()))
            .build());

    @Test
    void every_feedback_comes_through_with_what_its_text_says() throws Exception {
        List<RecordedFeedback> feedback = List.of(
                feedback("a", "Thank you, wonderful service!", "en"),
                feedback("b", "太难吃了，再也不点了", "zh"),
                feedback("c", "Sehr freundlich, danke", "und"),
                feedback("d", null, null),
                feedback("e", "  ", "en"));

        List<ScoredFeedback> scored = run(feedback, "all");

        assertThat(scored).extracting(ScoredFeedback::recorded).isEqualTo(feedback);
        assertThat(scored)
                .extracting(record -> record.sentiment() == null
                        ? null
                        : record.sentiment().label().wireName())
                .containsExactly("positive", "negative", "not_scored", null, "not_scored");
        assertThat(scored)
                .extracting(ScoringPipelineTest::aspectsOf)
                .containsExactly(
                        List.of("service positive"), List.of("food negative"), List.of(), List.of(), List.of());
    }

    @Test
    void each_aspect_of_a_text_has_a_label_of_its_own() throws Exception {
        ScoredFeedback scored = run(
                        List.of(feedback("a", "The food was great but delivery took two hours", "en")), "aspects")
                .get(0);

        assertThat(aspectsOf(scored)).contains("food positive", "delivery negative");
    }

    @Test
    void it_is_known_when_the_feedback_was() throws Exception {
        ScoredFeedback scored =
                run(List.of(feedback("a", "fine", "en")), "known").get(0);

        assertThat(scored.knownAt()).isEqualTo(KNOWN);
        assertThat(scored.feedback().occurredAt()).isEqualTo(SAID);
    }

    @Test
    void probabilities_add_up_to_one_and_name_their_model() throws Exception {
        List<RecordedFeedback> feedback = List.of(
                feedback("a", "so late again", "en"), feedback("b", "味道不错", "zh-CN"), feedback("c", "hola", "es"));

        for (ScoredFeedback record : run(feedback, "sum")) {
            Sentiment sentiment = Objects.requireNonNull(record.sentiment());
            assertThat(sentiment.polarity().negative()
                            + sentiment.polarity().neutral()
                            + sentiment.polarity().positive())
                    .isEqualTo(1, within(1e-9));
            assertThat(sentiment.score())
                    .isEqualTo(
                            sentiment.polarity().positive()
                                    - sentiment.polarity().negative(),
                            within(1e-9));
            assertThat(sentiment.scorer()).matches("linear-(en|zh)-[0-9a-f]{8}|none");
        }
    }

    @Test
    void the_same_feedback_gets_the_same_score_at_any_parallelism() throws Exception {
        List<RecordedFeedback> feedback = new ArrayList<>();
        for (int i = 100; i < 300; i++) {
            feedback.add(feedback("f" + i, "Flight " + i + " was late, but the crew was kind", "en"));
        }

        assertThat(run(feedback, "two", 2)).isEqualTo(run(feedback, "one", 1));
    }

    @Test
    void what_was_scored_left_and_cut_is_counted() throws Exception {
        run(
                List.of(
                        feedback("a", "good", "en"),
                        feedback("b", "good ".repeat(1_000), "en"),
                        feedback("c", "bon", "fr"),
                        feedback("d", null, null)),
                "counted");

        assertThat(count("counted", "scored")).isEqualTo(2);
        assertThat(count("counted", "unscored")).as("in all, and in French").isEqualTo(1 + 1);
        assertThat(count("counted", "cut")).isEqualTo(1);
    }

    @Test
    void a_text_on_which_a_scorer_fails_goes_on_without_a_score_and_holds_up_no_other() throws Exception {
        ScoringOptions options = ScoringOptions.of(() -> ScoringPipelineTest::stumbling, NO_ASPECTS);
        List<RecordedFeedback> feedback =
                List.of(feedback("a", "good", "en"), feedback("b", "poison", "en"), feedback("c", "good", "en"));

        List<ScoredFeedback> scored = run(feedback, "poison", 1, options);

        assertThat(scored)
                .extracting(ScoringPipelineTest::labelAndReason)
                .containsExactly("positive", "not_scored failed", "positive");
        assertThat(count("poison", "failed")).isEqualTo(1);
    }

    @Test
    void a_text_whose_aspects_cannot_be_found_keeps_its_score() throws Exception {
        ScoringOptions options =
                ScoringOptions.of(() -> ScoringPipelineTest::stumbling, () -> (text, language, whole) -> {
                    throw new IllegalStateException("no aspects");
                });

        List<ScoredFeedback> scored = run(List.of(feedback("a", "good", "en")), "aspects-fail", 1, options);

        assertThat(scored).extracting(ScoringPipelineTest::labelAndReason).containsExactly("positive");
        assertThat(count("aspects-fail", "failed")).isEqualTo(1);
    }

    @Test
    void each_text_is_read_by_the_model_of_its_time_in_whatever_order_texts_come() throws Exception {
        ScorerTimeline timeline = new ScorerTimeline(List.of(
                new ScorerTimeline.Period(Instant.MIN, () -> (text, language) -> said("old"), NO_ASPECTS),
                new ScorerTimeline.Period(KNOWN, () -> (text, language) -> said("new"), NO_ASPECTS)));
        RecordedFeedback before = feedback("b", "x", "en").withKnownAt(KNOWN.minusMillis(1));

        List<ScoredFeedback> scored = run(
                List.of(feedback("a", "x", "en"), before, feedback("c", "x", "en")),
                "timeline",
                1,
                new ScoringOptions(timeline, null));

        assertThat(scored)
                .extracting(record -> Objects.requireNonNull(record.sentiment()).scorer())
                .containsExactly("new", "old", "new");
    }

    @Test
    void a_slow_scorer_is_asked_once_for_the_same_text_and_never_for_a_long_one() throws Exception {
        ScoringOptions options = LINEAR.asking(
                new ScoringOptions.Slow(() -> (text, language) -> said("slow"), WorkLimit.DEFAULT, 6, 100));
        List<RecordedFeedback> feedback = List.of(
                feedback("a", "so late", "en"),
                feedback("b", "RT @a: so  late", "en"),
                feedback("c", "so late again today and then some", "en"));

        List<ScoredFeedback> scored = run(feedback, "slow", 1, options);

        assertThat(scored)
                .extracting(record -> Objects.requireNonNull(record.sentiment()).scorer())
                .satisfiesExactly(
                        scorer -> assertThat(scorer).isEqualTo("slow"),
                        scorer -> assertThat(scorer).isEqualTo("slow"),
                        scorer -> assertThat(scorer).startsWith("linear-en-"));
        assertThat(labelAndReason(scored.get(2))).endsWith(" tokens");
        assertThat(count("slow", "fallback")).isEqualTo(1);
        assertThat(gauge("slow", "cacheHits")).isEqualTo(1);
        assertThat(gauge("slow", "cacheMisses")).isEqualTo(1);
    }

    private static List<ScoredFeedback> run(List<RecordedFeedback> feedback, String job) throws Exception {
        return run(feedback, job, 1);
    }

    private static List<ScoredFeedback> run(List<RecordedFeedback> feedback, String job, int parallelism)
            throws Exception {
        return run(feedback, job, parallelism, LINEAR);
    }

    private static List<ScoredFeedback> run(
            List<RecordedFeedback> feedback, String job, int parallelism, ScoringOptions options) throws Exception {
        StreamExecutionEnvironment environment = JobEnvironment.get();
        environment.setParallelism(parallelism);
        DataStream<RecordedFeedback> in = environment
                .fromData(feedback, DomainTypes.of(RecordedFeedback.class))
                .uid("feedback-in");
        DataStream<ScoredFeedback> out = ScoringPipeline.build(in.rebalance(), options);
        List<ScoredFeedback> scored = new ArrayList<>();
        try (var records = out.executeAndCollect(job)) {
            records.forEachRemaining(scored::add);
        }
        scored.sort(Comparator.comparing(record -> record.feedback().id()));
        return scored;
    }

    private static List<String> aspectsOf(ScoredFeedback scored) {
        return scored.aspects().stream()
                .map(aspect -> aspect.name() + " " + aspect.label().wireName())
                .toList();
    }

    private static long count(String job, String counter) {
        return METRICS.findGroups("score-text").stream()
                .filter(group -> job.equals(group.getAllVariables().get("<job_name>")))
                .flatMap(group -> METRICS.getMetricsByGroup(group).entrySet().stream())
                .filter(metric -> metric.getKey().equals(counter))
                .mapToLong(metric -> ((Counter) metric.getValue()).getCount())
                .sum();
    }

    private static long gauge(String job, String name) {
        return METRICS.findGroups("score-text").stream()
                .filter(group -> job.equals(group.getAllVariables().get("<job_name>")))
                .flatMap(group -> METRICS.getMetricsByGroup(group).entrySet().stream())
                .filter(metric -> metric.getKey().equals(name))
                .mapToLong(metric -> (Long) ((Gauge<?>) metric.getValue()).getValue())
                .sum();
    }

    private static Sentiment stumbling(String text, String language) {
        if (text.equals("poison")) {
            throw new IllegalStateException("no parse");
        }
        return said("stumbling");
    }

    private static Sentiment said(String scorer) {
        return Sentiment.of(new Polarity(0, 0.25, 0.75), scorer, false);
    }

    private static String labelAndReason(ScoredFeedback scored) {
        Sentiment sentiment = Objects.requireNonNull(scored.sentiment());
        return scored.reason() == null
                ? sentiment.label().wireName()
                : sentiment.label().wireName() + " " + scored.reason().wireName();
    }

    private static RecordedFeedback feedback(String id, @Nullable String text, @Nullable String language) {
        return new RecordedFeedback(
                new Feedback(
                        id,
                        "reviews",
                        1,
                        SAID,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        text,
                        language,
                        Map.of("region", "north")),
                KNOWN,
                new SourcePosition("raw.reviews", 0, 17));
    }
}
