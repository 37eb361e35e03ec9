package io.satisflow.flink.satisfaction;

import io.satisflow.flink.io.arrival.Standstill;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.answer.Recovery;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Sets the last text of a ticket's customer against the first. Each text more takes the place of what was told of the ticket
 * before, as an edit of feedback does, and counts where the last text counts. A ticket is forgotten when no window holds its
 * last text any more; what its customer writes then is a first text.
 */
final class RecoveryOfTicket extends KeyedProcessFunction<String, TicketTextState, ContributionState> {
    /** No key of feedback begins so: a channel has a name. */
    private static final String KEY = "/recovery/";

    private final SatisfactionSettings settings;
    private final Duration remembered;
    private transient ValueState<TicketTextsState> texts;

    @SuppressWarnings("NullAway.Init")
    RecoveryOfTicket(SatisfactionSettings settings) {
        this.settings = settings;
        this.remembered = settings.remembered();
    }

    @Override
    public void open(OpenContext context) {
        texts = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("texts", TypeInformation.of(TicketTextsState.class)));
    }

    @Override
    public void processElement(TicketTextState text, Context context, Collector<ContributionState> out)
            throws Exception {
        TicketTextsState known = texts.value();
        texts.update((known == null ? TicketTextsState.NEW : known).waitingFor(text));
        context.timerService().registerEventTimeTimer(text.knownAt());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ContributionState> out) throws Exception {
        TicketTextsState before = texts.value();
        if (before == null || Standstill.isReached(context.timerService())) {
            return;
        }
        TicketTextsState after = before.at(timestamp);
        if (after.saysOther(before)) {
            after = after.toldOnce();
            tell(after, out);
        }
        keep(after, timestamp, context);
    }

    private void tell(TicketTextsState told, Collector<ContributionState> out) {
        TicketTextState last = told.last();
        Recovery recovery = told.recovery();
        if (last == null || recovery == null) {
            return;
        }
        if (told.toldAt() - last.occurredAt() > settings.tooLateAfter().toMillis()) {
            // The feedback itself has been refused as too late, and its letter tells so.
            return;
        }
        out.collect(new ContributionState(
                KEY + last.ticket(),
                last.channel(),
                told.told(),
                last.occurredAt(),
                told.toldAt(),
                TalliesFormat.write(settings.tally(recovery)),
                last.segments(),
                "",
                0,
                0,
                null,
                false));
    }

    private void keep(TicketTextsState after, long timestamp, OnTimerContext context) throws Exception {
        TicketTextState last = after.last();
        if (last == null) {
            texts.update(after);
            return;
        }
        long until = last.occurredAt() + remembered.toMillis();
        if (until <= timestamp && after.waiting().isEmpty()) {
            texts.clear();
            return;
        }
        texts.update(after);
        if (until > timestamp) {
            context.timerService().registerEventTimeTimer(until);
        }
    }
}
