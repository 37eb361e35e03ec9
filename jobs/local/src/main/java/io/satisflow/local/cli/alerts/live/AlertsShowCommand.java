package io.satisflow.local.cli.alerts.live;

import io.satisflow.local.cli.option.EngineAddress;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code alerts show}: all that is known of an alert. */
@Command(
        mixinStandardHelpOptions = true,
        name = "show",
        header = "All that is known of an alert of a running engine.",
        footer = {"", "Example:", "  ./satisflow alerts show 3f2a91c0 --dir live"})
public final class AlertsShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineAddress engine;

    @Parameters(paramLabel = "ID", description = "of the alert, or the beginning of it, as `alerts list` shows it")
    private String id;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        LiveAlerts live = LiveAlerts.read(engine.kafka(engine.settings()));
        AlertLine line = AlertLine.of(live, live.require(id));
        spec.commandLine().getOut().println(json ? line.json().toPrettyString() : line.details());
        return 0;
    }
}
