package io.satisflow.local.cluster;

import io.satisflow.flink.settings.Outage;
import io.satisflow.local.broker.EmbeddedBroker;
import io.satisflow.local.cluster.StoredCheckpoint.DamagedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds where a job goes on after its process has ended, however that was: at the newest checkpoint {@code <job id>/chk-<n>}
 * whose files are all there. Numbers go on counting through restarts, so they order the checkpoints of all earlier processes.
 */
final class StoredCheckpoints {
    /** The newest, and the one before for when the newest is damaged. */
    private static final int KEPT = 2;

    private final String job;
    private final Path root;
    private final Path folder;
    private final URI uri;
    private final Consumer<String> notices;

    /**
     * @param job its name, and that of its folder
     * @param root of the checkpoints of all jobs
     * @param uri by which Flink calls the root
     */
    StoredCheckpoints(String job, Path root, URI uri, Consumer<String> notices) {
        this.job = job;
        this.root = root;
        this.folder = root.resolve(job);
        this.uri = uri.resolve(job + "/");
        this.notices = notices;
    }

    URI uri() {
        return uri;
    }

    /**
     * The name of the newest whole checkpoint; empty when the job has none. What earlier processes left and neither that nor
     * the one before refers to is deleted. Where none is whole everything stays where it is: files can be put back, and the next
     * start does not take a job that has lost its state for a new one.
     *
     * @throws IllegalStateException when there are checkpoints but none of them is whole
     */
    Optional<URI> newestWhole() {
        List<String> damages = new ArrayList<>();
        List<StoredCheckpoint> whole = new ArrayList<>();
        Set<Path> wanted = new HashSet<>();
        for (StoredCheckpoint stored : all()) {
            if (whole.size() == KEPT) {
                break;
            }
            try {
                wanted.addAll(stored.wholeFiles(root, uriOf(stored)).keySet());
                whole.add(stored);
            } catch (DamagedException e) {
                // Behind a whole one it matters to nobody, and is deleted as what is older is.
                damages.addAll(whole.isEmpty() ? List.of(e.getMessage()) : List.of());
            }
        }
        if (whole.isEmpty()) {
            if (!damages.isEmpty()) {
                throw noneIsWhole(damages);
            }
            return Optional.empty();
        }
        StoredCheckpoint newest = whole.get(0);
        damages.forEach(damage -> notices.accept(goesOnBefore(damage, newest)));
        new Outage(job, writtenAt(newest), Instant.now())
                .inWords(EmbeddedBroker.LONGEST_TRANSACTION)
                .ifPresent(notices);
        deleteAllBut(wanted);
        return Optional.of(uriOf(newest));
    }

    private List<StoredCheckpoint> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(file -> file.endsWith(StoredCheckpoint.METADATA))
                    .map(Path::getParent)
                    .filter(parent -> parent.getFileName().toString().startsWith(StoredCheckpoint.PREFIX))
                    .map(StoredCheckpoint::in)
                    .sorted(Comparator.comparingLong(StoredCheckpoint::number).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoints cannot be listed in " + folder, e);
        }
    }

    private URI uriOf(StoredCheckpoint stored) {
        return uri.resolve(folder.relativize(stored.folder()).toString());
    }

    private String goesOnBefore(String damage, StoredCheckpoint before) {
        return ("The newest checkpoint of job %s is damaged: %s. It goes on from the one before, of %s: what it wrote since"
                        + " then it writes once more, and records of the same id count once.")
                .formatted(job, damage, writtenAt(before));
    }

    private static Instant writtenAt(StoredCheckpoint stored) {
        try {
            return Files.getLastModifiedTime(stored.folder().resolve(StoredCheckpoint.METADATA))
                    .toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IllegalStateException noneIsWhole(List<String> damages) {
        return new IllegalStateException(
                ("No checkpoint of job %s can be read: %s. Put the files back, or go on from a copy of the directory. Without"
                                + " one, move %s away: the job then reads its topics from the beginning and writes its results anew.")
                        .formatted(job, String.join("; ", damages), folder));
    }

    /** Flink deletes what it has written itself, but not what the process before it left. */
    private void deleteAllBut(Set<Path> wanted) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                boolean isEmptyFolder = Files.isDirectory(path) && isEmpty(path) && !path.equals(folder);
                if (isEmptyFolder || (Files.isRegularFile(path) && !wanted.contains(path))) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            notices.accept("What earlier runs left in %s could not be deleted: %s".formatted(folder, e));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
