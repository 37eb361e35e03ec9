package io.satisflow.local.cli.wall;

import io.satisflow.local.cli.option.EngineAddress;
import io.satisflow.local.cli.option.InstantText;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.wall.topics.WallWriter;
import io.satisflow.wire.TimelineMark;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mark}: puts a release or an incident on the line of time. */
@Command(
        mixinStandardHelpOptions = true,
        name = "mark",
        header = "Puts a release, an incident or a note beside the scores on the wall.",
        footer = {
            "",
            "Examples:",
            "  ./satisflow mark \"release 4.2\" --kind release --dir live",
            "  ./satisflow mark \"warehouse closed\" --kind incident --at 2026-03-27T16:30+01:00"
        })
public final class MarkCommand implements Callable<Integer> {
    private static final Set<String> KINDS = Set.of("release", "incident", "note");
    private static final int LONGEST = 500;

    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineAddress engine;

    @Parameters(paramLabel = "TEXT", description = "what happened")
    private String text;

    @Option(
            names = "--kind",
            defaultValue = "note",
            paramLabel = "KIND",
            description = "release, incident or note (default: note)")
    private String kind;

    @Option(names = "--at", paramLabel = "T", description = "when it happened (default: now)")
    private @Nullable String at;

    @Override
    public Integer call() throws Exception {
        if (!KINDS.contains(kind)) {
            throw new UsageException("--kind %s: write release, incident or note".formatted(kind));
        }
        if (text.isBlank() || text.length() > LONGEST) {
            throw new UsageException("TEXT: 1 to %d characters".formatted(LONGEST));
        }
        Instant when = at == null ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : InstantText.parse("--at", at);
        TimelineMark mark = TimelineMark.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setAt(when)
                .setKind(kind)
                .setText(text.strip())
                .setAuthor(System.getProperty("user.name", ""))
                .build();
        try (WallWriter writer = new WallWriter(engine.kafka(engine.settings()))) {
            writer.ensureTopics();
            writer.write(mark);
        }
        spec.commandLine().getOut().printf("%s  %s  %s%n", when, kind, mark.getText());
        return 0;
    }
}
