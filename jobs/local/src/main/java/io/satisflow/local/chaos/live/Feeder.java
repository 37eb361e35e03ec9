package io.satisflow.local.chaos.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A shop whose customers go on whatever happens to the engine: answers to surveys, and tickets of which some are answered in
 * time, some late, some never. Everything is appended, as it happens, to two files that the engine follows.
 */
final class Feeder implements AutoCloseable {
    /** Of so many lines one opens a ticket. */
    private static final int LINES_A_TICKET = 20;

    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration UNTIL_CLOSED = Duration.ofSeconds(2);
    /** A breach that is over before its grace (5 s) and its group's wait (1 s) are is told nobody, rightly. */
    private static final int TOLD_BY_THEN = 9_000;

    private final Ledger ledger;
    private final Path answers;
    private final Path tickets;
    private final int perSecond;
    private final Random random;
    private final PriorityQueue<Plan> plans = new PriorityQueue<>(Comparator.comparing(Plan::at));
    private final Thread thread = new Thread(this::feed, "chaos feeder");
    private final StringBuilder answerLines = new StringBuilder();
    private final StringBuilder ticketLines = new StringBuilder();
    private volatile boolean goesOn = true;
    private volatile boolean opensTickets = true;
    private long sent;

    /** What is going to happen to a ticket. */
    private record Plan(Instant at, String ticket, boolean isReply) {}

    /**
     * @param perSecond answers and new tickets together
     * @param seed of who is answered when
     */
    Feeder(Ledger ledger, Path answers, Path tickets, int perSecond, long seed) {
        this.ledger = ledger;
        this.answers = answers;
        this.tickets = tickets;
        this.perSecond = perSecond;
        this.random = new Random(seed);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Opens no more tickets, and returns when the last one is closed. */
    void finish() throws InterruptedException {
        opensTickets = false;
        thread.join();
    }

    private void feed() {
        Instant begun = Instant.now();
        try {
            while (goesOn && (opensTickets || !plans.isEmpty())) {
                Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
                long wanted = Duration.between(begun, now).toMillis() * perSecond / 1000;
                for (; opensTickets && sent < wanted; sent++) {
                    send(now);
                }
                while (!plans.isEmpty() && !plans.peek().at().isAfter(now)) {
                    carryOut(plans.remove(), now);
                }
                write(answers, answerLines);
                write(tickets, ticketLines);
                Thread.sleep(PACE.toMillis());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The feed cannot be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Instant now) {
        if (sent % LINES_A_TICKET == 0) {
            open("t-" + sent, now);
        } else {
            String id = "a-" + sent;
            line(
                    answerLines,
                    "{'response_id': '%s', 'submitted_at': '%s', 'answers': {'nps': %d}}",
                    id,
                    now,
                    random.nextInt(11));
            ledger.answered(id);
        }
    }

    private void open(String ticket, Instant now) {
        String id = "c-" + ticket;
        line(
                ticketLines,
                "{'event': {'id': '%s', 'type': 'ticket.created', 'at': '%s'}, 'ticket': {'id': '%s', 'status': 'New', 'queue': 'of %s'},"
                        + " 'message': {'html': 'Where is my parcel?'}}",
                id,
                now,
                ticket,
                ticket);
        ledger.created(id, ticket, now);
        long promise = Ledger.PROMISE.toMillis();
        int fate = random.nextInt(10);
        if (fate < 5) {
            plans.add(new Plan(now.plusMillis(promise / 5 + random.nextLong(promise * 3 / 5)), ticket, true));
        } else if (fate < 8) {
            plans.add(new Plan(now.plusMillis(promise + TOLD_BY_THEN + random.nextLong(12_000)), ticket, true));
        } else {
            plans.add(new Plan(now.plusMillis(2 * promise), ticket, false));
        }
    }

    private void carryOut(Plan plan, Instant now) {
        String ticket = plan.ticket();
        if (plan.isReply()) {
            String id = "r-" + ticket;
            line(
                    ticketLines,
                    "{'event': {'id': '%s', 'type': 'comment.agent', 'at': '%s'}, 'ticket': {'id': '%s', 'status': 'Open'},"
                            + " 'author': {'role': 'staff'}, 'message': {'html': 'On its way.'}}",
                    id,
                    now,
                    ticket);
            ledger.replied(id, ticket, now);
            plans.add(new Plan(now.plus(UNTIL_CLOSED), ticket, false));
        } else {
            String id = "d-" + ticket;
            line(
                    ticketLines,
                    "{'event': {'id': '%s', 'type': 'ticket.status', 'at': '%s'}, 'ticket': {'id': '%s', 'status': 'Closed'}}",
                    id,
                    now,
                    ticket);
            ledger.closed(id, ticket, now);
        }
    }

    private static void line(StringBuilder lines, String form, Object... values) {
        lines.append(form.formatted(values).replace('\'', '"')).append('\n');
    }

    private static void write(Path file, StringBuilder lines) throws IOException {
        Files.write(
                file,
                lines.toString().getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        lines.setLength(0);
    }

    @Override
    public void close() throws InterruptedException {
        goesOn = false;
        thread.join();
    }
}
