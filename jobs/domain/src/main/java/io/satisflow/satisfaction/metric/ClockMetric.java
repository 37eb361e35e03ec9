package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.tally.Tally;
import io.satisflow.sla.Milestone;
import io.satisflow.sla.clock.Clock;

/** A metric of tickets: how a clock's promises are kept. No feedback answers it. */
public sealed interface ClockMetric extends PlainMetric permits ClockTime, Attainment {

    Clock clock();

    @Override
    default Tally tally(Response response) {
        return Tally.NOTHING;
    }

    @Override
    default Tally tally(Milestone milestone) {
        return milestone.clock() == clock() ? outcome(milestone) : Tally.NOTHING;
    }

    /** @param milestone of this clock */
    Tally outcome(Milestone milestone);
}
