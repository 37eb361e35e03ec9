package io.satisflow.alerts.notice;

/** Names of scores in words: {@code csat.stars} is CSAT (stars), {@code sla_attainment.first_reply} promises kept (first reply). */
final class MetricWords {
    private MetricWords() {}

    static String of(MessageCatalog catalog, String name) {
        String word = catalog.word("metric", name);
        int dot = name.indexOf('.');
        if (!word.equals(name) || dot < 0) {
            return word;
        }
        String part = name.substring(dot + 1);
        return catalog.say("metric.part", catalog.word("metric", name.substring(0, dot)), catalog.word("clock", part));
    }
}
