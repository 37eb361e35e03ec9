package io.satisflow.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.satisflow.flink.quiet.CommitWishes;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CommitPacerTest {
    private static final String JOB = "job of this test";

    private static final CommitPace OFTEN = everyMillis(1);

    private final Queue<CompletableFuture<Long>> begun = new ConcurrentLinkedQueue<>();

    @Test
    void a_job_that_begins_and_one_that_has_written_get_a_checkpoint_and_others_none() throws Exception {
        try (CommitPacer pacer = new CommitPacer()) {
            pacer.add(JOB, OFTEN, this::begin);
            pacer.add("another job", OFTEN, CompletableFuture::new);
            awaitBegun(1);
            begun.element().complete(1L);
            CommitWishes.wish("another job");
            CommitWishes.wish(JOB);
            awaitBegun(2);
        }
    }

    @Test
    void what_is_written_during_a_checkpoint_gets_one_more_behind_it() throws Exception {
        try (CommitPacer pacer = new CommitPacer()) {
            pacer.add(JOB, OFTEN, this::begin);
            awaitBegun(1);
            CommitWishes.wish(JOB);
            CommitWishes.wish(JOB);
            assertThat(begun).as("one at a time").hasSize(1);
            begun.element().complete(1L);
            awaitBegun(2);
        }
    }

    @Test
    void a_turn_whose_time_has_come_is_the_only_one_though_a_sooner_one_is_wished_for() throws Exception {
        try (CommitPacer pacer = new CommitPacer()) {
            pacer.add(JOB, OFTEN, this::begin);
            awaitBegun(1);
            CommitWishes.wish(JOB);
            synchronized (pacer) {
                begun.element().complete(1L);
                awaitTurnThatWaitsForUs();
                CommitWishes.wishAtOnce(JOB);
            }
            awaitBegun(2);
            CompletableFuture<Boolean> later = new CompletableFuture<>();
            pacer.add("job of a later turn", OFTEN, () -> {
                later.complete(true);
                return new CompletableFuture<>();
            });
            later.get(20, TimeUnit.SECONDS);
            assertThat(begun).as("one at a time").hasSize(2);
        }
    }

    private static void awaitTurnThatWaitsForUs() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .anyMatch(thread ->
                                thread.getName().equals("commits") && thread.getState() == Thread.State.BLOCKED));
    }

    @Test
    void a_checkpoint_that_fails_is_tried_again_until_the_job_is_told_to_end() throws Exception {
        try (CommitPacer pacer = new CommitPacer()) {
            pacer.add(JOB, OFTEN, () -> {
                begin();
                return CompletableFuture.failedFuture(new IllegalStateException("a task does not run yet"));
            });
            awaitBegun(3);
            pacer.clear();
        }
    }

    @Test
    void the_last_word_of_a_job_waits_for_no_turn() throws Exception {
        try (CommitPacer pacer = new CommitPacer()) {
            pacer.add(JOB, everyMillis(Duration.ofDays(1).toMillis()), this::begin);
            awaitBegun(1);
            CommitWishes.wish(JOB);
            begun.element().complete(1L);
            CommitWishes.wishAtOnce(JOB);
            awaitBegun(2);
        }
    }

    @Test
    void who_has_worked_for_long_commits_less_often_up_to_a_bound() {
        CommitPace pace = CommitPace.BATCH;
        assertThat(pace.interval(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.interval(Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(2));
        assertThat(pace.interval(Duration.ofHours(2))).isEqualTo(Duration.ofSeconds(5));
    }

    private static CommitPace everyMillis(long interval) {
        return new CommitPace(Duration.ofMillis(interval), Duration.ofMillis(interval), Duration.ZERO);
    }

    private CompletableFuture<Long> begin() {
        CompletableFuture<Long> checkpoint = new CompletableFuture<>();
        begun.add(checkpoint);
        return checkpoint;
    }

    private void awaitBegun(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> begun.size() >= count);
    }
}
