package io.satisflow.local.bench.latency;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.engine.EmbeddedEngine;
import io.satisflow.wall.bench.Delays;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The live engine under lines that come at a steady pace, whatever it does: each has an instant at which it is meant to come,
 * and delays count from there. Answers to a survey, and tickets that nobody answers, each with a warning and a breach.
 */
public final class LatencyTrial {
    /** Of so many lines one opens a ticket. */
    private static final int LINES_A_TICKET = 5;

    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LAST_WORDS = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(200);

    private final LatencyOptions options;
    private final List<Long> ticketsAt = new ArrayList<>();
    private final List<Long> linesAt = new ArrayList<>();

    public LatencyTrial(LatencyOptions options) {
        this.options = options;
    }

    /**
     * Delays, each from an instant: that of the line, or that at which something was due.
     *
     * @param missing words that nobody heard in time
     */
    public record Outcome(
            Delays lineToRow,
            Delays warnToEvent,
            Delays warnToWebhook,
            Delays breachToEvent,
            Delays breachToWebhook,
            int lines,
            int missing) {}

    /** @param folder a fresh one */
    public Outcome run(Path folder) throws Exception {
        try (ToldReceiver receiver = new ToldReceiver();
                EmbeddedEngine engine =
                        EmbeddedEngine.start(folder, new EmbeddedEngine.Size(options.parallelism(), 0))) {
            TopicNames names = new TopicNames(LatencySettings.PREFIX);
            new TopicAdmin(new KafkaConnection(engine.kafkaProperties(), names))
                    .ensure(List.of(Topic.values()), List.of(LatencySettings.TICKETS, LatencySettings.ANSWERS), 2);
            engine.submitLiveJobs(
                    LatencySettings.write(folder.resolve("settings"), receiver.address(), options.disorder()));
            await(engine);
            try (CommittedResults results = new CommittedResults(engine.kafkaProperties(), names)) {
                int skipped = send(engine.kafkaProperties());
                Thread.sleep(LatencySettings.PROMISE.plus(LAST_WORDS).toMillis());
                results.requireReading();
                engine.requireRunning();
                return outcome(results, receiver.heardAt(), skipped);
            }
        }
    }

    private static void await(EmbeddedEngine engine) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!engine.areJobsRunning()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The jobs did not run within %d s".formatted(PATIENCE.toSeconds()));
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    /** @return how many tickets were sent to warm up */
    private int send(Map<String, String> kafkaProperties) throws InterruptedException {
        Properties properties = new Properties();
        properties.putAll(kafkaProperties);
        properties.remove("transaction.timeout.ms");
        long start = System.currentTimeMillis();
        long warm = start + WARM_UP.toMillis();
        long lines = WARM_UP.plus(options.measured()).toMillis() * options.perSecond() / 1000;
        int skipped = 0;
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (long line = 0; line < lines; line++) {
                long meant = start + line * 1000 / options.perSecond();
                long early = meant - System.currentTimeMillis();
                if (early > 0) {
                    Thread.sleep(early);
                }
                producer.send(record(line, meant));
                skipped = meant < warm ? ticketsAt.size() : skipped;
            }
        }
        return skipped;
    }

    private ProducerRecord<byte[], byte[]> record(long line, long at) {
        Instant meant = Instant.ofEpochMilli(at);
        linesAt.add(at);
        if (line % LINES_A_TICKET == 0) {
            String ticket = String.valueOf(ticketsAt.size());
            ticketsAt.add(at);
            return record(
                    LatencySettings.TICKETS,
                    ticket,
                    "{'event': {'id': 'c-%s', 'type': 'ticket.created', 'at': '%s'}, 'ticket': {'id': '%s', 'status': 'New', 'queue': 'of %s'}, 'message': {'html': 'Where is my parcel?'}}"
                            .formatted(ticket, meant, ticket, ticket));
        }
        String id = "a-" + line;
        return record(
                LatencySettings.ANSWERS,
                id,
                "{'response_id': '%s', 'submitted_at': '%s', 'answers': {'nps': %d}}".formatted(id, meant, line % 11));
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String key, String json) {
        return new ProducerRecord<>(
                topic,
                key.getBytes(StandardCharsets.UTF_8),
                json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private Outcome outcome(CommittedResults results, Map<String, Long> heardAt, int skipped) {
        long warned =
                LatencySettings.PROMISE.minus(LatencySettings.WARNED_BEFORE).toMillis();
        long due = LatencySettings.PROMISE.toMillis();
        Tickets said = new Tickets(results.saidAt(), skipped);
        Tickets heard = new Tickets(heardAt, skipped);
        Delays warnings = said.delays("warn", warned);
        Delays breaches = said.delays("breach", due);
        Delays toldWarnings = heard.delays("warn", warned);
        Delays toldBreaches = heard.delays("breach", due);
        return new Outcome(
                rows(results.countedAt(), skipped),
                warnings,
                toldWarnings,
                breaches,
                toldBreaches,
                linesAt.size(),
                said.missing + heard.missing);
    }

    /** A row that counts more lines counts this one too; what a ticket's customer writes is feedback as well. */
    private Delays rows(NavigableMap<Long, Long> countedAt, int skippedTickets) {
        Delays delays = new Delays();
        for (int line = skippedTickets * LINES_A_TICKET; line < linesAt.size(); line++) {
            Map.Entry<Long, Long> counted = countedAt.ceilingEntry(line + 1L);
            if (counted != null) {
                delays.add(Duration.ofMillis(counted.getValue() - linesAt.get(line))
                        .toNanos());
            }
        }
        return delays;
    }

    private final class Tickets {
        private final Map<String, Long> knownAt;
        private final int skipped;
        private int missing;

        Tickets(Map<String, Long> knownAt, int skipped) {
            this.knownAt = knownAt;
            this.skipped = skipped;
        }

        Delays delays(String event, long after) {
            Delays delays = new Delays();
            for (int ticket = skipped; ticket < ticketsAt.size(); ticket++) {
                Long at = knownAt.get(ticket + "/" + event);
                if (at == null) {
                    missing++;
                } else {
                    delays.add(Duration.ofMillis(at - ticketsAt.get(ticket) - after)
                            .toNanos());
                }
            }
            return delays;
        }
    }
}
