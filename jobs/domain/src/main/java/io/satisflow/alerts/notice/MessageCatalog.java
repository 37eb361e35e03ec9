package io.satisflow.alerts.notice;

import io.satisflow.alerts.receiver.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of alerts in one language. What is missing there is said in English. */
final class MessageCatalog {
    private static final String BUNDLE = "io.satisflow.alerts.notice.messages";

    private final ResourceBundle messages;

    private MessageCatalog(ResourceBundle messages) {
        this.messages = messages;
    }

    /** Never falls back to the language of the machine it runs on. */
    static MessageCatalog in(Language language) {
        Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return new MessageCatalog(
                ResourceBundle.getBundle(BUNDLE, language.locale(), MessageCatalog.class.getClassLoader(), noFallback));
    }

    String say(String name, Object... values) {
        return new MessageFormat(messages.getString(name), Locale.ROOT).format(values);
    }

    /** The word for something, or its own name where the catalog has none. */
    String word(String kind, String name) {
        String key = kind + "." + name;
        return messages.containsKey(key) ? messages.getString(key) : name;
    }
}
