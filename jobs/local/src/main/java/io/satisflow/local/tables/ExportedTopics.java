package io.satisflow.local.tables;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.local.live.RunningBroker;
import io.satisflow.local.topics.CommittedRecords;
import io.satisflow.local.topics.ResultTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The topics of a replay's or a run's directory as files. Those of a run are copied as they are now, and go with this. */
public final class ExportedTopics implements AutoCloseable {
    private final Path folder;
    private final boolean temporary;

    private ExportedTopics(Path folder, boolean temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    /** @throws TablesException when there is neither a finished replay nor a run that is going on */
    public static ExportedTopics of(Path directory) {
        Path exported = directory.resolve("topics");
        try {
            Optional<KafkaConnection> broker = RunningBroker.of(directory);
            if (broker.isPresent()) {
                return copied(broker.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The topics of %s cannot be read".formatted(directory), e);
        }
        if (!Files.isDirectory(exported)) {
            throw new TablesException(
                    "--dir %s: neither a finished replay (no topics/ there) nor a run that is going on; start it with ./satisflow run --dir %s"
                            .formatted(directory, directory));
        }
        return new ExportedTopics(exported, false);
    }

    private static ExportedTopics copied(KafkaConnection broker) throws IOException {
        Path folder = Files.createTempDirectory("satisflow-tables-");
        ExportedTopics topics = new ExportedTopics(folder, true);
        ResultTopics.export(
                new CommittedRecords(broker.properties()), broker.names(), folder, ResultTopics.ResultReader.NOBODY);
        return topics;
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The copy of the topics in %s cannot be removed".formatted(folder), e);
        }
    }
}
