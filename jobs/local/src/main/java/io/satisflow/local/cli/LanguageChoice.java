package io.satisflow.local.cli;

import io.satisflow.text.TextLanguage;

/** In which language texts are to be read: the one that the user names, or that of each text. */
enum LanguageChoice {
    AUTO,
    EN,
    ZH;

    /** BCP 47; {@code und} when each text was to tell, and this one does not. */
    String of(String text) {
        return switch (this) {
            case AUTO -> TextLanguage.of(text);
            case EN -> "en";
            case ZH -> "zh";
        };
    }
}
