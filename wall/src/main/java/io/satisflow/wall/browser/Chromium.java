package io.satisflow.wall.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A headless Chromium with a profile of its own, which is deleted with it. It reaches no other host than this machine. */
public final class Chromium implements AutoCloseable {
    /** How to get it where it is missing. */
    public static final String REMEDY =
            "no Chromium was found; install it with wall/install-chromium, or name it in CHROMIUM";

    private static final Duration START = Duration.ofSeconds(60);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> OPTIONS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--disable-dev-shm-usage",
            "--disable-background-timer-throttling",
            "--disable-renderer-backgrounding",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
            "--remote-debugging-port=0");

    private final Process process;
    private final BrowserProfile profile;
    private final DevTools tools;
    /** Who is stopped in the midst of it leaves neither browser nor folder behind. */
    private final Thread atEnd;

    private Chromium(Process process, BrowserProfile profile, DevTools tools) {
        this.process = process;
        this.profile = profile;
        this.tools = tools;
        this.atEnd = new Thread(() -> profile.end(process), "end-chromium");
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    /** The one that is named in the environment, or stands on the PATH. */
    public static Optional<Path> find() {
        Stream<Path> named = Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        Stream<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
    }

    /** @throws BrowserException when it does not start */
    public static Chromium start(Path binary) {
        try {
            return start(binary, BrowserProfile.create());
        } catch (IOException e) {
            throw new BrowserException("Chromium at %s could not be started: %s".formatted(binary, e.getMessage()), e);
        }
    }

    private static Chromium start(Path binary, BrowserProfile profile) throws IOException {
        Process process = null;
        try {
            List<String> command = Stream.of(
                            Stream.of(binary.toString()),
                            OPTIONS.stream(),
                            Stream.of("--user-data-dir=" + profile.folder(), "about:blank"))
                    .flatMap(parts -> parts)
                    .toList();
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(profile.folder().resolve("chromium.log").toFile())
                    .start();
            return new Chromium(process, profile, new DevTools(address(process, profile.folder())));
        } catch (IOException | RuntimeException e) {
            if (process == null) {
                profile.delete();
            } else {
                profile.end(process);
            }
            throw e;
        }
    }

    /** It writes where it listens into its profile. */
    private static URI address(Process process, Path profile) throws IOException {
        Path file = profile.resolve("DevToolsActivePort");
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() >= 2) {
                return URI.create("ws://127.0.0.1:%s%s".formatted(lines.get(0), lines.get(1)));
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new BrowserException("Chromium did not come up: " + Files.readString(profile.resolve("chromium.log")));
    }

    /** A tab with cookies and storage of its own. */
    public Tab tab() {
        String context = tools.call(null, "Target.createBrowserContext", DevTools.MAPPER.createObjectNode())
                .path("browserContextId")
                .asText();
        return tab(context);
    }

    /** A tab that shares cookies and storage with another. */
    public Tab tabBeside(Tab other) {
        return tab(other.context());
    }

    private Tab tab(String context) {
        JsonNode target = tools.call(
                null,
                "Target.createTarget",
                DevTools.MAPPER.createObjectNode().put("url", "about:blank").put("browserContextId", context));
        JsonNode attached = tools.call(
                null,
                "Target.attachToTarget",
                DevTools.MAPPER
                        .createObjectNode()
                        .put("targetId", target.path("targetId").asText())
                        .put("flatten", true));
        return new Tab(
                tools,
                attached.path("sessionId").asText(),
                target.path("targetId").asText(),
                context);
    }

    @Override
    public void close() {
        tools.close();
        profile.end(process);
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException e) {
            // The machine is going down and does it once more, which does no harm.
        }
    }
}
