package io.satisflow.flink.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is wanted and puts aside the rest, which stays in the checkpoints as it is. */
final class ConfiguredTopicsReader<R, S extends SourceSplit> implements SourceReader<R, S> {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredTopicsReader.class);

    private final SourceReader<R, S> reader;
    private final Predicate<S> wanted;
    private final List<S> putAside = new ArrayList<>();
    private final List<S> toRelease = new ArrayList<>();
    private boolean readsSome;

    ConfiguredTopicsReader(SourceReader<R, S> reader, Predicate<S> wanted) {
        this.reader = reader;
        this.wanted = wanted;
    }

    @Override
    public void start() {
        reader.start();
    }

    @Override
    public void addSplits(List<S> splits) {
        List<S> unwanted = splits.stream().filter(split -> !wanted.test(split)).toList();
        List<S> rest = splits.stream().filter(wanted).toList();
        unwanted.forEach(
                split -> LOG.warn("{} is not in the settings any more: it is not read, its place is kept", split));
        putAside.addAll(unwanted);
        toRelease.addAll(unwanted);
        if (!rest.isEmpty()) {
            readsSome = true;
            reader.addSplits(rest);
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<R> output) throws Exception {
        if (!toRelease.isEmpty()) {
            // Flink gives each partition of a checkpoint a time of its own, which would stand still for ever.
            toRelease.forEach(split -> output.releaseOutputForSplit(split.splitId()));
            toRelease.clear();
            if (!readsSome) {
                output.markIdle();
            }
        }
        return reader.pollNext(output);
    }

    @Override
    public List<S> snapshotState(long checkpoint) {
        List<S> all = new ArrayList<>(reader.snapshotState(checkpoint));
        all.addAll(putAside);
        return all;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return toRelease.isEmpty() ? reader.isAvailable() : CompletableFuture.completedFuture(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        reader.notifyNoMoreSplits();
    }

    @Override
    public void handleSourceEvents(SourceEvent event) {
        reader.handleSourceEvents(event);
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
        reader.notifyCheckpointComplete(checkpoint);
    }

    @Override
    public void notifyCheckpointAborted(long checkpoint) throws Exception {
        reader.notifyCheckpointAborted(checkpoint);
    }

    @Override
    public void pauseOrResumeSplits(Collection<String> toPause, Collection<String> toResume) {
        reader.pauseOrResumeSplits(toPause, toResume);
    }

    @Override
    public void close() throws Exception {
        reader.close();
    }
}
