package io.satisflow.alerts.notice;

import io.satisflow.alerts.receiver.Language;

/** What settings and topics call by their names, in the words that alerts have for them. */
public final class NamesInWords {
    private final MessageCatalog catalog;

    public NamesInWords(Language language) {
        this.catalog = MessageCatalog.in(language);
    }

    /** Such as {@code sla_attainment.first_reply}. */
    public String metric(String name) {
        return MetricWords.of(catalog, name);
    }

    /**
     * The word for something, or its own name where there is none.
     *
     * @param kind such as clock, severity, aspect
     */
    public String word(String kind, String name) {
        return catalog.word(kind, name);
    }
}
