package io.satisflow.flink.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.flink.io.TopicKey;
import io.satisflow.flink.sla.SlaOptions;
import io.satisflow.flink.sla.SlaPipeline;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.segment.Segment;
import io.satisflow.sla.policy.PolicyFile;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEventType;
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

/** From events of tickets, late ones among them, to response times and attainment in rolling windows. */
class MilestonesInWindowsTest {
    private static final Duration TARGET = Duration.ofMinutes(10);

    private static final SlaRules RULES =
            new SlaRules(new PolicyFile(Map.of()).read(ConfigFile.parse("policies.yaml", """
            policies:
              - name: all
                targets:
                  first_reply: {target: 10m, time: wall}
            """)));

    private static final SatisfactionSettings SETTINGS = SatisfactionFile.read(ConfigFile.parse("s.yaml", """
            segments: [[], [channel], [product]]
            windows: {rolling: [{length: 3m, step: 30s}, {length: 30m, step: 1m}], lateness: 1h}
            metrics: {volume: {}, first_reply_time: {from: 1s}, sla_attainment.first_reply: {from: 1s}}
            """));

    /** A ticket by what really happened to it. */
    private record Ticket(String channel, String product, Instant created, Instant replied) {
        boolean isMissed() {
            return replied.isAfter(created.plus(TARGET));
        }

        Instant brokenAt() {
            return created.plus(TARGET).plusMillis(1);
        }

        boolean isIn(String segment) {
            return List.of("(all)", "channel=" + channel, "product=" + product).contains(segment);
        }
    }

    @Test
    void every_row_tells_what_really_happened_once_all_is_known() throws Exception {
        Random random = new Random(5);
        List<Ticket> tickets = randomTickets(random);
        List<RecordedTicketEvent> events = events(tickets, random);

        Map<String, ScoreRow> last = new TreeMap<>();
        for (ScoreRow row : run(events, Duration.ofMinutes(3), 2).steps()) {
            last.merge(TopicKey.ofStep(row), row, (a, b) -> a.asOf().isAfter(b.asOf()) ? a : b);
        }

        assertThat(last.values())
                .allSatisfy(row -> assertThat(shown(row)).isEqualTo(expected(row, tickets)))
                .anySatisfy(row -> assertThat(attained(row).n()).isGreaterThan(20))
                .anySatisfy(row -> assertThat(row.asOf()).isAfter(row.to()));
    }

    @Test
    void a_reply_that_becomes_known_late_makes_a_missed_promise_a_kept_one() throws Exception {
        Ticket ticket = new Ticket("mail", "lamp", minute(0), minute(5));
        List<RecordedTicketEvent> events = List.of(
                event("T1", TicketEventType.CREATED, ticket, minute(0), minute(0)),
                event("T1", TicketEventType.AGENT_REPLY, ticket, minute(5), minute(15)));

        List<ScoreRow> present = run(events, Duration.ofMinutes(1), 1).now().stream()
                .filter(row -> row.window().equals("30m") && row.segment().equals(Segment.ALL))
                .toList();

        assertThat(attainedAt(present, minute(12)).value()).isEqualTo(0.0);
        assertThat(attainedAt(present, minute(17)).value()).isEqualTo(100.0);
        assertThat(attainedAt(present, minute(17)).n()).isEqualTo(1);
    }

    @Test
    void neither_parallelism_nor_the_pace_of_the_watermark_changes_a_row() throws Exception {
        Random random = new Random(6);
        List<RecordedTicketEvent> events = events(randomTickets(random), random);

        PipelineRun slowly = run(events, Duration.ofSeconds(20), 1);
        PipelineRun atFullSpeed = run(events, Duration.ofHours(2), 2);

        assertThat(sorted(atFullSpeed.steps())).isEqualTo(sorted(slowly.steps()));
        assertThat(sorted(atFullSpeed.now())).isEqualTo(sorted(slowly.now()));
        assertThat(sorted(atFullSpeed.panes())).isEqualTo(sorted(slowly.panes()));
    }

    private static Map<String, String> expected(ScoreRow row, List<Ticket> tickets) {
        List<Ticket> ofSegment = tickets.stream()
                .filter(ticket -> ticket.isIn(row.segment().key()))
                .toList();
        List<Ticket> replied = ofSegment.stream()
                .filter(ticket -> isWithin(row, ticket.replied()))
                .toList();
        long met = replied.stream().filter(ticket -> !ticket.isMissed()).count();
        long missed = ofSegment.stream()
                .filter(ticket -> ticket.isMissed() && isWithin(row, ticket.brokenAt()))
                .count();
        long millis = replied.stream()
                .mapToLong(ticket ->
                        Duration.between(ticket.created(), ticket.replied()).toMillis())
                .sum();
        long judged = met + missed;
        return Map.of(
                "time", replied.isEmpty() ? "none" : "%d ms in %d".formatted(millis, replied.size()),
                "attained", judged == 0 ? "none" : "%d of %d".formatted(met, judged));
    }

    private static Map<String, String> shown(ScoreRow row) {
        ReportedScore time = metric(row, "first_reply_time");
        ReportedScore attained = attained(row);
        return Map.of(
                "time", time.value() == null ? "none" : "%d ms in %d".formatted(times(time, 1000), time.n()),
                "attained",
                        attained.value() == null ? "none" : "%d of %d".formatted(times(attained, 0.01), attained.n()));
    }

    /** What was divided by n to get the value. */
    private static long times(ReportedScore metric, double unit) {
        return Math.round(Objects.requireNonNull(metric.value()) * metric.n() * unit);
    }

    private static ReportedScore attained(ScoreRow row) {
        return metric(row, "sla_attainment.first_reply");
    }

    private static ReportedScore metric(ScoreRow row, String name) {
        return Objects.requireNonNull(row.scores().get(name));
    }

    /** A row is told when it changes; until then the one before holds. */
    private static ReportedScore attainedAt(List<ScoreRow> rows, Instant time) {
        return attained(rows.stream()
                .filter(row -> !row.to().isAfter(time))
                .max(Comparator.comparing(ScoreRow::to))
                .orElseThrow());
    }

    private static boolean isWithin(ScoreRow row, Instant at) {
        return !at.isBefore(row.from()) && at.isBefore(row.to());
    }

    private static List<Ticket> randomTickets(Random random) {
        List<Ticket> tickets = new ArrayList<>();
        for (int each = 0; each < 120; each++) {
            Instant created = FeedbackFeed.START.plusMillis(random.nextInt(2_400_000));
            tickets.add(new Ticket(
                    random.nextBoolean() ? "mail" : "chat",
                    "p" + random.nextInt(3),
                    created,
                    created.plusMillis(1 + random.nextInt(1_200_000))));
        }
        return tickets;
    }

    /** A third of the replies become known up to ten minutes late: breaches are said that did not happen. */
    private static List<RecordedTicketEvent> events(List<Ticket> tickets, Random random) {
        List<RecordedTicketEvent> events = new ArrayList<>();
        for (int each = 0; each < tickets.size(); each++) {
            Ticket ticket = tickets.get(each);
            Instant known = ticket.replied().plusMillis(random.nextInt(3) == 0 ? random.nextInt(600_000) : 0);
            events.add(event("T" + each, TicketEventType.CREATED, ticket, ticket.created(), ticket.created()));
            events.add(event("T" + each, TicketEventType.AGENT_REPLY, ticket, ticket.replied(), known));
        }
        return events;
    }

    private static RecordedTicketEvent event(
            String id, TicketEventType type, Ticket ticket, Instant at, Instant known) {
        Map<String, String> details =
                type == TicketEventType.CREATED ? Map.of("attributes.product", ticket.product()) : Map.of();
        return TicketFeed.event(id, type, ticket.channel(), details, at, known);
    }

    private static PipelineRun run(List<RecordedTicketEvent> events, Duration stretch, int parallelism)
            throws Exception {
        List<ScoredFeedback> noFeedback = List.of(FeedbackFeed.mark(FeedbackFeed.END));
        return PipelineRun.of(
                environment -> PipelineRun.feed(environment, "feed", noFeedback),
                (environment, feedback) -> SlaPipeline.build(
                                TicketFeed.of(environment, TicketFeed.delivered(events, stretch)), SlaOptions.of(RULES))
                        .milestones(),
                SETTINGS,
                parallelism);
    }

    private static List<String> sorted(List<?> rows) {
        return rows.stream()
                .map(Object::toString)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static Instant minute(int minute) {
        return FeedbackFeed.START.plus(Duration.ofMinutes(minute));
    }
}
