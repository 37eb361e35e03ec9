package io.satisflow.local.terminal.panel;

import io.satisflow.alerts.receiver.Language;
import io.satisflow.local.terminal.VisibleText;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The labels of the terminal in one language. */
public final class Words {
    private final ResourceBundle bundle;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** Never falls back to the language of the machine it runs on. */
    static Words in(Language language) {
        return new Words(ResourceBundle.getBundle(
                "io.satisflow.local.terminal.panel.words",
                Locale.forLanguageTag(language.tag()),
                Words.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
    }

    String say(String name, Object... values) {
        return new MessageFormat(bundle.getString(name), Locale.ROOT).format(values);
    }

    /** The word for something, or its own name where there is none. */
    String word(String kind, String name) {
        String key = kind + "." + name;
        return bundle.containsKey(key) ? bundle.getString(key) : VisibleText.of(name);
    }
}
