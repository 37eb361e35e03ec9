package io.satisflow.local.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Replays a recording undisturbed, and again with a kill at each {@link KillPoint} and a restart with another number
 * of subtasks. Every file that comes out has to be the same, byte for byte.
 */
public final class Chaos {
    private final ReplayProcess replay;
    private final Path directory;
    private final String speed;

    /**
     * @param replayArguments of the command {@code replay}, without {@code --dir} and {@code --parallelism}
     * @param directory for one folder a run
     * @param speed of the runs that are killed, slow enough to be caught in the middle
     */
    public Chaos(List<String> replayArguments, Path directory, String speed) {
        this.replay = new ReplayProcess(replayArguments);
        this.directory = directory;
        this.speed = speed;
    }

    /**
     * What came of one run.
     *
     * @param checkpoints complete ones at the moment of the kill
     * @param differing files that are not as those of the undisturbed run; none, if all is well
     */
    public record Outcome(String disturbance, int parallelism, long checkpoints, List<String> differing) {}

    /** @param each is told of every run as it ends */
    public List<Outcome> run(Consumer<Outcome> each) throws IOException, InterruptedException {
        Path undisturbed = directory.resolve("undisturbed");
        replay.runToTheEnd(undisturbed, 1);
        List<Outcome> outcomes = new ArrayList<>();
        Path parallel = directory.resolve("parallel");
        replay.runToTheEnd(parallel, 2);
        add(outcomes, new Outcome("none", 2, 0, differing(undisturbed, parallel)), each);
        for (KillPoint point : KillPoint.values()) {
            int parallelism = 1 + point.ordinal() % 2;
            add(outcomes, killAndRestart(point, parallelism, undisturbed), each);
        }
        return outcomes;
    }

    private Outcome killAndRestart(KillPoint point, int parallelism, Path undisturbed)
            throws IOException, InterruptedException {
        Path killed = directory.resolve(point.inWords().replace(' ', '-'));
        replay.runUntil(point, killed, parallelism, speed);
        long checkpoints = checkpoints(killed);
        int other = parallelism == 1 ? 2 : 1;
        replay.runToTheEnd(killed, other);
        return new Outcome("killed " + point.inWords(), parallelism, checkpoints, differing(undisturbed, killed));
    }

    private static void add(List<Outcome> outcomes, Outcome outcome, Consumer<Outcome> each) {
        outcomes.add(outcome);
        each.accept(outcome);
    }

    private static long checkpoints(Path run) throws IOException {
        Path checkpoints = run.resolve("checkpoints");
        if (!Files.isDirectory(checkpoints)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(checkpoints)) {
            return files.filter(file -> file.endsWith("_metadata")).count();
        }
    }

    private static List<String> differing(Path expected, Path actual) throws IOException {
        List<String> differing = new ArrayList<>();
        for (Path file : results(expected)) {
            Path other = actual.resolve(expected.relativize(file));
            if (!Files.exists(other) || Files.mismatch(file, other) >= 0) {
                differing.add(expected.relativize(file).toString());
            }
        }
        return differing;
    }

    private static List<Path> results(Path run) throws IOException {
        try (Stream<Path> topics = Files.list(run.resolve("topics"))) {
            return Stream.concat(topics, Stream.of(run.resolve("summary.json")))
                    .sorted()
                    .toList();
        }
    }
}
