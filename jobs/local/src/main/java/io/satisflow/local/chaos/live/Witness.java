package io.satisflow.local.chaos.live;

import io.satisflow.flink.io.Mark;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.local.topics.Consumers;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;

/** Reads what the engine commits, through all of its lives, as a reader downstream does: each record once. */
final class Witness implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final String BREACH = "breach";
    private static final String RETRACT = "retract";

    private final TopicNames names;
    private final WireFormat<Feedback> feedbackFormat = new WireFormat<>(Feedback.class);
    private final WireFormat<TicketEvent> ticketEventFormat = new WireFormat<>(TicketEvent.class);
    private final WireFormat<SlaEvent> slaEventFormat = new WireFormat<>(SlaEvent.class);
    private final WireFormat<SatisfactionRow> rowFormat = new WireFormat<>(SatisfactionRow.class);
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::read, "chaos witness");

    private final Seen feedback = new Seen();
    private final Seen ticketEvents = new Seen();
    private final Seen breaches = new Seen();
    private long retractions;
    private long counted;
    private Instant countedUpTo = Instant.EPOCH;
    private @Nullable Instant outputAfterStart;
    private Instant start = Instant.MAX;
    private @Nullable RuntimeException failure;
    private volatile boolean goesOn = true;

    /** When records of an id were written, by the broker's clock. */
    static final class Seen {
        private final Map<String, List<Instant>> byId = new HashMap<>();

        void add(String id, Instant at) {
            // Nearly all are seen once.
            byId.merge(
                    id,
                    List.of(at),
                    (before, more) ->
                            Stream.concat(before.stream(), more.stream()).toList());
        }

        Map<String, List<Instant>> byId() {
            return byId;
        }
    }

    /** @param names of the topics, which have to be there */
    Witness(Map<String, String> kafkaProperties, TopicNames names) {
        this.names = names;
        this.consumer = Consumers.readCommitted(kafkaProperties);
        Consumers.assignFromBeginning(
                consumer,
                Stream.of(Topic.FEEDBACK, Topic.TICKET_EVENTS, Topic.SLA_EVENTS, Topic.SATISFACTION_STEPS)
                        .map(names::of)
                        .toList());
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try (consumer) {
            while (goesOn) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    take(record);
                }
            }
        } catch (RuntimeException e) {
            synchronized (this) {
                failure = e;
            }
        }
    }

    private synchronized void take(ConsumerRecord<byte[], byte[]> record) {
        Instant writtenAt = Instant.ofEpochMilli(record.timestamp());
        boolean isOfEngine = record.topic().equals(names.of(Topic.SLA_EVENTS));
        if (isOfEngine && outputAfterStart == null && !writtenAt.isBefore(start)) {
            outputAfterStart = Instant.now();
        }
        if (record.value() == null || Mark.isClaimedBy(record)) {
            return;
        }
        if (record.topic().equals(names.of(Topic.FEEDBACK))) {
            feedback.add(feedbackFormat.decode(record.value()).getId(), writtenAt);
        } else if (record.topic().equals(names.of(Topic.TICKET_EVENTS))) {
            take(ticketEventFormat.decode(record.value()), writtenAt);
        } else if (isOfEngine) {
            take(slaEventFormat.decode(record.value()), writtenAt);
        } else {
            take(rowFormat.decode(record.value()));
        }
    }

    /** Answers open cases too, of which the books know nothing. */
    private void take(TicketEvent event, Instant writtenAt) {
        if (event.getChannel().equals(CampaignSettings.DESK)) {
            ticketEvents.add(event.getId(), writtenAt);
        }
    }

    private void take(SlaEvent event, Instant writtenAt) {
        if (event.getEvent().equals(BREACH)) {
            breaches.add(event.getTicket(), writtenAt);
        } else if (event.getEvent().equals(RETRACT)) {
            retractions++;
        }
    }

    private void take(SatisfactionRow row) {
        Metric volume = row.getMetrics().get("volume");
        boolean isOfAll = row.getSegment().isEmpty() && row.getWindow().equals(CampaignSettings.LONG_WINDOW);
        // Corrections of earlier ends come in between; of one end the last word holds.
        if (isOfAll && volume != null && !row.getTo().isBefore(countedUpTo)) {
            countedUpTo = row.getTo();
            counted = volume.getN();
        }
    }

    /** From now on the first output of a life that has begun then is waited for. */
    synchronized void expectOutputSince(Instant startedAt) {
        start = startedAt;
        outputAfterStart = null;
    }

    /** The later of both: when a life began, and what was told to {@link #expectOutputSince}. */
    synchronized Instant expectedSince(Instant startedAt) {
        if (start.equals(Instant.MAX) || startedAt.isAfter(start)) {
            expectOutputSince(startedAt);
        }
        return start;
    }

    /** When the first record that the engine's job has written since was committed; empty while there is none. */
    synchronized Optional<Instant> firstOutput() {
        requireReading();
        return Optional.ofNullable(outputAfterStart);
    }

    private void requireReading() {
        if (failure != null) {
            throw new IllegalStateException(
                    "Committed records cannot be read any more: " + failure.getMessage(), failure);
        }
    }

    /** What was committed so far; not to be kept while the run goes on. */
    synchronized Testimony testimony() {
        requireReading();
        return new Testimony(feedback, ticketEvents, breaches, retractions, counted);
    }

    /**
     * @param counted feedback of the longest window, when it was last written
     */
    record Testimony(Seen feedback, Seen ticketEvents, Seen breaches, long retractions, long counted) {}

    @Override
    public void close() throws InterruptedException {
        goesOn = false;
        thread.join();
    }
}
