package io.satisflow.local.cli.wall;

import io.satisflow.config.DurationText;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.local.cli.option.EngineAddress;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.settings.Settings;
import io.satisflow.wall.access.Links;
import io.satisflow.wall.topics.LinkTopic;
import io.satisflow.wall.topics.WallWriter;
import io.satisflow.wire.WallLink;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wall link}: links by which a screen looks without a login, until they are revoked. */
@Command(
        mixinStandardHelpOptions = true,
        name = "link",
        header = "Links by which a screen may look at the wall without a login.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {WallLinkCommand.Add.class, WallLinkCommand.ListAll.class, WallLinkCommand.Revoke.class})
final class WallLinkCommand {

    @Command(
            mixinStandardHelpOptions = true,
            name = "add",
            header = "Makes a link. It is shown once: only a digest of its secret is kept.")
    static final class Add implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private EngineAddress engine;

        @Parameters(paramLabel = "NAME", description = "what people call the screen")
        private String name;

        @Option(
                names = "--url",
                paramLabel = "URL",
                description = "of the wall (default: alerts.external_url, or the loopback)")
        private @Nullable String url;

        @Option(
                names = "--for",
                paramLabel = "TIME",
                description = "how long it holds, such as 90d (default: until it is revoked)")
        private @Nullable String life;

        @Override
        public Integer call() throws Exception {
            Settings settings = engine.settings();
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            String secret = Links.newSecret();
            WallLink link = WallLink.newBuilder()
                    .setId(Links.digest(secret).substring(0, 8))
                    .setName(name)
                    .setSecretSha256(Links.digest(secret))
                    .setCreatedAt(now)
                    .setExpiresAt(life == null ? null : now.plus(duration(life)))
                    .build();
            try (WallWriter writer = new WallWriter(engine.kafka(settings))) {
                writer.ensureTopics();
                writer.write(link);
            }
            spec.commandLine().getOut().println(base(settings) + "#/join?link=" + secret);
            spec.commandLine()
                    .getErr()
                    .printf(
                            "Link %s for \"%s\". Whoever has it may look; it is not shown again.%n",
                            link.getId(), name);
            return 0;
        }

        private String base(Settings settings) {
            String known = url != null ? url : settings.alerts().externalUrl();
            String base = known.isEmpty()
                    ? "http://127.0.0.1:%d/".formatted(settings.wall().port())
                    : known;
            return base.endsWith("/") ? base : base + "/";
        }

        private static Duration duration(String text) {
            try {
                return DurationText.parse(text);
            } catch (IllegalArgumentException e) {
                throw new UsageException("--for %s: %s".formatted(text, e.getMessage()));
            }
        }
    }

    @Command(mixinStandardHelpOptions = true, name = "list", header = "The links that hold.")
    static final class ListAll implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private EngineAddress engine;

        @Override
        public Integer call() throws Exception {
            PrintWriter out = spec.commandLine().getOut();
            for (WallLink link : links(engine)) {
                out.printf(
                        "%s  %s  %s  %s%n",
                        link.getId(),
                        link.getCreatedAt().truncatedTo(ChronoUnit.SECONDS),
                        link.getExpiresAt() == null ? "until revoked" : "until " + link.getExpiresAt(),
                        link.getName());
            }
            return 0;
        }
    }

    @Command(mixinStandardHelpOptions = true, name = "revoke", header = "From now on a link does not hold any more.")
    static final class Revoke implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private EngineAddress engine;

        @Parameters(paramLabel = "ID", description = "as `wall link list` shows it")
        private String id;

        @Override
        public Integer call() throws Exception {
            if (links(engine).stream().noneMatch(link -> link.getId().equals(id))) {
                throw new UsageException("%s: there is no such link; see ./satisflow wall link list".formatted(id));
            }
            try (WallWriter writer = new WallWriter(engine.kafka(engine.settings()))) {
                writer.revokeLink(id);
            }
            spec.commandLine().getErr().printf("Link %s is revoked; screens that use it see nothing any more.%n", id);
            return 0;
        }
    }

    private static List<WallLink> links(EngineAddress engine) throws Exception {
        KafkaConnection kafka = engine.kafka(engine.settings());
        try (WallWriter writer = new WallWriter(kafka)) {
            writer.ensureTopics();
        }
        return new LinkTopic(kafka).read();
    }
}
