package io.satisflow.local.bench.sla;

import io.satisflow.config.ConfigFile;
import io.satisflow.flink.sla.SlaOptions;
import io.satisflow.flink.sla.SlaPipeline;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.PolicyFile;
import io.satisflow.sla.policy.SlaRules;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The two ways to keep clocks that are compared. */
enum BenchedClocks {
    /** The engine's own. */
    LAZY("lazy") {
        @Override
        DataStream<SlaEvent> run(DataStream<RecordedTicketEvent> events) {
            return SlaPipeline.build(events, SlaOptions.of(RULES)).slaEvents();
        }
    },

    DELETE_AND_REGISTER("delete-and-register") {
        @Override
        DataStream<SlaEvent> run(DataStream<RecordedTicketEvent> events) {
            return events.keyBy(RecordedTicketEvent::ticket, Types.STRING)
                    .process(new DeleteAndRegisterClocks(RULES))
                    .returns(DomainTypes.of(SlaEvent.class))
                    .name("ticket-clocks")
                    .uid("ticket-clocks");
        }
    };

    /** No warnings, so that a storm is breaches only. */
    private static final SlaRules RULES =
            new SlaRules(new PolicyFile(Map.of()).read(ConfigFile.parse("bench policies", """
                    policies:
                      - name: urgent
                        when: {priority: urgent}
                        targets:
                          first_reply:      {target: 24h, time: wall, warn: []}
                          total_resolution: {target: 48h, time: wall, warn: [], pause: [pending, on_hold]}
                      - name: all others
                        targets:
                          first_reply:      {target: 24h, time: wall, warn: []}
                          next_reply:       {target: 36h, time: wall, warn: []}
                          total_resolution: {target: 96h, time: wall, warn: [], pause: [pending, on_hold]}
                    """)));

    private final String label;

    BenchedClocks(String label) {
        this.label = label;
    }

    abstract DataStream<SlaEvent> run(DataStream<RecordedTicketEvent> events);

    String label() {
        return label;
    }
}
