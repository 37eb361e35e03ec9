package io.satisflow.flink.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.feedback.Feedback;
import io.satisflow.flink.io.TopicKey;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** From customers' texts, late and edited ones among them, to how their moods change, by team. */
class RecoveryInWindowsTest {
    private static final SatisfactionSettings SETTINGS = SatisfactionFile.read(ConfigFile.parse("s.yaml", """
            segments: [[], [team]]
            windows: {rolling: [{length: 10m, step: 1m}, {length: 3h, step: 10m}], lateness: 2h}
            metrics: {volume: {}, recovery: {}}
            """));

    /** @param revision of two versions of a text, the later counts */
    private record Text(
            String ticket, int number, long revision, String team, Instant said, Instant known, double score) {
        boolean isIn(String segment) {
            return segment.equals("(all)") || segment.equals("team=" + team);
        }

        ScoredFeedback record() {
            Feedback feedback = new Feedback(
                    ticket + "-" + number,
                    "chat",
                    revision,
                    said,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    "text",
                    "en",
                    Map.of("ticket", ticket, "team", team));
            SourcePosition source =
                    new SourcePosition("raw", 0, 31L * feedback.id().hashCode() + revision);
            return new ScoredFeedback(
                    new RecordedFeedback(feedback, known, source), FeedbackFeed.sentiment(score), null, List.of());
        }
    }

    @Test
    void every_row_tells_how_moods_changed_once_all_is_known() throws Exception {
        List<Text> texts = random(4);
        Map<String, ScoreRow> last = new TreeMap<>();
        for (ScoreRow row : run(texts, Duration.ofMinutes(5), 2).steps()) {
            last.merge(TopicKey.ofStep(row), row, (a, b) -> a.asOf().isAfter(b.asOf()) ? a : b);
        }

        assertThat(last.values())
                .allSatisfy(row -> assertThat(shown(row)).isEqualTo(expected(row, texts)))
                .anySatisfy(row -> assertThat(recovery(row).n()).isGreaterThan(15));
    }

    @Test
    void neither_parallelism_nor_the_pace_of_the_watermark_changes_a_row() throws Exception {
        List<Text> texts = random(5);

        PipelineRun slowly = run(texts, Duration.ofSeconds(20), 1);
        PipelineRun atFullSpeed = run(texts, Duration.ofHours(1), 2);

        assertThat(sorted(atFullSpeed.steps())).isEqualTo(sorted(slowly.steps()));
        assertThat(sorted(atFullSpeed.panes())).isEqualTo(sorted(slowly.panes()));
    }

    private static String expected(ScoreRow row, List<Text> texts) {
        Map<String, Text> current = new TreeMap<>();
        texts.forEach(text -> current.merge(
                text.ticket() + "-" + text.number(), text, (a, b) -> a.revision() > b.revision() ? a : b));
        Map<String, List<Text>> byTicket = new TreeMap<>();
        current.values()
                .forEach(text -> byTicket.computeIfAbsent(text.ticket(), any -> new ArrayList<>())
                        .add(text));
        double sum = 0;
        int count = 0;
        for (List<Text> ofTicket : byTicket.values()) {
            ofTicket.sort(Comparator.comparing(Text::said).thenComparing(Text::number));
            Text closing = ofTicket.get(ofTicket.size() - 1);
            boolean within =
                    !closing.said().isBefore(row.from()) && closing.said().isBefore(row.to());
            if (ofTicket.size() > 1 && within && closing.isIn(row.segment().key())) {
                sum += closing.score() - ofTicket.get(0).score();
                count++;
            }
        }
        return count == 0 ? "none" : "%.3f of %d".formatted(sum, count);
    }

    private static String shown(ScoreRow row) {
        ReportedScore recovery = recovery(row);
        return recovery.value() == null
                ? "none"
                : "%.3f of %d".formatted(recovery.value() * recovery.n() + 0.0, recovery.n());
    }

    private static ReportedScore recovery(ScoreRow row) {
        return Objects.requireNonNull(row.scores().get("recovery"));
    }

    /** Tickets of one to four texts; a third become known late, a fifth are edited. */
    private static List<Text> random(int seed) {
        Random random = new Random(seed);
        List<Text> texts = new ArrayList<>();
        for (int ticket = 0; ticket < 40; ticket++) {
            Instant said = FeedbackFeed.START.plusMillis(random.nextInt(1_200_000));
            for (int number = 0; number <= random.nextInt(4); number++) {
                said = said.plusMillis(1 + random.nextInt(400_000));
                Instant known = said.plusMillis(random.nextInt(3) == 0 ? random.nextInt(900_000) : 0);
                Text text = new Text("T" + ticket, number, 1, "t" + random.nextInt(3), said, known, score(random));
                texts.add(text);
                if (random.nextInt(5) == 0) {
                    texts.add(new Text(
                            text.ticket(),
                            number,
                            2,
                            text.team(),
                            said,
                            known.plusMillis(random.nextInt(100_000)),
                            score(random)));
                }
            }
        }
        return texts;
    }

    private static double score(Random random) {
        return random.nextInt(2001) / 1000.0 - 1;
    }

    private static PipelineRun run(List<Text> texts, Duration stretch, int parallelism) throws Exception {
        List<ScoredFeedback> delivered =
                FeedbackFeed.delivered(texts.stream().map(Text::record).toList(), stretch, 1);
        return PipelineRun.of(delivered, SETTINGS, parallelism);
    }

    private static List<String> sorted(List<?> rows) {
        return rows.stream()
                .map(Object::toString)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
