package io.satisflow.flink.satisfaction.period;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.feedback.Rating;
import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.satisfaction.tally.Tallies;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** The operator, begun anew or from where another one stopped. */
final class PeriodsHarness extends KeyedOneInputStreamOperatorTestHarness<String, SegmentChange, ScoreRow> {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final SatisfactionSettings SETTINGS = SatisfactionFile.read(ConfigFile.parse("s.yaml", """
            segments: [[]]
            periods: {zone: Europe/Berlin, step: 1h}
            metrics: {volume: {}, csat: {}}
            targets: {csat: {2026-01-01: 60, 2026-12-31: 80}}
            """));

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    static long millis(String local) {
        return at(local).toEpochMilli();
    }

    static SegmentChange change(Instant said, Instant known, int answer, int count) {
        Tallies one = SETTINGS.tally(new Response(List.of(new Rating("csat", answer, 1, 5)), null));
        return new SegmentChange(
                "(all)",
                known.toEpochMilli(),
                said.toEpochMilli(),
                TalliesFormat.write(count < 0 ? one.negated() : one));
    }

    /** Neither state nor a timer. */
    void assertNothingIsLeft() {
        assertThat(numKeyedStateEntries()).isZero();
        assertThat(numEventTimeTimers()).isZero();
    }

    PeriodsHarness() throws Exception {
        this(null);
    }

    private PeriodsHarness(@Nullable OperatorSubtaskState snapshot) throws Exception {
        super(new KeyedProcessOperator<>(new PeriodsOfSegment(SETTINGS)), SegmentChange::segment, Types.STRING);
        setup();
        if (snapshot != null) {
            initializeState(snapshot);
        }
        open();
    }

    PeriodsHarness restored() throws Exception {
        PeriodsHarness next = new PeriodsHarness(snapshot(1, 1));
        close();
        return next;
    }
}
