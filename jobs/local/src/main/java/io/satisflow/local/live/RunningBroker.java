package io.satisflow.local.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.TopicNames;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the broker of a live run listens, written into its directory for as long as it runs. */
public final class RunningBroker implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PATIENCE_MILLIS = 2_000;
    private static final String FILE = "broker.json";
    private static final String SERVERS = "bootstrap.servers";
    private static final String PREFIX = "topics.prefix";

    private final Path file;

    private RunningBroker(Path file) {
        this.file = file;
    }

    static RunningBroker tell(Path directory, String address, String prefix) throws IOException {
        Path file = directory.resolve(FILE);
        Path part = directory.resolve("." + FILE);
        MAPPER.writeValue(
                part.toFile(), MAPPER.createObjectNode().put(SERVERS, address).put(PREFIX, prefix));
        Files.deleteIfExists(file);
        Files.move(part, file);
        return new RunningBroker(file);
    }

    /** How the run in this directory is reached; empty when none is going on there. */
    public static Optional<KafkaConnection> of(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        JsonNode told = MAPPER.readTree(file.toFile());
        String address = told.path(SERVERS).asText();
        // A run that was killed has left its file behind.
        return isTaken(address)
                ? Optional.of(new KafkaConnection(
                        Map.of(SERVERS, address),
                        new TopicNames(told.path(PREFIX).asText())))
                : Optional.empty();
    }

    private static boolean isTaken(String address) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(address.substring(colon + 1));
            socket.connect(new InetSocketAddress(address.substring(0, Math.max(0, colon)), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
