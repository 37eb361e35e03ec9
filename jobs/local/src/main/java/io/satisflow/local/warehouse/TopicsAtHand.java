package io.satisflow.local.warehouse;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.broker.EmbeddedBroker;
import io.satisflow.local.engine.DirectoryLock;
import io.satisflow.local.live.RunningBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The topics of a directory: on the broker of the run that is going on there, or, of a replay, on a broker of our own. */
public final class TopicsAtHand implements AutoCloseable {
    private final KafkaConnection kafka;
    private final @Nullable DirectoryLock lock;
    private final @Nullable EmbeddedBroker broker;

    private TopicsAtHand(KafkaConnection kafka, @Nullable DirectoryLock lock, @Nullable EmbeddedBroker broker) {
        this.kafka = kafka;
        this.lock = lock;
        this.broker = broker;
    }

    /**
     * @param prefix of the topics, as the settings have it
     * @throws WarehouseException when there are none
     */
    public static TopicsAtHand of(Path directory, String prefix) throws IOException {
        Optional<KafkaConnection> running = RunningBroker.of(directory);
        if (running.isPresent()) {
            String told = running.get().names().prefix();
            if (!told.equals(prefix)) {
                throw new WarehouseException(
                        "--dir %s: its topics begin with %s, but the settings say %s; give the settings of the run with --config"
                                .formatted(directory, told, prefix));
            }
            return new TopicsAtHand(running.get(), null, null);
        }
        Path log = directory.resolve("broker");
        if (!Files.isDirectory(log)) {
            throw new WarehouseException(
                    "--dir %s: neither a finished replay nor a run that is going on; start one with ./satisflow replay --dir %s, or run"
                            .formatted(directory, directory));
        }
        DirectoryLock lock = DirectoryLock.take(directory)
                .orElseThrow(() -> new WarehouseException(
                        "The directory %s is in use by another Satisflow; wait for its end".formatted(directory)));
        EmbeddedBroker broker = EmbeddedBroker.start(log, 0);
        return new TopicsAtHand(new KafkaConnection(broker.clientProperties(), new TopicNames(prefix)), lock, broker);
    }

    public KafkaConnection kafka() {
        return kafka;
    }

    @Override
    public void close() throws IOException {
        if (broker != null) {
            broker.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
