package io.satisflow.flink.sla;

import io.satisflow.sla.Milestone;
import io.satisflow.sla.RefusedTicketEvent;
import io.satisflow.sla.TicketAdvance;
import io.satisflow.sla.TicketEventRefusal;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Where what comes of moving a ticket forward goes: its words, its milestones, and the events that it refuses.
 *
 * @param duplicates counts events that were told again
 * @param breaches counts broken promises
 */
record ClockOutputs(Output<StreamRecord<SlaEvent>> output, Counter duplicates, Counter breaches) {

    /** @param row of the ticket, in which the sources of its events stand */
    void tell(TicketAdvance advance, TicketRow row) {
        advance.said().forEach(this::say);
        advance.milestones().forEach(this::tell);
        advance.refused().forEach(refused -> refuse(refused, row));
    }

    private void say(SlaEvent said) {
        if (said.type() == SlaEventType.BREACH) {
            breaches.inc();
        }
        output.collect(new StreamRecord<>(said, said.asOf().toEpochMilli()));
    }

    private void tell(Milestone milestone) {
        output.collect(
                TicketClocks.MILESTONES,
                new StreamRecord<>(milestone, milestone.asOf().toEpochMilli()));
    }

    private void refuse(RefusedTicketEvent refused, TicketRow row) {
        if (refused.reason() == TicketEventRefusal.DUPLICATE) {
            duplicates.inc();
            return;
        }
        output.collect(
                TicketClocks.REFUSED,
                new StreamRecord<>(row.find(refused.event()).letter(refused)));
    }
}
