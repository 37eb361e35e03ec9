package io.satisflow.warehouse.postgres;

import io.satisflow.warehouse.table.TableRow;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Rows into PostgreSQL. What was written since the last checkpoint is written again after a restart, and changes nothing. */
public final class PostgresSink implements Sink<TableRow> {
    private final PostgresAddress address;

    public PostgresSink(PostgresAddress address) {
        this.address = address;
    }

    @Override
    public SinkWriter<TableRow> createWriter(WriterInitContext context) throws IOException {
        return new PostgresWriter(address, context.metricGroup().getNumRecordsSendCounter());
    }
}
