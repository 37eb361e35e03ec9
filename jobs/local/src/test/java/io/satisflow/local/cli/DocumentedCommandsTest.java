package io.satisflow.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.docs.DocumentedCommand;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class DocumentedCommandsTest {

    @Test
    void every_command_that_is_shown_has_the_options_that_are_shown() {
        List<String> refused = new ArrayList<>();
        List<DocumentedCommand> commands = DocumentedCommand.all();
        for (DocumentedCommand command : commands) {
            try {
                Satisflow.commandLine().parseArgs(command.words().toArray(new String[0]));
            } catch (ParameterException e) {
                refused.add("%s: %s\n    %s".formatted(command.file(), command.words(), e.getMessage()));
            }
        }
        assertThat(commands).hasSizeGreaterThan(40);
        assertThat(String.join("\n", refused)).isEmpty();
    }

    @Test
    void every_example_of_a_help_text_has_the_options_that_are_shown() {
        List<String> refused = new ArrayList<>();
        for (CommandLine command : all(Satisflow.commandLine())) {
            List<String> footer =
                    List.of(command.getCommandSpec().usageMessage().footer());
            for (DocumentedCommand example :
                    DocumentedCommand.in(command.getCommandSpec().qualifiedName(), footer)) {
                try {
                    Satisflow.commandLine().parseArgs(example.words().toArray(new String[0]));
                } catch (ParameterException e) {
                    refused.add("%s: %s\n    %s".formatted(example.file(), example.words(), e.getMessage()));
                }
            }
        }
        assertThat(String.join("\n", refused)).isEmpty();
    }

    private static List<CommandLine> all(CommandLine command) {
        List<CommandLine> found = new ArrayList<>(List.of(command));
        command.getSubcommands().values().forEach(each -> found.addAll(all(each)));
        return found;
    }
}
