package io.satisflow.local.cli;

import io.satisflow.text.TextLanguage;
import java.util.Arrays;

/** In which language texts are to be read: the one that the user names, or that of each text. */
enum LanguageChoice {
    AUTO,
    EN,
    ZH;

    /** @throws UsageException when it is none of them */
    static LanguageChoice parse(String option, String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new UsageException("%s %s: expected auto, en or zh".formatted(option, word)));
    }

    /** BCP 47; {@code und} when each text was to tell, and this one does not. */
    String of(String text) {
        return switch (this) {
            case AUTO -> TextLanguage.of(text);
            case EN -> "en";
            case ZH -> "zh";
        };
    }
}
