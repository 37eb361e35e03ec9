package io.satisflow.local.broker;

import io.satisflow.flink.io.registry.SchemaRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A single Kafka broker, its own controller, whose log is kept in a folder and survives the process. */
public final class EmbeddedBroker implements AutoCloseable {
    /** A directory may be left alone for a week between a crash and the restart that commits what was written. */
    public static final Duration LONGEST_TRANSACTION = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String WEEK_MILLIS = String.valueOf(LONGEST_TRANSACTION.toMillis());

    /** A recording may be of any year. */
    public static final Duration FOR_EVER = Duration.ofMillis(-1);

    private static final int LARGEST_MESSAGE = 16 << 20;
    private static final String LOOPBACK = "127.0.0.1";

    /** A broker alone is never rightly taken for dead; this one has a whole machine's bad moments to be late. */
    private static final String PATIENT_MILLIS = "30000";
    /** A killed broker is taken for alive until then, and the new one has to wait. */
    private static final String AFTER_KILL_MILLIS = "3000";

    private final KafkaRaftServer server;
    private final String address;
    private final Path inUse;

    private EmbeddedBroker(KafkaRaftServer server, String address, Path inUse) {
        this.server = server;
        this.address = address;
        this.inUse = inUse;
    }

    /**
     * Starts the broker, or starts it again on the log of an earlier process.
     *
     * @param directory where the log is kept
     * @param port to listen on, 0 for any free one
     * @throws PortInUseException when another program listens there
     */
    public static EmbeddedBroker start(Path directory, int port) {
        return start(directory, port, FOR_EVER);
    }

    /** @param keep how long what has arrived is kept, of compacted topics the last record of each key for ever */
    public static EmbeddedBroker start(Path directory, int port, Duration keep) {
        int brokerPort = freePort(port);
        Path log = directory.resolve("log");
        Properties settings = settings(log, brokerPort, freePort(0));
        settings.put("log.retention.ms", String.valueOf(keep.toMillis()));
        Path inUse = directory.resolve("in-use");
        try {
            Files.createDirectories(log);
            boolean wasKilled = Files.exists(inUse);
            settings.put("broker.session.timeout.ms", wasKilled ? AFTER_KILL_MILLIS : PATIENT_MILLIS);
            if (!wasKilled) {
                Files.createFile(inUse);
            }
            if (!Files.exists(log.resolve("meta.properties"))) {
                format(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The broker's log cannot be created at " + log, e);
        } catch (Exception e) {
            throw new IllegalStateException("The broker's log cannot be formatted at " + log, e);
        }
        BrokerEnd.watch(directory);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, LOOPBACK + ":" + brokerPort, inUse);
    }

    /** What any client of this broker needs to know. */
    public Map<String, String> clientProperties() {
        return Map.of("bootstrap.servers", address, "transaction.timeout.ms", WEEK_MILLIS);
    }

    /** {@code name=value}, over what the settings say of brokers elsewhere and of their schema registry. */
    public List<String> jobArguments() {
        return Stream.concat(
                        clientProperties().entrySet().stream()
                                .map(property -> property.getKey() + "=" + property.getValue()),
                        Stream.of(SchemaRegistry.URL + "="))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        try {
            Files.deleteIfExists(inUse);
        } catch (IOException e) {
            // The next start takes it for killed, and is only less patient.
            LOG.warn("{} could not be deleted", inUse, e);
        }
    }

    private static void format(Path log) throws Exception {
        try (PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(log.toString())
                    .addDirectory(log.toString())
                    .setPrintStream(quiet)
                    .run();
        }
    }

    private static int freePort(int wanted) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PortInUseException(wanted, e);
        }
    }

    private static Properties settings(Path log, int brokerPort, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(identity(log, brokerPort, controllerPort));
        settings.putAll(SINGLE_NODE);
        settings.putAll(SMALL);
        settings.putAll(RETENTION);
        return settings;
    }

    private static Map<String, String> identity(Path log, int brokerPort, int controllerPort) {
        return Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@%s:%d".formatted(LOOPBACK, controllerPort),
                "listeners",
                        "PLAINTEXT://%s:%d,CONTROLLER://%s:%d"
                                .formatted(LOOPBACK, brokerPort, LOOPBACK, controllerPort),
                "advertised.listeners", "PLAINTEXT://%s:%d".formatted(LOOPBACK, brokerPort),
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names", "CONTROLLER",
                "inter.broker.listener.name", "PLAINTEXT",
                "log.dirs", log.toString());
    }

    private static final Map<String, String> SINGLE_NODE = Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0",
            "broker.heartbeat.interval.ms", "500");

    private static final Map<String, String> SMALL = Map.of(
            "num.network.threads", "1",
            "num.io.threads", "2",
            "background.threads", "1",
            // Twice a second it would note that nothing has happened.
            "metadata.max.idle.interval.ms", "30000",
            "log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20),
            "log.index.size.max.bytes", String.valueOf(1 << 20));

    private static final Map<String, String> RETENTION = Map.of(
            "auto.create.topics.enable",
            "false",
            // What is to be deleted is deleted by whole files.
            "log.roll.ms",
            String.valueOf(Duration.ofHours(6).toMillis()),
            "log.segment.bytes",
            String.valueOf(128 << 20),
            "log.message.timestamp.type",
            "LogAppendTime",
            "message.max.bytes",
            String.valueOf(LARGEST_MESSAGE),
            "replica.fetch.max.bytes",
            String.valueOf(LARGEST_MESSAGE),
            "transaction.max.timeout.ms",
            WEEK_MILLIS);
}
