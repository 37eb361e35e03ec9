package io.satisflow.local.bench.intake;

import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.config.ConfigFile;
import io.satisflow.flink.io.TopicPartitions;
import io.satisflow.local.broker.EmbeddedBroker;
import io.satisflow.local.live.door.HttpDoor;
import io.satisflow.local.live.door.RawRecordStore;
import io.satisflow.local.live.input.RawTopics;
import io.satisflow.local.topics.Consumers;
import io.satisflow.settings.ChannelSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Many posts at once, some of them forged, and the broker restarted in the middle. Afterwards the topic is read: whatever was
 * answered with 202 must stand there exactly once, and nothing that was forged.
 */
public final class DoorTrial {
    private static final String TOPIC = "door.raw.trial.v1";
    private static final String CHANNEL = "trial";
    private static final String SECRET = "of the trial alone";
    private static final int FORGED_IN = 5;
    private static final int PARTITIONS = 2;
    private static final int ACCEPTED = 202;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final int posts;
    private final int concurrency;
    private final Map<String, Integer> statusById = new ConcurrentHashMap<>();

    public DoorTrial(int posts, int concurrency) {
        this.posts = posts;
        this.concurrency = concurrency;
    }

    /**
     * @param byStatus how many posts got which status; -1 for no answer
     * @param lost answered with 202, and not in the topic
     * @param twice in the topic more than once
     * @param forgedIn forged, and in the topic
     */
    public record Outcome(Map<Integer, Integer> byStatus, int stored, int lost, int twice, int forgedIn) {
        public boolean holds() {
            return lost == 0 && twice == 0 && forgedIn == 0 && byStatus.getOrDefault(ACCEPTED, 0) > 0;
        }
    }

    public Outcome run(Path folder) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Map<String, String> client = broker.clientProperties();
        try {
            createTopic(client);
            ChannelSettings channel = channel();
            RawTopics topics = new RawTopics(client, List.of(channel), new TopicPartitions(Map.of(TOPIC, PARTITIONS)));
            try (HttpDoor door =
                    HttpDoor.open(0, List.of(channel), new RawRecordStore(topics), Instant::now, name -> SECRET)) {
                broker = postAll(door.port(), broker, folder);
            }
            return outcome(client);
        } finally {
            broker.close();
        }
    }

    /** @return the broker that took the place of the first in the middle */
    private EmbeddedBroker postAll(int port, EmbeddedBroker broker, Path folder) throws Exception {
        Semaphore free = new Semaphore(concurrency);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        EmbeddedBroker current = broker;
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < posts; i++) {
            free.acquire();
            String id = (i % FORGED_IN == 0 ? "forged-" : "signed-") + i;
            all.add(client.sendAsync(request(port, id), BodyHandlers.discarding())
                    .handle((response, failure) -> {
                        statusById.put(id, failure == null ? response.statusCode() : -1);
                        free.release();
                        return null;
                    }));
            if (i == posts / 2) {
                int brokerPort = Integer.parseInt(current.clientProperties()
                        .getOrDefault("bootstrap.servers", ":0")
                        .replaceAll(".*:", ""));
                current.close();
                current = EmbeddedBroker.start(folder, brokerPort);
            }
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        return current;
    }

    private static HttpRequest request(int port, String id) throws GeneralSecurityException {
        String body = "{\"id\": \"%s\", \"at\": \"%s\", \"text\": \"slow\"}".formatted(id, Instant.now());
        String signed = id.startsWith("forged") ? body + " " : body;
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/in/%s".formatted(port, CHANNEL)))
                .header("X-Signature", HexFormat.of().formatHex(hash(signed)))
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static byte[] hash(String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ChannelSettings channel() {
        String yaml =
                "channel: %s\nkind: survey\nid: /id\noccurred_at: /at\ntext: /text\nhttp: {signature: {header: X-Signature, secret: \"${TRIAL}\"}}\n"
                        .formatted(CHANNEL);
        return new ChannelSettings(ChannelMappingFile.read(ConfigFile.parse("trial.yaml", yaml)), TOPIC);
    }

    private static void createTopic(Map<String, String> client) throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(client))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    private Outcome outcome(Map<String, String> client) {
        Map<String, Integer> stored = stored(client);
        Map<Integer, Integer> byStatus = new TreeMap<>();
        int lost = 0;
        for (Map.Entry<String, Integer> post : statusById.entrySet()) {
            byStatus.merge(post.getValue(), 1, Integer::sum);
            lost += post.getValue() == ACCEPTED && !stored.containsKey(post.getKey()) ? 1 : 0;
        }
        int twice = (int) stored.values().stream().filter(times -> times > 1).count();
        int forged = (int)
                stored.keySet().stream().filter(id -> id.startsWith("forged")).count();
        return new Outcome(byStatus, stored.size(), lost, twice, forged);
    }

    private static Map<String, Integer> stored(Map<String, String> client) {
        Map<String, Integer> stored = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = Consumers.readCommitted(client)) {
            List<TopicPartition> partitions = Consumers.assignFromBeginning(consumer, List.of(TOPIC));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    String value = new String(record.value(), StandardCharsets.UTF_8);
                    stored.merge(value.replaceAll("^\\{\"id\": \"([^\"]+)\".*", "$1"), 1, Integer::sum);
                });
            }
        }
        return stored;
    }
}
