package io.satisflow.hook.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.hook.HookRate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"20/1m", "1/1s", "30/1m", "4/3s", "2/1m", "100/1m", "7/90s"})
    void within_no_span_go_more_than_the_rate_allows(String text) {
        HookRate rate = HookRate.parse(text);
        TokenBucket bucket = new TokenBucket(rate);
        List<Long> sent = new ArrayList<>();
        long used = 0;
        for (long now = 1_000_000; sent.size() < 500; now += 10) {
            if (bucket.next(used) <= now) {
                assertThat(bucket.available(used, now)).isPositive();
                used = bucket.use(used, now);
                sent.add(now);
            } else {
                assertThat(bucket.available(used, now)).isZero();
            }
        }
        long span = rate.span().toMillis();
        for (int i = 0; i + rate.messages() < sent.size(); i++) {
            assertThat(sent.get(i + rate.messages()) - sent.get(i)).isGreaterThanOrEqualTo(span);
        }
    }

    @Test
    void pauses_double_up_to_five_minutes_respect_what_is_asked_and_differ_by_receiver() {
        assertThat(RetryPolicy.pause(1, null, "a")).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1250));
        assertThat(RetryPolicy.pause(4, null, "a")).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(10));
        assertThat(RetryPolicy.pause(1000, null, "a")).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(375));
        assertThat(RetryPolicy.pause(1, Duration.ofSeconds(30), "a"))
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        assertThat(RetryPolicy.pause(1, Duration.ofDays(30), "a"))
                .isGreaterThanOrEqualTo(Duration.ofHours(1))
                .isLessThan(Duration.ofMinutes(62));
        Set<Duration> pauses = new TreeSet<>();
        for (int i = 0; i < 100; i++) {
            pauses.add(RetryPolicy.pause(9, null, "receiver" + i));
            assertThat(RetryPolicy.pause(9, null, "receiver" + i))
                    .isEqualTo(RetryPolicy.pause(9, null, "receiver" + i));
        }
        assertThat(pauses).hasSizeGreaterThan(80);
    }

    @Test
    void a_queue_goes_one_by_one_together_or_as_too_late() throws Exception {
        BatchPlan plan = new BatchPlan(true, 20, Duration.ofHours(2));
        assertThat(plan.next(waiting(NINE, 1), null, 3, 5, NINE)).isEqualTo(new Batch(Batch.Kind.SINGLE, 1));
        assertThat(plan.next(waiting(NINE, 1), null, 3, 0, NINE)).isEqualTo(new Batch(Batch.Kind.SINGLE, 1));
        assertThat(plan.next(waiting(NINE, 1), null, 4, 0, NINE)).isEqualTo(new Batch(Batch.Kind.DIGEST, 4));
        assertThat(plan.next(waiting(NINE, 1), null, 6, 5, NINE)).isEqualTo(new Batch(Batch.Kind.DIGEST, 6));
        assertThat(plan.next(waiting(NINE, 1), null, 60, 100, NINE)).isEqualTo(new Batch(Batch.Kind.DIGEST, 20));
        assertThat(plan.next(waiting(NINE, 3), null, 60, 5, NINE)).isEqualTo(new Batch(Batch.Kind.DIGEST, 6));
        assertThat(plan.next(waiting(NINE, 30), null, 60, 5, NINE)).isEqualTo(new Batch(Batch.Kind.SINGLE, 1));
        assertThat(plan.next(waiting(NINE, 1), null, 60, 5, NINE.plusSeconds(7201)))
                .isEqualTo(new Batch(Batch.Kind.OVERDUE, 60));
        assertThat(new BatchPlan(false, 20, Duration.ofHours(2)).next(waiting(NINE, 1), null, 60, 5, NINE))
                .isEqualTo(new Batch(Batch.Kind.SINGLE, 1));
    }

    @Test
    void what_may_have_arrived_is_tried_as_it_was_until_it_is_too_late() throws Exception {
        BatchPlan plan = new BatchPlan(true, 20, Duration.ofHours(2));
        Batch tried = new Batch(Batch.Kind.DIGEST, 4);
        assertThat(plan.next(waiting(NINE, 1), tried, 60, 5, NINE)).isEqualTo(tried);
        assertThat(plan.next(waiting(NINE, 1), tried, 60, 5, NINE.plusSeconds(7201))
                        .kind())
                .isEqualTo(Batch.Kind.OVERDUE);
    }

    private static BatchPlan.Waiting waiting(Instant at, int alerts) {
        return new BatchPlan.Waiting() {
            @Override
            public Instant at(int place) {
                return at;
            }

            @Override
            public int alerts(int place) {
                return alerts;
            }

            @Override
            public boolean isOvertaken(int place) {
                return false;
            }
        };
    }
}
