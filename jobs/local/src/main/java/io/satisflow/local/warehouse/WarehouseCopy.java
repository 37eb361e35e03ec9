package io.satisflow.local.warehouse;

import io.satisflow.flink.io.registry.SchemaRegistry;
import io.satisflow.flink.settings.JobArguments;
import io.satisflow.local.cluster.EmbeddedCluster;
import io.satisflow.local.cluster.JobFailure;
import io.satisflow.settings.Settings;
import io.satisflow.warehouse.job.WarehouseArguments;
import io.satisflow.warehouse.job.WarehouseJob;
import io.satisflow.warehouse.job.WarehouseTarget;
import io.satisflow.warehouse.postgres.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Fills a warehouse from a directory's topics. Ended in any way and begun again, it goes on from its newest checkpoint: PostgreSQL
 * is told some rows twice, which changes nothing, and each row stands once in the Parquet files and in the Iceberg tables.
 */
public final class WarehouseCopy {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration COMPACTION = Duration.ofHours(1);

    private final Request request;
    private final WarehouseTarget target;
    private final Consumer<String> notices;

    /**
     * What is asked for.
     *
     * @param directory of a replay or a run
     * @param arguments of the job, with no brokers yet
     * @param every from one checkpoint to the next; rows are seen then
     */
    public record Request(Path directory, WarehouseArguments arguments, Settings settings, Duration every) {}

    private WarehouseCopy(Request request, Consumer<String> notices) {
        this.request = request;
        this.target = request.arguments().target(request.settings());
        this.notices = notices;
    }

    /**
     * Returns when everything is there, or, when it follows a run, after it was asked to stop.
     *
     * @param notices of what has happened, in a sentence
     * @throws WarehouseException when it cannot go on; the message is for the user
     */
    public static void run(Request request, Consumer<String> notices, BooleanSupplier stopAsked) throws Exception {
        new WarehouseCopy(request, notices).run(stopAsked);
    }

    private void run(BooleanSupplier stopAsked) throws Exception {
        try {
            target.postgres().ifPresent(Migrations::apply);
        } catch (IllegalStateException e) {
            throw new WarehouseException(String.valueOf(e.getMessage()), e);
        }
        // Another place for the tables is another warehouse, with checkpoints of its own.
        Path checkpoints =
                request.directory().resolve("warehouse").resolve(target.id()).resolve("checkpoints");
        boolean goesOn = hasCheckpoint(checkpoints);
        List<TableFolder> folders = folders();
        for (TableFolder folder : folders) {
            folder.prepare(goesOn);
        }
        Files.createDirectories(checkpoints);
        try (TopicsAtHand topics = TopicsAtHand.of(
                        request.directory(), request.settings().topics().prefix());
                EmbeddedCluster cluster = EmbeddedCluster.start(checkpoints, 1, 1, notices)) {
            notices.accept(goesOn ? "Going on from the last checkpoint." : "Reading the topics from their beginning.");
            cluster.submit(
                    WarehouseJob.NAME,
                    request.every(),
                    WarehouseJob::main,
                    arguments(topics).toArray());
            watch(cluster, folders, stopAsked);
        }
        compact(folders);
    }

    private List<TableFolder> folders() {
        List<TableFolder> folders = new ArrayList<>();
        target.parquet().ifPresent(folder -> folders.add(new ParquetFolder(Path.of(folder), request.directory())));
        target.iceberg().ifPresent(folder -> folders.add(new IcebergFolder(Path.of(folder), request.directory())));
        return folders;
    }

    private void compact(List<TableFolder> folders) throws IOException {
        for (TableFolder folder : folders) {
            notices.accept(folder.compact());
        }
    }

    private static boolean hasCheckpoint(Path checkpoints) throws IOException {
        if (!Files.isDirectory(checkpoints)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(checkpoints)) {
            return files.anyMatch(file -> file.endsWith("_metadata"));
        }
    }

    private WarehouseArguments arguments(TopicsAtHand topics) {
        WarehouseArguments asked = request.arguments();
        List<String> kafka = new ArrayList<>();
        topics.kafka().properties().forEach((name, value) -> kafka.add(name + "=" + value));
        // Embedded brokers have none, whatever the settings say of others.
        kafka.add(SchemaRegistry.URL + "=");
        return new WarehouseArguments(
                new JobArguments(asked.job().config(), Optional.empty(), false, kafka),
                asked.postgres(),
                target.parquet(),
                target.iceberg(),
                asked.zone(),
                asked.onlyWhatIsThere());
    }

    private void watch(EmbeddedCluster cluster, List<TableFolder> folders, BooleanSupplier stopAsked)
            throws InterruptedException, IOException {
        Instant compacted = Instant.now();
        List<JobFailure> told = List.of();
        while (!cluster.areFinished()) {
            if (stopAsked.getAsBoolean()) {
                notices.accept("Stopping; the same command goes on from here.");
                cluster.cancelJobs();
                return;
            }
            cluster.requireRunning();
            List<JobFailure> failures = cluster.failures();
            if (!failures.equals(told)) {
                failures.forEach(failure -> notices.accept("The job starts again: " + failure.cause()));
                told = failures;
            }
            if (compacted.plus(COMPACTION).isBefore(Instant.now())) {
                compact(folders);
                compacted = Instant.now();
            }
            Thread.sleep(POLL.toMillis());
        }
    }
}
