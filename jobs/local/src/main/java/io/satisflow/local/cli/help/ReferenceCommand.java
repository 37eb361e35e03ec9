package io.satisflow.local.cli.help;

import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.LanguageOption;
import io.satisflow.local.reference.SettingsReference;
import io.satisflow.local.speech.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code reference}: the help of every command as one page of Markdown, from which docs/commands.md is made. */
@Command(
        mixinStandardHelpOptions = true,
        name = "reference",
        hidden = true,
        header = "The help of every command as Markdown, which docs/commands.md is made of.",
        footer = {
            "",
            "Examples:",
            "  ./satisflow reference > docs/commands.md",
            "  ./satisflow reference --settings > docs/configuration.md",
            "  ./satisflow reference --presets > docs/preset-records.md",
            "  ./satisflow reference --language zh > docs/zh-CN/commands.md"
        })
public final class ReferenceCommand implements Callable<Integer> {
    private static final int WIDTH = 140;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--settings",
            description = "every key of the settings instead, which docs/configuration.md is made of")
    private boolean settings;

    @Option(
            names = "--presets",
            description =
                    "a payload of each preset with its canonical records instead, which docs/preset-records.md is made of")
    private boolean presets;

    @Mixin
    private LanguageOption.OfOutput language;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (presets) {
            out.print(PresetPage.page());
            out.flush();
            return 0;
        }
        Catalogue words = Catalogue.in(language.locale());
        if (settings) {
            out.print(SettingsReference.page(
                    Objects.requireNonNull(Installation.defaultConfig().getParent()), words));
            out.flush();
            return 0;
        }
        out.println(words.say("reference.commands"));
        tell(spec.root().commandLine(), out);
        return 0;
    }

    private static void tell(CommandLine command, PrintWriter out) {
        out.println();
        out.println("## " + command.getCommandSpec().qualifiedName());
        out.println();
        out.println("```");
        command.getCommandSpec().usageMessage().autoWidth(false).width(WIDTH);
        command.getUsageMessage()
                .stripTrailing()
                .lines()
                .map(String::stripTrailing)
                .forEach(out::println);
        out.println("```");
        command.getSubcommands().values().stream()
                .filter(each -> !each.getCommandSpec().usageMessage().hidden())
                .filter(each -> !each.getCommandName().equals("help"))
                .forEach(each -> tell(each, out));
    }
}
