package io.satisflow.flink.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.courier.Teller;
import io.satisflow.flink.delivery.Delivery;
import io.satisflow.flink.engine.EngineGraph.Said;
import io.satisflow.hook.Answer;
import io.satisflow.hook.content.Message;
import io.satisflow.sla.policy.AppliedPolicies;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every keyed operator goes on from the savepoint of a release that lies in the repository, as if nothing had been in between.
 * Savepoints of releases are never written anew: a new release adds its own, by
 * {@code mvn -pl jobs/flink test -Dtest=StoredSavepointTest -Dsatisflow.savepoint=src/test/savepoints/VERSION.zip}.
 */
class StoredSavepointTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Stretch ALL_DAY = new Stretch(Instant.MIN, RecordedDay.END);
    private static final Stretch BEFORE = new Stretch(Instant.MIN, RecordedDay.CUT);
    private static final Stretch AFTER = new Stretch(RecordedDay.CUT, RecordedDay.END);

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(1)
            .build());

    @TempDir
    private Path folder;

    static List<Path> savepoints() throws IOException {
        return StoredSavepoint.all();
    }

    @ParameterizedTest
    @MethodSource("savepoints")
    void the_day_goes_on_from_the_savepoint_of_a_release_as_if_it_had_never_stopped(Path stored) throws Exception {
        List<Said> whole = wholeDay();
        Set<String> notified = notified(whole, Instant.EPOCH);
        Set<String> notifiedSince = notified(whole, RecordedDay.CUT);
        assertThat(whole.stream().map(said -> said.what().split(" ", 2)[0]))
                .contains("sla", "row", "pane", "drift", "alert", "notification", "stamped");
        assertThat(whole)
                .as("of policies that were applied")
                .anyMatch(said -> said.what().contains("policy=stricter"));

        RecordedSource.keepAllGoing();
        JobClient job = start(
                Map.of(
                        "execution.state-recovery.path",
                        StoredSavepoint.unpack(stored, folder).toString()),
                AFTER,
                List.of(),
                StoredSavepointTest::reachable);
        Awaitility.await().atMost(PATIENCE).until(() -> {
            if (job.getJobStatus().get().isGloballyTerminalState()) {
                // Fails with what has stopped it.
                job.getJobExecutionResult().get();
            }
            return delivered().containsAll(notifiedSince) && delivered().size() >= notified.size();
        });
        RecordedSource.endAll();
        job.getJobExecutionResult().get();

        assertThat(EngineGraph.SAID.stream().map(Said::what))
                .containsExactlyInAnyOrderElementsOf(whole.stream()
                        .filter(said -> said.asOf().isAfter(RecordedDay.CUT))
                        .map(Said::what)
                        .toList());
        assertThat(delivered())
                .as(
                        "also what was told before and not delivered, as the release told it: by rules that may have changed since")
                .containsAll(notifiedSince)
                .hasSize(notified.size());
    }

    private static Set<String> notified(List<Said> day, Instant after) {
        return day.stream()
                .filter(said -> said.asOf().isAfter(after))
                .map(Said::what)
                .filter(what -> what.startsWith("notification"))
                .map(StoredSavepointTest::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("savepoints")
    void state_names_no_class_of_the_domain_so_that_those_may_move(Path stored) throws IOException {
        Matcher names = Pattern.compile("io[./]satisflow[./]([A-Za-z./]+)")
                .matcher(StoredSavepoint.text(StoredSavepoint.unpack(stored, folder)));
        Set<String> named = new TreeSet<>();
        while (names.find()) {
            named.add(names.group(1).replace('/', '.'));
        }

        assertThat(named).isNotEmpty().allMatch(name -> name.startsWith("flink."));
    }

    @Test
    @EnabledIfSystemProperty(named = "satisflow.savepoint", matches = ".+")
    void a_savepoint_is_written_for_the_releases_that_follow() throws Exception {
        RecordedSource.keepAllGoing();
        JobClient job = start(Map.of(), BEFORE, List.of(RecordedDay.stricter()), StoredSavepointTest::unreachable);
        Awaitility.await().atMost(PATIENCE).until(() -> RecordedSource.TOLD.get() == EngineGraph.SOURCES);
        // Sources may have told all before the last of the tasks runs.
        String[] savepoint = new String[1];
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            savepoint[0] = job.triggerSavepoint(folder.toString(), SavepointFormatType.CANONICAL)
                    .get();
            return savepoint[0] != null;
        });
        job.cancel().get();
        StoredSavepoint.pack(Path.of(URI.create(savepoint[0])), Path.of(System.getProperty("satisflow.savepoint")));
    }

    private static List<Said> wholeDay() throws Exception {
        RecordedSource.keepAllGoing();
        RecordedSource.endAll();
        start(Map.of(), ALL_DAY, List.of(RecordedDay.stricter()), StoredSavepointTest::unreachable)
                .getJobExecutionResult()
                .get();
        return List.copyOf(EngineGraph.SAID);
    }

    private static JobClient start(
            Map<String, String> settings, Stretch stretch, List<AppliedPolicies> applied, Answers answers)
            throws Exception {
        EngineGraph.SAID.clear();
        EngineGraph.DELIVERED.clear();
        Map<String, String> all = new HashMap<>(Map.of(
                "pipeline.generic-types", "false",
                "pipeline.auto-generate-uids", "false",
                "state.backend.type", "rocksdb"));
        all.putAll(settings);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(Configuration.fromMap(all));
        environment.setParallelism(1);
        environment.setMaxParallelism(16);
        new EngineGraph(environment, stretch).define(applied, receiver -> new OneAnswer(answers));
        return environment.executeAsync("recorded day");
    }

    private static Set<String> delivered() {
        return EngineGraph.DELIVERED.stream()
                .map(Delivery::notification)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String id(String notification) {
        Matcher id = Pattern.compile("\\[id=([^,]+),").matcher(notification);
        assertThat(id.find()).as(notification).isTrue();
        return id.group(1);
    }

    private static Answer reachable() {
        return Answer.delivered();
    }

    private static Answer unreachable() {
        return Answer.retry("it is not there yet");
    }

    private interface Answers extends Serializable {
        Answer next();
    }

    private record OneAnswer(Answers answers) implements Teller {
        @Override
        public CompletableFuture<Answer> tell(Message message, Instant now) {
            return CompletableFuture.completedFuture(answers.next());
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
