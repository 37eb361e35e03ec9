package io.satisflow.warehouse.parquet;

import io.satisflow.warehouse.table.TableRow;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;

/** Rows into {@code <folder>/<table>/date=<day>/}: files appear when their checkpoint is complete, and never change. */
public final class ParquetSink {
    static final String EXTENSION = ".parquet";
    static final String DATE = "date=";

    private ParquetSink() {}

    /** @param folder a path, or an address that Flink's file systems know */
    public static FileSink<TableRow> into(String folder) {
        return FileSink.forBulkFormat(new Path(folder), new ParquetWriterFactory(folder))
                .withBucketAssigner(new TableAndDay())
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .withOutputFileConfig(new OutputFileConfig("rows", EXTENSION))
                .build();
    }

    private static final class TableAndDay implements BucketAssigner<TableRow, String> {
        @Override
        public String getBucketId(TableRow row, Context context) {
            return row.table() + "/" + DATE + row.day();
        }

        @Override
        public SimpleVersionedSerializer<String> getSerializer() {
            return SimpleVersionedStringSerializer.INSTANCE;
        }
    }
}
