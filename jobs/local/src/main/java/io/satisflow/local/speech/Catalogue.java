package io.satisflow.local.speech;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The sentences of commands in one language; a test keeps every language complete. */
public final class Catalogue {
    private final ResourceBundle sentences;
    private final Locale locale;

    private Catalogue(ResourceBundle sentences, Locale locale) {
        this.sentences = sentences;
        this.locale = locale;
    }

    /** Never falls back to the language of the machine it runs on. */
    public static Catalogue in(Locale locale) {
        return new Catalogue(
                ResourceBundle.getBundle(
                        "io.satisflow.local.speech.said",
                        locale,
                        Catalogue.class.getClassLoader(),
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)),
                locale);
    }

    /** For names of days and months. */
    public Locale locale() {
        return locale.equals(Locale.ROOT) ? Locale.ENGLISH : locale;
    }

    public String say(String key, Object... values) {
        return new MessageFormat(sentences.getString(key), Locale.ROOT).format(values);
    }

    /** The word for something, or its own name where there is none. */
    public String word(String kind, String name) {
        String key = kind + "." + name;
        return sentences.containsKey(key) ? sentences.getString(key) : name.replace('_', ' ');
    }
}
