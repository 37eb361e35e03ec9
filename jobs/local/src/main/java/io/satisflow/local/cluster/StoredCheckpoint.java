package io.satisflow.local.cluster;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;

/** A checkpoint of an earlier process: a folder {@code chk-<n>} with {@code _metadata}, which names the files of all state. */
record StoredCheckpoint(Path folder, long number) {
    static final String PREFIX = "chk-";
    static final String METADATA = "_metadata";

    static StoredCheckpoint in(Path folder) {
        String name = folder.getFileName().toString();
        return new StoredCheckpoint(folder, Long.parseLong(name.substring(PREFIX.length())));
    }

    /** What stands in it, so that the files of all state are found. */
    static final class DamagedException extends Exception {
        DamagedException(String message) {
            super(message);
        }
    }

    /**
     * The files that it consists of, each with its length, all of them there in full.
     *
     * @param root the folder that the names of files start from
     * @param pointer the checkpoint's own name
     * @throws DamagedException when a file is missing, cut short or unreadable; the message names it
     */
    Map<Path, Long> wholeFiles(Path root, URI pointer) throws DamagedException {
        Path metadata = folder.resolve(METADATA);
        Map<Path, Long> files = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(metadata))) {
            files.put(metadata, Files.size(metadata));
            for (OperatorState operator : Checkpoints.loadCheckpointMetadata(
                            in, StoredCheckpoint.class.getClassLoader(), pointer.toString())
                    .getOperatorStates()) {
                operator.getStates().stream()
                        .flatMap(StoredCheckpoint::handles)
                        .forEach(handle -> handle.maybeGetPath()
                                .ifPresent(path -> files.put(local(root, path), handle.getStateSize())));
            }
        } catch (IOException | RuntimeException e) {
            throw new DamagedException("%s cannot be read (%s)".formatted(metadata, e));
        }
        for (Map.Entry<Path, Long> file : files.entrySet()) {
            requireWhole(file.getKey(), file.getValue());
        }
        return files;
    }

    private static Path local(Path root, org.apache.flink.core.fs.Path path) {
        return DirectoryFileSystem.SCHEME.equals(path.toUri().getScheme())
                ? root.resolve(path.toUri().getPath().replaceFirst("^/+", ""))
                : Path.of(path.toUri().getPath());
    }

    private static void requireWhole(Path file, long length) throws DamagedException {
        try {
            if (!Files.exists(file)) {
                throw new DamagedException(file + " is missing");
            }
            if (Files.size(file) != length) {
                throw new DamagedException("%s has %,d bytes instead of %,d".formatted(file, Files.size(file), length));
            }
        } catch (IOException e) {
            throw new DamagedException("%s cannot be read (%s)".formatted(file, e));
        }
    }

    private static Stream<StreamStateHandle> handles(OperatorSubtaskState state) {
        Stream<StreamStateHandle> keyed = Stream.concat(
                        state.getManagedKeyedState().stream(), state.getRawKeyedState().stream())
                .flatMap(StoredCheckpoint::handles);
        Stream<StreamStateHandle> operator = Stream.concat(
                        state.getManagedOperatorState().stream(), state.getRawOperatorState().stream())
                .map(OperatorStateHandle::getDelegateStateHandle);
        return Stream.concat(keyed, operator);
    }

    private static Stream<StreamStateHandle> handles(KeyedStateHandle handle) {
        if (handle instanceof IncrementalRemoteKeyedStateHandle incremental) {
            return incremental.streamSubHandles();
        }
        return handle instanceof KeyGroupsStateHandle whole
                ? Stream.of(whole.getDelegateStateHandle())
                : Optional.<StreamStateHandle>empty().stream();
    }
}
