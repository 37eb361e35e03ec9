package io.satisflow.flink.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.Test;

/** A checkpoint may hold the partitions of a channel that has been removed from the settings. */
class ConfiguredTopicsReaderTest {
    private final Reader inner = new Reader();
    private final Output output = new Output();
    private final ConfiguredTopicsReader<String, Split> reader =
            new ConfiguredTopicsReader<>(inner, split -> split.splitId().startsWith("kept"));

    @Test
    void partitions_of_a_removed_channel_are_not_read_and_hold_no_time_up() throws Exception {
        reader.addSplits(List.of(new Split("kept-0"), new Split("removed-0")));
        assertThat(reader.isAvailable()).as("there is a partition to let go of").isCompleted();
        reader.pollNext(output);

        assertThat(inner.splits).containsExactly(new Split("kept-0"));
        assertThat(output.released).containsExactly("removed-0");
        assertThat(output.idle).isFalse();
        assertThat(reader.isAvailable()).isNotCompleted();
    }

    @Test
    void their_places_stay_in_checkpoints_for_when_the_channel_comes_back() {
        reader.addSplits(List.of(new Split("kept-0"), new Split("removed-0")));

        assertThat(reader.snapshotState(1)).containsExactly(new Split("kept-0"), new Split("removed-0"));
    }

    @Test
    void a_channel_that_comes_back_is_read_from_where_it_was_left() {
        reader.addSplits(List.of(new Split("kept-0"), new Split("removed-0")));
        Reader back = new Reader();
        new ConfiguredTopicsReader<String, Split>(back, split -> true).addSplits(reader.snapshotState(1));

        assertThat(back.splits).containsExactly(new Split("kept-0"), new Split("removed-0"));
    }

    @Test
    void a_subtask_that_holds_none_but_theirs_is_not_waited_for() throws Exception {
        reader.addSplits(List.of(new Split("removed-0"), new Split("removed-1")));
        reader.pollNext(output);

        assertThat(inner.splits).isEmpty();
        assertThat(output.idle).isTrue();
    }

    private record Split(String splitId) implements SourceSplit {}

    private static final class Reader implements SourceReader<String, Split> {
        private final List<Split> splits = new ArrayList<>();

        @Override
        public void start() {}

        @Override
        public InputStatus pollNext(ReaderOutput<String> output) {
            return InputStatus.NOTHING_AVAILABLE;
        }

        @Override
        public List<Split> snapshotState(long checkpoint) {
            return splits;
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return new CompletableFuture<>();
        }

        @Override
        public void addSplits(List<Split> added) {
            splits.addAll(added);
        }

        @Override
        public void notifyNoMoreSplits() {}

        @Override
        public void close() {}
    }

    private static final class Output implements ReaderOutput<String> {
        private final List<String> released = new ArrayList<>();
        private boolean idle;

        @Override
        public void collect(String record) {}

        @Override
        public void collect(String record, long timestamp) {}

        @Override
        public void emitWatermark(Watermark watermark) {}

        @Override
        public void markIdle() {
            idle = true;
        }

        @Override
        public void markActive() {}

        @Override
        public SourceOutput<String> createOutputForSplit(String split) {
            return this;
        }

        @Override
        public void releaseOutputForSplit(String split) {
            released.add(split);
        }
    }
}
