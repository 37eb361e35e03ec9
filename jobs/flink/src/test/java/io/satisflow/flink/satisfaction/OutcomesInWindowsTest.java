package io.satisflow.flink.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.flink.io.TopicKey;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.ticket.TicketEvent;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From events of tickets, late ones among them, to what became of tickets and customers, by team. */
class OutcomesInWindowsTest {
    private static final Duration REOPENED_WITHIN = Duration.ofMinutes(30);
    private static final Duration RECONTACT_WITHIN = Duration.ofMinutes(40);
    private static final SatisfactionSettings SETTINGS = SatisfactionFile.read(ConfigFile.parse("s.yaml", """
            segments: [[], [team]]
            windows: {rolling: [{length: 3h, step: 10m}], lateness: 2h}
            metrics:
              reopen_rate: {within: 30m, from: 1m}
              recontact_rate: {within: 40m, from: 1m}
              repeat_complaint_rate: {within: 1h, from: 1m, same: [order]}
            """));

    /** @param reopened when; null when not */
    private record Ticket(
            String id,
            String customer,
            String team,
            String order,
            Instant opened,
            Instant solved,
            @Nullable Instant reopened,
            boolean complaint) {
        boolean isIn(String segment) {
            return segment.equals("(all)") || segment.equals("team=" + team);
        }
    }

    @Test
    void every_present_row_is_what_a_naive_count_of_all_that_was_known_says() throws Exception {
        List<Ticket> tickets = random(3);
        Map<String, ScoreRow> last = new TreeMap<>();
        for (ScoreRow row : run(tickets, 0, Duration.ofMinutes(5), 2).steps()) {
            last.merge(TopicKey.ofStep(row), row, (a, b) -> a.asOf().isAfter(b.asOf()) ? a : b);
        }
        List<ScoreRow> present = last.values().stream()
                .filter(row -> row.to().isBefore(FeedbackFeed.START.plus(Duration.ofMinutes(80))))
                .toList();

        assertThat(present)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(shown(row))
                        .as("%s at %s", row.segment().key(), row.to())
                        .isEqualTo(expected(row, tickets)))
                .anySatisfy(row -> assertThat(score(row, "reopen_rate").n()).isGreaterThan(10))
                .anySatisfy(
                        row -> assertThat(score(row, "reopen_rate").standing().provisional())
                                .isPositive())
                .anySatisfy(row ->
                        assertThat(score(row, "repeat_complaint_rate").value()).isPositive());
    }

    @Test
    void neither_parallelism_nor_pace_nor_late_events_change_how_it_ends() throws Exception {
        List<Ticket> tickets = random(4);

        PipelineRun slowly = run(tickets, 300, Duration.ofMinutes(1), 1);
        PipelineRun atFullSpeed = run(tickets, 300, Duration.ofHours(1), 2);

        assertThat(sorted(atFullSpeed.steps())).isEqualTo(sorted(slowly.steps()));
        assertThat(sorted(atFullSpeed.panes())).isEqualTo(sorted(slowly.panes()));
        assertThat(slowly.tooLate()).isEmpty();
    }

    /** By all that happened before the row's end, or was known by the time it was told last. */
    private static String expected(ScoreRow row, List<Ticket> tickets) {
        Instant by = row.asOf();
        long solved = 0;
        long reopened = 0;
        long recontacted = 0;
        long complaints = 0;
        long repeated = 0;
        for (Ticket ticket : tickets) {
            if (!ticket.isIn(row.segment().key())) {
                continue;
            }
            if (within(row, ticket.solved())) {
                solved++;
                reopened += happened(ticket.reopened(), ticket.solved(), REOPENED_WITHIN, by) ? 1 : 0;
                recontacted += tickets.stream()
                                .anyMatch(other -> other != ticket
                                        && other.customer().equals(ticket.customer())
                                        && happened(other.opened(), ticket.solved(), RECONTACT_WITHIN, by))
                        ? 1
                        : 0;
            }
            if (ticket.complaint() && within(row, ticket.opened())) {
                complaints++;
                repeated += tickets.stream()
                                .anyMatch(other -> other != ticket
                                        && other.complaint()
                                        && other.customer().equals(ticket.customer())
                                        && other.order().equals(ticket.order())
                                        && other.opened().isBefore(ticket.opened())
                                        && !other.opened()
                                                .isBefore(ticket.opened().minus(Duration.ofHours(1))))
                        ? 1
                        : 0;
            }
        }
        return "%d of %d, %d of %d, %d of %d".formatted(reopened, solved, recontacted, solved, repeated, complaints);
    }

    private static boolean within(ScoreRow row, Instant at) {
        return !at.isBefore(row.from()) && at.isBefore(row.to());
    }

    private static boolean happened(@Nullable Instant at, Instant since, Duration within, Instant by) {
        return at != null && at.isAfter(since) && !at.isAfter(since.plus(within)) && !at.isAfter(by);
    }

    private static String shown(ScoreRow row) {
        return "%s, %s, %s"
                .formatted(
                        hits(score(row, "reopen_rate")),
                        hits(score(row, "recontact_rate")),
                        hits(score(row, "repeat_complaint_rate")));
    }

    private static String hits(ReportedScore score) {
        double value = score.value() == null ? 0 : score.value();
        return "%d of %d".formatted(Math.round(value * score.n() / 100), score.n());
    }

    private static ReportedScore score(ScoreRow row, String name) {
        return Objects.requireNonNull(row.scores().get(name));
    }

    private static List<Ticket> random(int seed) {
        Random random = new Random(seed);
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Instant opened = FeedbackFeed.START.plusSeconds(random.nextInt(3_000));
            Instant solved = opened.plusSeconds(60 + random.nextInt(900));
            tickets.add(new Ticket(
                    "T" + i,
                    "c" + random.nextInt(15),
                    "t" + random.nextInt(3),
                    "o" + random.nextInt(2),
                    opened,
                    solved,
                    random.nextInt(3) == 0 ? solved.plusSeconds(60 + random.nextInt(2_400)) : null,
                    random.nextBoolean()));
        }
        return tickets;
    }

    private static PipelineRun run(List<Ticket> tickets, int lateSeconds, Duration stretch, int parallelism)
            throws Exception {
        List<RecordedTicketEvent> events = new ArrayList<>();
        Random random = new Random(9);
        for (Ticket ticket : tickets) {
            events.add(event(ticket, TicketEventType.CREATED, ticket.opened(), "new", lateSeconds, random));
            events.add(event(ticket, TicketEventType.STATUS, ticket.solved(), "solved", lateSeconds, random));
            if (ticket.reopened() != null) {
                events.add(event(ticket, TicketEventType.STATUS, ticket.reopened(), "open", lateSeconds, random));
            }
        }
        List<RecordedTicketEvent> delivered = TicketFeed.delivered(events, stretch);
        return PipelineRun.of(
                environment -> TicketFeed.of(environment, delivered)
                        .filter(event -> false)
                        .uid("no-feedback")
                        .map(event -> FeedbackFeed.of("x", "", 0, event.knownAt(), event.knownAt()))
                        .returns(DomainTypes.of(ScoredFeedback.class))
                        .uid("nothing-said"),
                PipelineRun::noMilestones,
                (environment, feedback) -> TicketFeed.of(environment, "outcome", delivered),
                SETTINGS,
                parallelism);
    }

    private static RecordedTicketEvent event(
            Ticket ticket, TicketEventType type, Instant at, String status, int lateSeconds, Random random) {
        Map<String, String> details = Map.of(
                "by",
                "customer",
                "status",
                status,
                "channel",
                "desk",
                "team",
                ticket.team(),
                "kind",
                ticket.complaint() ? "complaint" : "question",
                "attributes.order",
                ticket.order());
        Instant known = lateSeconds == 0 ? at : at.plusSeconds(random.nextInt(lateSeconds));
        String id = type.wireName() + "-" + status;
        TicketEvent event = new TicketEvent(ticket.id(), id, type, at, known, details, ticket.customer());
        return new RecordedTicketEvent("desk", event, new SourcePosition("raw", 0, Math.abs((long)
                (ticket.id() + id).hashCode())));
    }

    private static List<String> sorted(List<?> rows) {
        return rows.stream()
                .map(Object::toString)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
