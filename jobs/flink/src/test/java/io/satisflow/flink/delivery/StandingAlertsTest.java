package io.satisflow.flink.delivery;

import static io.satisflow.flink.delivery.LedgerHarness.NINE;
import static io.satisflow.flink.delivery.LedgerHarness.alert;
import static io.satisflow.flink.delivery.LedgerHarness.first;
import static io.satisflow.flink.delivery.LedgerHarness.notification;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.group.NoticeReason;
import io.satisflow.alerts.notice.Notification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receivers that forget what they were told, under a clock that the test moves. */
class StandingAlertsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private KeyedOneInputStreamOperatorTestHarness<String, Notification, Notification> harness;

    @BeforeEach
    void open() throws Exception {
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new StandingAlerts(Map.of("metrics", MINUTE))),
                Notification::receiver,
                Types.STRING);
        harness.open();
        harness.setProcessingTime(NINE.toEpochMilli());
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void what_goes_on_is_told_every_minute_until_it_is_over() throws Exception {
        add(first("1", "metrics", NINE));
        add(first("2", "metrics", NINE));
        moveTo(MINUTE.multipliedBy(3));
        assertThat(told()).hasSize(3).allSatisfy(again -> assertThat(ids(again)).containsExactlyInAnyOrder("T1", "T2"));
        assertThat(told()).extracting(Notification::id).doesNotHaveDuplicates();

        add(notification("3", "metrics", NINE, NoticeReason.SOME_RESOLVED, alert("T1", NINE, true)));
        moveTo(MINUTE.multipliedBy(4));
        assertThat(ids(told().get(3))).containsExactly("T2");

        add(notification("4", "metrics", NINE, NoticeReason.ALL_RESOLVED, alert("T2", NINE, true)));
        moveTo(MINUTE.multipliedBy(10));
        assertThat(told()).hasSize(4);
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    @Test
    void an_alert_whose_end_nobody_was_told_of_is_let_go_after_a_day() throws Exception {
        add(first("1", "metrics", NINE));
        moveTo(Duration.ofHours(23));
        assertThat(told()).hasSize(23 * 60);
        moveTo(Duration.ofHours(25));
        assertThat(told()).hasSize(24 * 60 - 1);
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    private void add(Notification notification) throws Exception {
        harness.processElement(notification, 0);
    }

    /** By half minutes, as time passes. */
    private void moveTo(Duration after) throws Exception {
        long until = NINE.plus(after).toEpochMilli();
        for (long now = harness.getProcessingTime(); now < until; now += MINUTE.toMillis() / 2) {
            harness.setProcessingTime(Math.max(now, NINE.toEpochMilli()));
        }
        harness.setProcessingTime(until);
    }

    private List<Notification> told() {
        return harness.extractOutputValues();
    }

    private static List<String> ids(Notification notification) {
        return notification.alerts().stream().map(alert -> alert.alert().key()).toList();
    }
}
