package io.satisflow.flink.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.customer.CustomerErasure;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.outcome.CustomerCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The operator that keeps cases by customer lets go of a customer who is to be forgotten, also across a restore. */
class ForgottenCustomerTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final SatisfactionSettings SETTINGS = SatisfactionFile.read(ConfigFile.parse("s.yaml", """
            segments: [[]]
            metrics:
              repeat_complaint_rate: {within: 10h, same: [order]}
            """));
    private static final OutcomeRules RULES =
            new OutcomeRules(SETTINGS.outcomes(), Map.of(), Set.of("channel"), Duration.ofHours(6));

    @Test
    void what_was_counted_stays_and_later_complaints_are_compared_with_none_of_before() throws Exception {
        try (Harness harness = new Harness()) {
            complaint(harness, "1", NINE);
            complaint(harness, "2", NINE.plusSeconds(3_600));
            harness.processWatermark(NINE.plusSeconds(3_700).toEpochMilli());
            assertThat(told(harness)).containsExactly("feedback/1: false", "feedback/2: true");

            erase(harness, NINE.plusSeconds(7_200));
            harness.processWatermark(NINE.plusSeconds(7_300).toEpochMilli());
            assertThat(told(harness)).as("nothing is taken back").hasSize(2);

            try (Harness later = new Harness(harness.snapshot(1, 1))) {
                // One that becomes known late, and one that comes again.
                complaint(later, "3", NINE.plusSeconds(60), NINE.plusSeconds(7_400));
                complaint(later, "4", NINE.plusSeconds(7_500));
                complaint(later, "5", NINE.plusSeconds(7_600));
                later.processWatermark(NINE.plusSeconds(8_000).toEpochMilli());

                assertThat(told(later)).containsExactly("feedback/4: false", "feedback/5: true");
                later.processWatermark(NINE.plus(Duration.ofDays(3)).toEpochMilli());
                assertThat(later.numKeyedStateEntries()).isZero();
                assertThat(later.numEventTimeTimers()).isZero();
            }
        }
    }

    @Test
    void an_erasure_that_is_read_before_what_it_erases_takes_effect_in_its_time() throws Exception {
        try (Harness harness = new Harness()) {
            erase(harness, NINE.plusSeconds(7_200));
            complaint(harness, "1", NINE);
            complaint(harness, "2", NINE.plusSeconds(3_600));
            harness.processWatermark(NINE.plusSeconds(7_300).toEpochMilli());

            assertThat(told(harness)).containsExactly("feedback/1: false", "feedback/2: true");
            assertThat(harness.numKeyedStateEntries())
                    .as("until when nothing of before can come")
                    .isEqualTo(1);
            harness.processWatermark(NINE.plus(Duration.ofDays(3)).toEpochMilli());
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private static List<String> told(Harness harness) {
        return harness.extractOutputValues().stream()
                .map(ToldFinding::finding)
                .map(finding -> finding.anchor().replaceFirst("/[^/]*$", "") + ": "
                        + finding.rulings().values().iterator().next().hit())
                .toList();
    }

    private static void complaint(Harness harness, String id, Instant at) throws Exception {
        complaint(harness, id, at, at);
    }

    private static void complaint(Harness harness, String id, Instant at, Instant known) throws Exception {
        Map<String, String> facts = Map.of("kind", "complaint", "order", "o-1", "channel", "app");
        CaseNews news = new CaseNews("c", known.toEpochMilli(), CustomerCase.said(id, at, facts), false);
        harness.processElement(news, known.toEpochMilli());
    }

    private static void erase(Harness harness, Instant at) throws Exception {
        harness.processElement(CaseNews.erasure(new CustomerErasure("c", at)), at.toEpochMilli());
    }

    private static final class Harness extends KeyedOneInputStreamOperatorTestHarness<String, CaseNews, ToldFinding> {
        Harness() throws Exception {
            this(null);
        }

        Harness(@Nullable OperatorSubtaskState snapshot) throws Exception {
            super(new KeyedProcessOperator<>(new OutcomesOfCustomer(RULES)), CaseNews::customer, Types.STRING);
            setup();
            if (snapshot != null) {
                initializeState(snapshot);
            }
            open();
        }
    }
}
