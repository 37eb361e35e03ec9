package io.satisflow.flink.sla;

import java.io.IOException;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.state.rocksdb.RocksDBKeyedStateBackend;

/** The rows of tickets in the state of a job. Which ticket is read and written is the operator's current key. */
final class TicketRows {
    private static final String OPEN = "tickets";
    /** Apart from the open ones, so that a policy need not wake what has been over for months. */
    private static final String DORMANT = "dormant-tickets";

    private final ValueState<byte[]> open;
    private final ValueState<byte[]> dormant;
    private final TicketRowBytes bytes = new TicketRowBytes();
    private final Counter wentDormant;
    private final Counter cameBack;
    private final Counter forgotten;

    TicketRows(RuntimeContext context) {
        open = context.getState(
                new ValueStateDescriptor<>(OPEN, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        dormant = context.getState(
                new ValueStateDescriptor<>(DORMANT, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        wentDormant = context.getMetricGroup().counter("ticketsGoneDormant");
        cameBack = context.getMetricGroup().counter("ticketsComeBack");
        forgotten = context.getMetricGroup().counter("ticketsForgotten");
    }

    /** Other backends than RocksDB cannot be read while they are written to, but hold their keys in memory anyway. */
    static Stream<String> openTickets(KeyedStateBackend<String> backend) {
        Stream<String> tickets = backend.getKeys(OPEN, VoidNamespace.INSTANCE);
        return backend instanceof RocksDBKeyedStateBackend ? tickets : tickets.toList().stream();
    }

    TicketRow read(String ticket) throws IOException {
        byte[] row = open.value();
        return bytes.decode(row == null ? dormant.value() : row, ticket);
    }

    /** @param before as it was read */
    void keep(TicketRow before, TicketRow row) throws IOException {
        boolean isDormant = row.isDormant();
        (isDormant ? dormant : open).update(bytes.encode(row));
        if (isDormant != before.isDormant()) {
            (isDormant ? open : dormant).clear();
            (isDormant ? wentDormant : cameBack).inc();
        }
    }

    void forget() {
        open.clear();
        dormant.clear();
        forgotten.inc();
    }
}
