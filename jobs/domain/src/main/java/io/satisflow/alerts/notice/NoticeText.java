package io.satisflow.alerts.notice;

import io.satisflow.alerts.group.Notice;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.alerts.route.Route;
import io.satisflow.alerts.rule.Label;
import io.satisflow.alerts.rule.Severity;
import io.satisflow.segment.Segment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A notice in words, short enough for a phone. */
public final class NoticeText {
    /** So many can be told in full; more are told in two lines each. */
    private static final int IN_FULL = 3;

    private final MessageCatalog catalog;
    private final AlertText alerts;

    /** Times are universal. */
    public NoticeText(Language language) {
        this(language, ZoneOffset.UTC);
    }

    /** @param zone of the times in it */
    public NoticeText(Language language, ZoneId zone) {
        this.catalog = MessageCatalog.in(language);
        this.alerts = new AlertText(catalog, zone);
    }

    /** One line: how many, and the first of them or what they have in common. */
    public String title(Notice notice) {
        long firing = notice.alerts().stream().filter(Alert::isTold).count();
        int size = Math.max(
                notice.alerts().size(),
                notice.counts().firing() + notice.counts().resolved());
        String what = size == 1 ? alerts.summary(notice.alerts().get(0)) : common(notice, size);
        return firing == 0 ? catalog.say("title.resolved", what) : catalog.say("title.firing", severity(notice), what);
    }

    /** A paragraph an alert. */
    public String text(Notice notice) {
        String paragraphs = notice.alerts().stream()
                .map(alert -> paragraph(alert, notice.alerts().size(), notice.at()))
                .collect(Collectors.joining("\n"));
        Stream<String> inhibited = notice.counts().inhibited() == 0
                ? Stream.empty()
                : Stream.of(catalog.say(
                        "inhibited", Integer.toString(notice.counts().inhibited())));
        if (notice.truncated() == 0) {
            return Stream.concat(Stream.of(paragraphs), inhibited).collect(Collectors.joining("\n"));
        }
        String more = catalog.say("more", Integer.toString(notice.truncated()));
        return Stream.of(
                        Stream.of(paragraphs, more),
                        inhibited,
                        counts("by_team", notice.counts().byTeam()),
                        counts("by_clock", notice.counts().byClock()),
                        counts("by_hour", notice.counts().byHour()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private Stream<String> counts(String kind, Map<String, Integer> counts) {
        if (counts.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(catalog.say(
                kind,
                counts.entrySet().stream()
                        .map(count -> catalog.word("clock", count.getKey()) + " " + count.getValue())
                        .collect(Collectors.joining(", "))));
    }

    public WordedAlert word(Alert alert) {
        return new WordedAlert(alert, annotations(alert));
    }

    /** The facts of an alert, with a summary and a description for people. */
    public Map<String, String> annotations(Alert alert) {
        Map<String, String> annotations = new TreeMap<>(alert.facts());
        annotations.put("summary", alerts.summary(alert));
        alerts.spokenOf(alert).ifPresent(aspects -> annotations.put("spoken_of", aspects));
        annotations.put("description", String.join("\n", alerts.details(alert, alert.asOf())));
        return annotations;
    }

    private String common(Notice notice, int size) {
        String group = notice.group().entrySet().stream()
                .filter(label -> !label.getKey().equals(Label.KIND))
                .map(label -> label(label.getKey(), label.getValue()))
                .filter(label -> !label.isEmpty())
                .collect(Collectors.joining(", "));
        return catalog.say("title.many", Integer.toString(size), group);
    }

    private String label(String name, String value) {
        return switch (name) {
            case Label.RULE -> value;
            case Label.METRIC -> value.equals(Route.NONE) ? "" : MetricWords.of(catalog, value);
            case Label.CLOCK -> catalog.word("clock", value);
            default ->
                isAbsent(value)
                        ? catalog.say("absent.label", catalog.word("label", name))
                        : catalog.word("label", name) + " " + value;
        };
    }

    private static boolean isAbsent(String value) {
        return value.equals(Route.NONE) || Segment.shown(Map.of("", value)).containsValue(Route.NONE);
    }

    private String severity(Notice notice) {
        Severity highest = notice.alerts().stream()
                .filter(Alert::isTold)
                .map(Alert::severity)
                .max(Severity::compareTo)
                .orElse(Severity.INFO);
        return catalog.word("severity", highest.wireName());
    }

    private String paragraph(Alert alert, int of, Instant at) {
        List<String> details = alerts.details(alert, at);
        String told = String.join("\n", of <= IN_FULL ? details : details.subList(0, 1));
        // Of a single alert, the title says what happened.
        return of == 1 ? told : (alert.isTold() ? "● " : "✓ ") + alerts.summary(alert) + "\n" + told;
    }
}
