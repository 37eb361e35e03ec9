package io.satisflow.local.live.door;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.feedback.Feedback;
import io.satisflow.local.live.input.RawTopics;
import io.satisflow.settings.ChannelSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;

/** Writes records into the raw topics and says when the broker has them. */
public final class RawRecordStore implements AutoCloseable {
    private static final String LARGEST_REQUEST = String.valueOf(16 << 20);
    /** Longer than a broker takes to come back, shorter than senders wait. */
    private static final String LONGEST_STORING = "25000";

    private static final String LONGEST_REQUEST = "10000";
    private static final String LONGEST_WAIT = "10000";

    private final KafkaProducer<byte[], byte[]> producer;
    private final RawTopics topics;

    public RawRecordStore(RawTopics topics) {
        this.topics = topics;
        Properties properties = new Properties();
        properties.putAll(topics.kafkaProperties());
        properties.remove("transaction.timeout.ms");
        properties.put("enable.idempotence", "true");
        properties.put("acks", "all");
        properties.put("max.request.size", LARGEST_REQUEST);
        properties.put("delivery.timeout.ms", LONGEST_STORING);
        properties.put("request.timeout.ms", LONGEST_REQUEST);
        properties.put("max.block.ms", LONGEST_WAIT);
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** @return why not all of them are stored; empty when the broker has acknowledged each */
    Optional<String> store(ChannelSettings channel, List<byte[]> payloads, Instant now) {
        try {
            List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
            for (byte[] payload : payloads) {
                int partition = partition(channel, payload, now);
                acknowledgements.add(
                        producer.send(new ProducerRecord<>(channel.topic(), partition, null, null, payload)));
            }
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
            return Optional.empty();
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the engine is stopping; send it again");
        } catch (ExecutionException | RuntimeException e) {
            return Optional.of("the broker has not acknowledged it; send it again");
        }
    }

    /** What belongs to one ticket, or is the same feedback, goes the same way, so that it stays in order. */
    private int partition(ChannelSettings channel, byte[] payload, Instant now) {
        byte[] key = key(channel.mapping(), payload, now).getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % topics.partitions().of(channel.topic());
    }

    private static String key(ChannelMapping mapping, byte[] payload, Instant now) {
        if (mapping.map(payload, now) instanceof MappedRecord.Accepted accepted) {
            return accepted.ticketEvents().stream()
                    .findFirst()
                    .map(event -> event.ticket())
                    .or(() -> accepted.feedback().map(Feedback::id))
                    .orElse("");
        }
        return new String(payload, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        producer.close();
    }
}
