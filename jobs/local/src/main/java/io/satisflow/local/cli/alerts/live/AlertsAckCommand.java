package io.satisflow.local.cli.alerts.live;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.local.cli.option.EngineAddress;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.wall.state.AlertBoard;
import io.satisflow.wall.topics.ControlWords;
import io.satisflow.wall.topics.WallWriter;
import io.satisflow.wire.Alert;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code alerts ack}: somebody takes alerts on. */
@Command(
        mixinStandardHelpOptions = true,
        name = "ack",
        header = "Takes alerts on: they are not repeated and nobody else is told, until they are over.",
        footer = {"", "Example:", "  ./satisflow alerts ack 3f2a91c0 --dir live --comment \"courier called\""})
public final class AlertsAckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineAddress engine;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "of each alert, or the beginning of it")
    private List<String> ids;

    @Mixin
    private SaidBy said;

    @Override
    public Integer call() throws IOException {
        KafkaConnection kafka = engine.kafka(engine.settings());
        LiveAlerts live = LiveAlerts.read(kafka);
        List<Alert> alerts = ids.stream().map(live::require).toList();
        for (Alert alert : alerts) {
            if (AlertBoard.isOver(alert)) {
                throw new UsageException(
                        "%s: is %s, so there is nothing to take on".formatted(alert.getId(), alert.getState()));
            }
        }
        try (WallWriter writer = new WallWriter(kafka)) {
            writer.ensureTopics();
            ControlWords words = said.words(live.now());
            for (Alert alert : alerts) {
                writer.write(words.acknowledgement(alert.getId()));
                spec.commandLine()
                        .getOut()
                        .printf("%s is taken on by %s from %s on%n", alert.getId(), said.author(), live.now());
            }
        }
        return 0;
    }
}
