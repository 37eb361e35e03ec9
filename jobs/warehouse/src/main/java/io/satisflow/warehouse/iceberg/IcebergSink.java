package io.satisflow.warehouse.iceberg;

import io.satisflow.warehouse.table.TableRow;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.SupportsPreCommitTopology;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Rows into Iceberg tables. Writers write files of their own, and one committer makes those of a checkpoint seen, a snapshot for each
 * table, when the checkpoint is complete. What a snapshot holds stands in its summary, so that a commit that is tried again adds
 * nothing.
 */
public final class IcebergSink
        implements Sink<TableRow>,
                SupportsCommitter<WrittenFiles>,
                SupportsPreCommitTopology<WrittenFiles, WrittenFiles> {
    private static final long serialVersionUID = 1L;

    private final String folder;

    private IcebergSink(String folder) {
        this.folder = folder;
    }

    /** @param folder that all machines of the job see under this path */
    public static IcebergSink into(String folder) {
        return new IcebergSink(folder);
    }

    @Override
    public CommittingSinkWriter<TableRow, WrittenFiles> createWriter(WriterInitContext context) throws IOException {
        return new IcebergWriter(Path.of(folder), context.metricGroup().getNumRecordsSendCounter());
    }

    @Override
    public Committer<WrittenFiles> createCommitter(CommitterInitContext context) throws IOException {
        return new IcebergCommitter(IcebergCatalog.open(Path.of(folder)));
    }

    /** All to one committer, since snapshots of a table come one after another anyway. */
    @Override
    public DataStream<CommittableMessage<WrittenFiles>> addPreCommitTopology(
            DataStream<CommittableMessage<WrittenFiles>> written) {
        return written.global();
    }

    @Override
    public SimpleVersionedSerializer<WrittenFiles> getWriteResultSerializer() {
        return new WrittenFilesSerializer();
    }

    @Override
    public SimpleVersionedSerializer<WrittenFiles> getCommittableSerializer() {
        return new WrittenFilesSerializer();
    }
}
