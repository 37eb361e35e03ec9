package io.satisflow.alerts.receiver;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The languages that alerts are told in. */
public enum Language {
    ENGLISH("en"),
    CHINESE("zh-CN");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** BCP 47. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** @throws IllegalArgumentException that names those there are */
    public static Language tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equalsIgnoreCase(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown language \"%s\"; one of: %s"
                        .formatted(
                                tag, Arrays.stream(values()).map(Language::tag).collect(Collectors.joining(", ")))));
    }
}
