package io.satisflow.local.cli.option;

import io.satisflow.alerts.receiver.Language;
import io.satisflow.scoring.linear.ModelLanguage;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --language}, by what is written in it. */
public final class LanguageOption {
    private static final String NAME = "--language";

    private LanguageOption() {}

    /** That of texts which are read. */
    public static final class OfTexts {
        @Option(
                names = NAME,
                defaultValue = "auto",
                paramLabel = "auto|en|zh",
                description = "the language of the texts (default: auto, told from each text)")
        private String language;

        /** As it was named. */
        public String text() {
            return language;
        }

        /** @throws UsageException when it is none of them */
        public LanguageChoice choice() {
            return LanguageChoice.parse(NAME, language);
        }
    }

    /** That of all texts which a model is made of. */
    public static final class OfModel {
        @Option(names = NAME, required = true, paramLabel = "en|zh", description = "the language of all the texts")
        private String language;

        /** @throws UsageException when no model can be made for it */
        public ModelLanguage language() {
            return ModelLanguage.of(language).orElseThrow(() -> unknown(language));
        }
    }

    /** That of what is shown. */
    public static final class OfOutput {
        @Option(names = NAME, defaultValue = "en", paramLabel = "en|zh", description = "of what is shown (default: en)")
        private String language;

        /** @throws UsageException when nothing can be shown in it */
        public Language language() {
            return shown(language);
        }

        /**
         * As bundles of words know it.
         *
         * @throws UsageException when nothing can be shown in it
         */
        public Locale locale() {
            return language() == Language.CHINESE ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT;
        }
    }

    /** That of a screen; unless it is named, the settings have a say. */
    public static final class OfScreen {
        @Option(names = NAME, paramLabel = "en|zh", description = "of the screen (default: language in the settings)")
        private @Nullable String language;

        /** @throws UsageException when nothing can be shown in it */
        public Optional<Language> language() {
            return Optional.ofNullable(language).map(LanguageOption::shown);
        }
    }

    private static Language shown(String language) {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "en" -> Language.ENGLISH;
            case "zh", "zh-cn" -> Language.CHINESE;
            default -> throw unknown(language);
        };
    }

    private static UsageException unknown(String language) {
        return new UsageException("%s %s: expected en or zh".formatted(NAME, language));
    }
}
