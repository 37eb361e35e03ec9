package io.satisflow.flink.sla;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * What is kept of a ticket, of the one whose key is set: its log, to which an event is added without reading what is
 * there, and a small row that says how far its clocks have been run.
 */
final class TicketStore {
    static final String LOG = "ticket-events";
    static final String PROGRESS = "ticket-progress";

    private final LoggedEventBytes bytes = new LoggedEventBytes();
    private final ListState<byte[]> log;
    private final ValueState<TicketProgressState> progress;

    TicketStore(RuntimeContext store) {
        log = store.getListState(new ListStateDescriptor<>(LOG, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        progress = store.getState(new ValueStateDescriptor<>(PROGRESS, TypeInformation.of(TicketProgressState.class)));
    }

    void append(LoggedEvent event) throws Exception {
        log.add(bytes.encode(event));
    }

    /** In the order of arrival. */
    List<LoggedEvent> log() throws Exception {
        Iterable<byte[]> entries = log.get();
        return entries == null
                ? List.of()
                : StreamSupport.stream(entries.spliterator(), false)
                        .map(bytes::decode)
                        .toList();
    }

    void replaceLog(List<LoggedEvent> events) throws Exception {
        List<byte[]> entries = new ArrayList<>(events.size());
        events.forEach(event -> entries.add(bytes.encode(event)));
        log.update(entries);
    }

    TicketProgressState progress() throws IOException {
        TicketProgressState kept = progress.value();
        return kept == null ? TicketProgressState.NONE : kept;
    }

    void keep(TicketProgressState next) throws IOException {
        progress.update(next);
    }

    void clear() {
        log.clear();
        progress.clear();
    }
}
