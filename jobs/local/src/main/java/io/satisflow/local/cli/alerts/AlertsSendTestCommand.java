package io.satisflow.local.cli.alerts;

import io.satisflow.alerts.receiver.Receiver;
import io.satisflow.config.DurationText;
import io.satisflow.flink.courier.Messenger;
import io.satisflow.flink.courier.ReceiverCheck;
import io.satisflow.flink.courier.Trial;
import io.satisflow.hook.Answer;
import io.satisflow.hook.HookReceiver;
import io.satisflow.local.cli.option.SettingsChoice;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.settings.Settings;
import io.satisflow.settings.SettingsFile;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code alerts send-test}: does a receiver hear us? */
@Command(
        mixinStandardHelpOptions = true,
        name = "send-test",
        header = "Sends one message to a receiver and explains the answer.",
        description = "Exit code 0 when the message was taken, 1 when it was not, 2 when the settings are wrong.")
final class AlertsSendTestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--receiver", required = true, paramLabel = "NAME", description = "one of alerts.receivers")
    private String receiver;

    @Mixin
    private SettingsChoice config;

    @Override
    public Integer call() {
        Settings settings = SettingsFile.read(config.path(), Optional.empty());
        Receiver chosen = chosen(settings);
        HookReceiver hook = Objects.requireNonNull(chosen.hook());
        List<String> problems = ReceiverCheck.problems(List.of(hook), System::getenv);
        if (!problems.isEmpty()) {
            throw new UsageException(String.join("\n", problems));
        }
        Instant now = Instant.now();
        try (Messenger messenger = Messenger.to(hook.name(), hook.settings(), System::getenv)) {
            Answer answer = messenger
                    .tell(Trial.message(hook.name(), chosen.language().tag(), now), now)
                    .join();
            return explain(answer, hook);
        }
    }

    private Receiver chosen(Settings settings) {
        List<Receiver> hooked = settings.alerts().receivers().stream()
                .filter(known -> known.hook() != null)
                .toList();
        return hooked.stream()
                .filter(known -> known.name().equals(receiver))
                .findFirst()
                .orElseThrow(() -> new UsageException("--receiver %s: %s"
                        .formatted(
                                receiver,
                                hooked.isEmpty()
                                        ? "no receiver has a hook; write one under alerts.receivers"
                                        : "one of "
                                                + hooked.stream()
                                                        .map(Receiver::name)
                                                        .collect(Collectors.joining(", ")))));
    }

    private int explain(Answer answer, HookReceiver hook) {
        String who =
                "Receiver \"%s\" (%s)".formatted(hook.name(), hook.settings().hook());
        if (answer instanceof Answer.Delivered) {
            spec.commandLine().getOut().println(who + " took the message.");
            return 0;
        }
        spec.commandLine().getErr().println(who + " " + said(answer));
        return 1;
    }

    private static String said(Answer answer) {
        if (answer instanceof Answer.Retry retry) {
            return retry.after() == null
                    ? "did not take it now; an alert would be tried again: " + retry.reason()
                    : "did not take it now, and asks to wait for %s: %s"
                            .formatted(DurationText.rounded(retry.after()), retry.reason());
        }
        return answer instanceof Answer.Drop drop
                ? "refuses it; an alert would become a dead letter: " + drop.reason()
                : "answered " + answer;
    }
}
