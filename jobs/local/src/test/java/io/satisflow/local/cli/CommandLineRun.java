package io.satisflow.local.cli;

import io.satisflow.local.cli.help.SpokenLanguage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What a command answered: its exit code and what it printed. */
public record CommandLineRun(int exitCode, String out, String err) {

    /** The checkout that the tests stand in. */
    public static final Path HOME = Path.of(System.getProperty("satisflow.root", "../.."));

    /** As the launcher makes it, in English. */
    public static CommandLine commandLine() {
        return Satisflow.commandLine();
    }

    /** Runs a command in this process. */
    public static CommandLineRun of(Object... arguments) {
        return inLanguage(null, arguments);
    }

    /** The same with a language in the environment. */
    public static CommandLineRun inLanguage(@Nullable String variable, Object... arguments) {
        System.setProperty("satisflow.home", HOME.toString());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintStream stderr = System.err;
        ByteArrayOutputStream progress = new ByteArrayOutputStream();
        System.setErr(new PrintStream(progress, true, StandardCharsets.UTF_8));
        try {
            String[] words = new String[arguments.length];
            for (int i = 0; i < words.length; i++) {
                words[i] = arguments[i].toString();
            }
            CommandLine commandLine = Satisflow.commandLine(
                    SpokenLanguage.of(List.of(words), variable),
                    new PrintWriter(out, true),
                    new PrintWriter(err, true));
            int exitCode = commandLine.execute(words);
            return new CommandLineRun(exitCode, out.toString(), err + progress.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(stderr);
        }
    }
}
