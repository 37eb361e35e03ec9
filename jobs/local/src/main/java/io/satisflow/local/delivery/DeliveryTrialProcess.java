package io.satisflow.local.delivery;

import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cluster.EmbeddedCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A whole process with a cluster and one job, to be killed. Begun again in its folder it goes on behind its newest checkpoint. */
public final class DeliveryTrialProcess {
    private static final String JOB = "delivery-trial";

    private DeliveryTrialProcess() {}

    /** @param arguments the folder, then those of the job; ends with its standard input */
    public static void main(String[] arguments) throws Exception {
        LogFile.in(Path.of(arguments[0]).resolve("process"));
        Path checkpoints = Path.of(arguments[0]).resolve("checkpoints");
        EmbeddedCluster cluster = EmbeddedCluster.start(checkpoints, 1, 1, notice -> {});
        cluster.submit(JOB, DeliveryTrialJob::main, Arrays.copyOfRange(arguments, 1, arguments.length));
        while (System.in.read() >= 0) {
            cluster.requireRunning();
        }
        Runtime.getRuntime().halt(0);
    }

    static Process start(Path folder, String... job) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dsatisflow.home=" + System.getProperty("satisflow.home", ""),
                "-cp",
                System.getProperty("java.class.path"),
                DeliveryTrialProcess.class.getName(),
                folder.toString()));
        command.addAll(List.of(job));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("process.log").toFile())
                .start();
    }
}
