package io.satisflow.local.cli.help;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** In which language a user wants to be spoken to: {@code --language} anywhere, or else {@code SATISFLOW_LANGUAGE}. */
public final class SpokenLanguage implements IDefaultValueProvider {
    public static final String VARIABLE = "SATISFLOW_LANGUAGE";
    /** Those of options that say in which language to speak; "auto" is among the others. */
    private static final Set<String> LABELS = Set.of("en|zh", "LANGUAGE");

    private static final Set<String> LANGUAGES = Set.of("en", "zh", "zh-cn");

    private static final String OPTION = "--language";
    /** Behind these words the option is about texts that are read. */
    private static final Set<String> READERS = Set.of("score", "evaluate", "train", "train-aspects");
    /** One of them whose name is also that of a metric. */
    private static final String BENCH = "bench";

    private static final String SENTIMENT = "sentiment";

    private final boolean chinese;

    private SpokenLanguage(boolean chinese) {
        this.chinese = chinese;
    }

    /** @param variable of the environment; null when it is not set */
    public static SpokenLanguage of(List<String> arguments, @Nullable String variable) {
        String asked = null;
        for (int i = 0; i < arguments.size() && !isReader(arguments, i); i++) {
            if (arguments.get(i).startsWith(OPTION + "=")) {
                asked = arguments.get(i).substring(OPTION.length() + 1);
            } else if (arguments.get(i).equals(OPTION) && i + 1 < arguments.size()) {
                asked = arguments.get(i + 1);
            }
        }
        String wanted = asked == null ? variable : asked;
        return new SpokenLanguage(
                wanted != null && wanted.toLowerCase(Locale.ROOT).startsWith("zh"));
    }

    private static boolean isReader(List<String> arguments, int at) {
        return READERS.contains(arguments.get(at))
                || (at > 0
                        && arguments.get(at).equals(SENTIMENT)
                        && arguments.get(at - 1).equals(BENCH));
    }

    /** Lets every command be told in which language to speak, also those that have nothing to translate but their help and errors. */
    public static void askedOf(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.findOption(OPTION) == null) {
            spec.addOption(OptionSpec.builder(OPTION)
                    .arity("1")
                    .type(String.class)
                    .converters(SpokenLanguage::known)
                    .paramLabel("en|zh")
                    .description("of help and of what is said (default: en, or SATISFLOW_LANGUAGE)")
                    .build());
        }
        command.getSubcommands().values().stream()
                .filter(each -> !each.getCommandName().equals("help"))
                .forEach(SpokenLanguage::askedOf);
    }

    private static String known(String language) {
        if (!LANGUAGES.contains(language.toLowerCase(Locale.ROOT))) {
            throw new TypeConversionException("'%s' is neither en nor zh".formatted(language));
        }
        return language;
    }

    public boolean isChinese() {
        return chinese;
    }

    /** Every command that can speak it does; whose language is that of texts to be read is not meant. */
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        boolean isSpoken = argument instanceof OptionSpec option
                && option.longestName().equals(OPTION)
                && !READERS.contains(option.command().name())
                && LABELS.contains(option.paramLabel());
        return chinese && isSpoken ? "zh" : null;
    }
}
