package io.satisflow.local.cli.help;

import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help of every command in Chinese. */
public final class ChineseHelp {
    private static final String DESCRIPTION = "-";

    private final ResourceBundle catalogue = ResourceBundle.getBundle(
            "io.satisflow.local.cli.help.help",
            Locale.SIMPLIFIED_CHINESE,
            ChineseHelp.class.getClassLoader(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));

    private final Map<String, String> texts = new LinkedHashMap<>();

    private ChineseHelp() {}

    /** Of a command with all that belong to it. */
    public static void speakBy(CommandLine root) {
        ChineseHelp help = new ChineseHelp();
        help.collect(root);
        root.setResourceBundle(new Texts(help.texts));
        root.setAdjustLineBreaksForWideCJKCharacters(true);
        help.translateRest(root);
    }

    /** What the catalogue lacks: commands, options and parameters as they are typed. */
    static List<String> missing(CommandLine root) {
        ChineseHelp help = new ChineseHelp();
        return commands(root)
                .flatMap(command -> {
                    CommandSpec spec = command.getCommandSpec();
                    Stream<String> words =
                            Stream.of(name(spec)).filter(name -> help.find(name).isEmpty());
                    return Stream.concat(
                            words,
                            arguments(spec)
                                    .filter(argument ->
                                            help.text(spec, argument).isEmpty())
                                    .map(argument -> name(spec) + " " + key(argument)));
                })
                .toList();
    }

    private void collect(CommandLine root) {
        commands(root).forEach(command -> {
            CommandSpec spec = command.getCommandSpec();
            String prefix = spec.qualifiedName(".") + ".";
            find(name(spec))
                    .ifPresent(text -> texts.put(prefix + (isRoot(spec) ? "usage.description" : "usage.header"), text));
            find(name(spec) + "." + DESCRIPTION).ifPresent(text -> texts.put(prefix + "usage.description", text));
            arguments(spec)
                    .forEach(argument ->
                            text(spec, argument).ifPresent(text -> texts.put(prefix + key(argument), text)));
        });
        find("heading.synopsis").ifPresent(text -> texts.put("usage.synopsisHeading", text));
        find("heading.commands").ifPresent(text -> texts.put("usage.commandListHeading", text));
        find("option.help").ifPresent(text -> texts.put("help", text));
        find("option.version").ifPresent(text -> texts.put("version", text));
    }

    /** What is written the same in many commands. */
    private void translateRest(CommandLine root) {
        Map<String, String> labels =
                Map.of("Examples:", "footer.examples", "Example:", "footer.example", "Try it:", "footer.try");
        CommandLine help = root.getSubcommands().get("help");
        if (help != null) {
            find("command.help")
                    .ifPresent(text -> help.getCommandSpec().usageMessage().header(text));
        }
        commands(root).forEach(command -> {
            UsageMessageSpec usage = command.getCommandSpec().usageMessage();
            usage.footer(Arrays.stream(usage.footer())
                    .map(line ->
                            labels.containsKey(line) ? find(labels.get(line)).orElse(line) : line)
                    .toArray(String[]::new));
        });
    }

    private Optional<String> text(CommandSpec command, ArgSpec argument) {
        String word = word(argument);
        return find(name(command) + "." + word).or(() -> find(word));
    }

    private Optional<String> find(@Nullable String key) {
        return key != null && catalogue.containsKey(key) ? Optional.of(catalogue.getString(key)) : Optional.empty();
    }

    /** {@code sla due}'s is {@code sla.due}; the root has its own name. */
    private static String name(CommandSpec command) {
        String qualified = command.qualifiedName(".");
        int dot = qualified.indexOf('.');
        return dot < 0 ? qualified : qualified.substring(dot + 1);
    }

    private static boolean isRoot(CommandSpec command) {
        return command.parent() == null;
    }

    /** As picocli asks for it. */
    private static String key(ArgSpec argument) {
        return argument instanceof PositionalParamSpec parameter
                ? parameter.paramLabel() + "[" + parameter.index() + "]"
                : word(argument);
    }

    private static String word(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName().replaceFirst("^-+", "")
                : argument.paramLabel().replaceFirst("\\.\\.\\.$", "");
    }

    private static Stream<ArgSpec> arguments(CommandSpec command) {
        return command.args().stream()
                .filter(argument -> !(argument instanceof OptionSpec option
                        && (option.usageHelp() || option.versionHelp() || option.hidden())));
    }

    private static Stream<CommandLine> commands(CommandLine root) {
        return Stream.concat(
                Stream.of(root),
                root.getSubcommands().values().stream()
                        .filter(command -> !command.getCommandName().equals("help"))
                        .flatMap(ChineseHelp::commands));
    }

    private static final class Texts extends ResourceBundle {
        private final Map<String, String> texts;

        Texts(Map<String, String> texts) {
            this.texts = texts;
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            return texts.get(key);
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(texts.keySet());
        }
    }
}
