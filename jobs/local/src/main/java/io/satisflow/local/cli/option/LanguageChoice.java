package io.satisflow.local.cli.option;

import io.satisflow.text.TextLanguage;
import java.util.Arrays;

/** In which language texts are to be read: the one that the user names, or that of each text. */
public enum LanguageChoice {
    AUTO,
    EN,
    ZH;

    /** @throws UsageException when it is none of them */
    public static LanguageChoice parse(String option, String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new UsageException("%s %s: expected auto, en or zh".formatted(option, word)));
    }

    /** BCP 47; {@code und} when each text was to tell, and this one does not. */
    public String of(String text) {
        return switch (this) {
            case AUTO -> TextLanguage.of(text);
            case EN -> "en";
            case ZH -> "zh";
        };
    }
}
