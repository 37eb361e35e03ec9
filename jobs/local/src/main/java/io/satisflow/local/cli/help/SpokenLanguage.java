package io.satisflow.local.cli.help;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** In which language a user wants to be spoken to: {@code --language} anywhere, or else {@code SATISFLOW_LANGUAGE}. */
public final class SpokenLanguage implements IDefaultValueProvider {
    public static final String VARIABLE = "SATISFLOW_LANGUAGE";
    /** Those of options that say in which language to speak; "auto" is among the others. */
    private static final Set<String> LABELS = Set.of("en|zh", "LANGUAGE");

    private static final String OPTION = "--language";
    /** Behind these words the option is about texts that are read. */
    private static final Set<String> READERS = Set.of("score", "evaluate", "train", "train-aspects", "bench");

    private final boolean chinese;

    private SpokenLanguage(boolean chinese) {
        this.chinese = chinese;
    }

    /** @param variable of the environment; null when it is not set */
    public static SpokenLanguage of(List<String> arguments, @Nullable String variable) {
        String asked = null;
        for (int i = 0; i < arguments.size() && !READERS.contains(arguments.get(i)); i++) {
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
