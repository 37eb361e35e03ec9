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
        return catalog.say("metric.part", catalog.word("metric", name.substring(0, dot)), part(catalog, part));
    }

    /** A clock, a quantile of one, or what the metric itself is divided by; others have chosen the rest, such as questions. */
    private static String part(MessageCatalog catalog, String name) {
        String clock = catalog.word("clock", name);
        String word = clock.equals(name) ? catalog.word("part", name) : clock;
        int dot = name.lastIndexOf('.');
        if (!word.equals(name) || dot < 0) {
            return word;
        }
        String of = catalog.word("clock", name.substring(0, dot));
        return of.equals(name.substring(0, dot))
                ? name
                : catalog.say("part.of", of, catalog.word("part", name.substring(dot + 1)));
    }
}
