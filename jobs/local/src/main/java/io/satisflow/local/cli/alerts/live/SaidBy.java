package io.satisflow.local.cli.alerts.live;

import io.satisflow.wall.topics.ControlWords;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who says something to alerts, and why. */
public final class SaidBy {
    @Option(names = "--author", paramLabel = "NAME", description = "who says so (default: who is logged in)")
    private @Nullable String author;

    @Option(names = "--comment", paramLabel = "TEXT", description = "why; a silence needs it")
    private String comment = "";

    String author() {
        return author == null ? System.getProperty("user.name", "") : author;
    }

    /** @param now in the engine's time: what is said holds from then on */
    ControlWords words(Instant now) {
        return new ControlWords(now, author(), comment);
    }
}
