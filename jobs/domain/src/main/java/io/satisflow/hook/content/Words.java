package io.satisflow.hook.content;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words around alerts in one language; alerts bring their own. What is missing is said in English. */
final class Words {
    private static final String BUNDLE = "io.satisflow.hook.content.words";

    private final ResourceBundle words;

    private Words(ResourceBundle words) {
        this.words = words;
    }

    /** Never falls back to the language of the machine it runs on. */
    static Words in(String language) {
        Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return new Words(ResourceBundle.getBundle(
                BUNDLE, Locale.forLanguageTag(language), Words.class.getClassLoader(), noFallback));
    }

    String say(String name, Object... values) {
        return new MessageFormat(words.getString(name), Locale.ROOT).format(values);
    }

    /** The words for a link, or its own name where there are none. */
    String link(String name) {
        String key = "link." + name;
        return words.containsKey(key) ? words.getString(key) : name.replace('_', ' ');
    }
}
