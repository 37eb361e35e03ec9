package io.satisflow.local.registry;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Apicurio as it is unpacked, in a process of its own; it needs Java 21 or later. */
final class ApicurioProcess implements AutoCloseable {
    private static final List<String> JAVAS = List.of("/usr/lib/jvm", "/Library/Java/JavaVirtualMachines");

    private final Process process;
    private final int port;

    private ApicurioProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param folder with quarkus-run.jar */
    static ApicurioProcess start(Path folder, Path log) throws IOException {
        int port = freePort();
        Process process = new ProcessBuilder(
                        java(),
                        "-Xmx256m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=0",
                        "-jar",
                        folder.resolve("quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        ApicurioProcess registry = new ApicurioProcess(process, port);
        Awaitility.await("Apicurio")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(registry::answers);
        return registry;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String java() throws IOException {
        String named = System.getenv("SATISFLOW_JAVA_21");
        if (named != null) {
            return named;
        }
        for (String place : JAVAS) {
            if (Files.isDirectory(Path.of(place))) {
                try (Stream<Path> found = Files.list(Path.of(place))) {
                    for (Path home : found.sorted().toList()) {
                        if (isRecent(home)) {
                            return home.resolve("bin/java").toString();
                        }
                    }
                }
            }
        }
        throw new IllegalStateException("Apicurio needs Java 21 or later; name its java with SATISFLOW_JAVA_21");
    }

    private static boolean isRecent(Path home) throws IOException {
        Path release = home.resolve("release");
        return Files.isExecutable(home.resolve("bin/java"))
                && Files.exists(release)
                && Files.readAllLines(release).stream()
                        .filter(line -> line.startsWith("JAVA_VERSION="))
                        .map(line -> line.replaceAll("\\D+", " ").strip().split(" ")[0])
                        .anyMatch(major -> Integer.parseInt(major) >= 21);
    }

    private boolean answers() throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url() + "/subjects").toURL().openConnection();
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    }

    String url() {
        return "http://127.0.0.1:%d/apis/ccompat/v7".formatted(port);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
