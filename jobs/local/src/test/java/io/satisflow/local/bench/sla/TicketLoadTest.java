package io.satisflow.local.bench.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.bench.Skew;
import org.junit.jupiter.api.Test;

class TicketLoadTest {
    /** Such an event would be used or not as the machine goes, and both kinds of clocks might say other things. */
    @Test
    void no_event_is_later_than_a_watermark_before_it() {
        TicketLoad load = new TicketLoad(2000, 20_000, 1000, 2000, new Skew(2000, 0.5));

        for (long number = 0; number + 1 < load.events(); number++) {
            if (load.endsWatermark(number)) {
                assertThat(load.time(number + 1)).as("event %d", number + 1).isAfter(load.watermarkAfter(number));
            }
        }
    }
}
