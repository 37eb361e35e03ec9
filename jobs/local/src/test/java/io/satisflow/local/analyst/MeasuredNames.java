package io.satisflow.local.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.CheckpointStatsTracker;
import org.apache.flink.runtime.metrics.MetricNames;

/** What Flink's Prometheus reporter has to offer: names and labels, ours as the code registers them, Flink's as it names them. */
final class MeasuredNames {
    private static final Pattern OURS = Pattern.compile("\\.(?:counter|gauge|meter|histogram)\\(\\s*\"(\\w+)\"");
    private static final Pattern LABEL = Pattern.compile("addGroup\\(\"(\\w+)\",");
    private static final Set<String> LABELS_OF_FLINK = Set.of("job_name", "job_id", "task_name", "operator_name");
    private static final Pattern OWN_OPERATOR = Pattern.compile("flink_taskmanager_job_task_operator_\\.\\*(\\w+)");
    private static final Pattern PLAIN = Pattern.compile("\\bflink_(?:jobmanager_job|taskmanager_job_task)_(\\w+)");
    private static final Pattern BY = Pattern.compile("\\bby \\(([^)]*)\\)");

    private final Set<String> ours = new TreeSet<>();
    private final Set<String> labels = new TreeSet<>(LABELS_OF_FLINK);
    private final Set<String> ofFlink = new TreeSet<>();

    MeasuredNames() throws IOException, IllegalAccessException {
        try (Stream<Path> files = Files.walk(CommandLineRun.HOME.resolve("jobs/flink/src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file);
                OURS.matcher(code).results().forEach(found -> ours.add(found.group(1)));
                LABEL.matcher(code).results().forEach(found -> labels.add(found.group(1)));
            }
        }
        for (Class<?> names : List.of(MetricNames.class, CheckpointStatsTracker.class)) {
            for (Field field : names.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                    field.setAccessible(true);
                    ofFlink.add((String) field.get(null));
                }
            }
        }
    }

    Set<String> ours() {
        return ours;
    }

    /** Whether everything that a query in PromQL names is there. */
    void assertAnswer(String query) {
        int named = 0;
        Matcher own = OWN_OPERATOR.matcher(query);
        while (own.find()) {
            named++;
            assertThat(ours).as(query).contains(own.group(1));
        }
        Matcher plain = PLAIN.matcher(query.replace("flink_taskmanager_job_task_operator_", ""));
        while (plain.find()) {
            named++;
            assertThat(ofFlink).as(query).contains(plain.group(1));
        }
        assertThat(named).as(query).isPositive();
        Matcher by = BY.matcher(query);
        while (by.find()) {
            assertThat(labels).as(query).contains(by.group(1).split(",\\s*", -1));
        }
    }
}
