package io.satisflow.local.cli.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.satisflow.hook.Hook;
import io.satisflow.hook.HookRequest;
import io.satisflow.hook.Hooks;
import io.satisflow.hook.Rendering;
import io.satisflow.hook.content.Content;
import io.satisflow.hook.content.ContentWriter;
import io.satisflow.hook.content.Detail;
import io.satisflow.hook.content.Message;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.LanguageOption;
import io.satisflow.local.cli.option.SettingsChoice;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.settings.SettingsFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code alerts preview}: what a tool would be sent. */
@Command(
        mixinStandardHelpOptions = true,
        name = "preview",
        header = "What a tool would be sent. Calls nobody.",
        description = {
            "Prints the request for an example, or for each notification of a replay: the same notifications give the",
            "same bytes. Addresses and secrets are made up."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow alerts preview --hook slack",
            "  ./satisflow alerts preview --hook feishu --language zh --example digest",
            "  ./satisflow alerts preview --hook wecom --from out/topics/notifications.jsonl"
        })
final class AlertsPreviewCommand implements Callable<Integer> {
    private static final ObjectMapper PRETTY = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Spec
    private CommandSpec spec;

    @Option(names = "--hook", required = true, paramLabel = "HOOK", description = "such as slack, teams or feishu")
    private String hook;

    @Mixin
    private LanguageOption.OfOutput language;

    @Option(
            names = "--example",
            defaultValue = "firing",
            paramLabel = "EXAMPLE",
            description = "firing, repeated, resolved, no-data, digest, overdue or test (default: firing)")
    private String example;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "topics/notifications.jsonl of a replay, in their own languages")
    private @Nullable Path from;

    @Option(names = "--text", description = "the words alone, as a reader sees them")
    private boolean text;

    @Mixin
    private SettingsChoice config;

    @Override
    public Integer call() throws IOException {
        Hook known = hook();
        PrintWriter out = spec.commandLine().getOut();
        for (Message message : messages()) {
            if (text) {
                out.println(words(message));
            } else {
                print(Rendering.of(known, message, PreviewTarget.of(known, message.receiver(), message.at())), out);
            }
        }
        return 0;
    }

    private Hook hook() {
        try {
            return Hooks.require(hook);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--hook: " + e.getMessage());
        }
    }

    private List<Message> messages() throws IOException {
        if (from != null) {
            Path file = Installation.existing(from, "--from");
            Path settings = config.path();
            return NotificationFile.read(
                    file, SettingsFile.read(settings, Optional.empty()).alerts().externalUrl());
        }
        return List.of(example().in(language.language().tag()));
    }

    private ExampleMessage example() {
        return Arrays.stream(ExampleMessage.values())
                .filter(known -> name(known).equals(example))
                .findFirst()
                .orElseThrow(() -> new UsageException("--example %s: one of %s"
                        .formatted(
                                example,
                                Arrays.stream(ExampleMessage.values())
                                        .map(AlertsPreviewCommand::name)
                                        .collect(Collectors.joining(", ")))));
    }

    private static String name(ExampleMessage known) {
        return known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Message message) {
        Content content = ContentWriter.write(message, Detail.FULL, PreviewTarget.LINKS);
        String links = content.links().stream()
                .map(link -> "%n[%s] %s".formatted(link.words(), link.address()))
                .collect(Collectors.joining());
        return "%s %s%s%n".formatted(content.tone().sign(), content.text(), links);
    }

    private static void print(HookRequest request, PrintWriter out) throws JsonProcessingException {
        out.printf("%s %s%n", request.method(), request.uri());
        request.headers().forEach((name, value) -> out.printf("%s: %s%n", name, value));
        out.printf("%n%s%n", PRETTY.writeValueAsString(PRETTY.readTree(request.text())));
    }
}
