package io.satisflow.local.cli.help;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code reference}: the help of every command as one page of Markdown, from which docs/commands.md is made. */
@Command(
        mixinStandardHelpOptions = true,
        name = "reference",
        hidden = true,
        header = "The help of every command as Markdown, which docs/commands.md is made of.",
        footer = {"", "Example:", "  ./satisflow reference > docs/commands.md"})
public final class ReferenceCommand implements Callable<Integer> {
    private static final int WIDTH = 110;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("# Commands");
        out.println();
        out.println("Made by `./satisflow reference > docs/commands.md`; what `./satisflow COMMAND --help` says.");
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
