package io.satisflow.alerts.notice;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.Phase;
import io.satisflow.alerts.route.Route;
import io.satisflow.alerts.rule.Fact;
import io.satisflow.alerts.rule.Label;
import io.satisflow.config.DurationText;
import io.satisflow.drift.signal.Driver;
import io.satisflow.segment.Segment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of one alert: what happened, where, since when, how bad, why, and what customers say. */
final class AlertText {
    private static final int VERBATIM_LENGTH = 140;
    private static final int VERBATIMS = 3;
    /** What overtook it needs no second word. */
    private static final String OVERTAKEN = "overtaken";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

    private final MessageCatalog catalog;
    private final ZoneId zone;

    /** @param zone of the reader */
    AlertText(MessageCatalog catalog, ZoneId zone) {
        this.catalog = catalog;
        this.zone = zone;
    }

    /** One line: what happened, and where. */
    String summary(Alert alert) {
        if (alert.phase() == Phase.NO_DATA) {
            return catalog.say("no_data.summary", metric(alert), segment(alert));
        }
        if (alert.facts().containsKey(Fact.FEEDBACK)) {
            return catalog.say(
                    "feedback.summary",
                    alert.rule(),
                    alert.facts().getOrDefault(Fact.SUBJECT, fact(alert, Fact.FEEDBACK)));
        }
        if (alert.facts().containsKey(Fact.TICKET)) {
            return catalog.say(
                    "ticket.summary." + fact(alert, Fact.EVENT),
                    fact(alert, Fact.TICKET),
                    catalog.word("clock", fact(alert, Fact.CLOCK)));
        }
        return alert.facts().containsKey(Fact.DIRECTION) ? drift(alert) : threshold(alert);
    }

    /** A line for each of the other questions that there is an answer to. */
    List<String> details(Alert alert, Instant at) {
        List<String> lines = new ArrayList<>();
        if (alert.phase().isOver()) {
            lines.add(catalog.say("ended", time(alert.endedAt()), ending(alert.reason())));
        }
        say(alert, Fact.DUE, due -> catalog.say("due", time(Instant.parse(due))))
                .ifPresent(lines::add);
        if (!alert.phase().isOver()) {
            say(alert, Fact.DUE, due -> pace(Instant.parse(due), at)).ifPresent(lines::add);
        }
        lines.add(catalog.say("since", since(alert)));
        if (!alert.phase().isOver()) {
            today(alert).ifPresent(lines::add);
        }
        say(alert, Fact.FLAPPING, starts -> catalog.say("flapping", starts)).ifPresent(lines::add);
        if (alert.facts().containsKey(Fact.LOW)) {
            lines.add(catalog.say("interval", fact(alert, Fact.LOW), fact(alert, Fact.HIGH), fact(alert, Fact.N)));
        } else {
            say(alert, Fact.N, n -> catalog.say("answers", n)).ifPresent(lines::add);
        }
        say(alert, Fact.RATING, rating -> catalog.say("rating", rating)).ifPresent(lines::add);
        say(alert, Fact.SENTIMENT, score -> catalog.say("sentiment", score)).ifPresent(lines::add);
        say(alert, Fact.SUBJECT, subject -> catalog.say("subject", subject)).ifPresent(lines::add);
        Optional.ofNullable(alert.labels().get(Label.TEAM))
                .filter(team -> Label.TICKET.equals(alert.labels().get(Label.KIND)))
                .ifPresent(team -> lines.add(catalog.say("team", team)));
        say(alert, Fact.PRODUCT, product -> catalog.say("product", product)).ifPresent(lines::add);
        say(alert, Fact.PRIORITY, priority -> catalog.say("priority", priority)).ifPresent(lines::add);
        say(alert, Fact.ASSIGNEE, person -> catalog.say("assignee", person)).ifPresent(lines::add);
        drivers(alert).map(drivers -> catalog.say("drivers", drivers)).ifPresent(lines::add);
        spokenOf(alert).ifPresent(lines::add);
        say(alert, Fact.VERBATIMS, this::verbatims).ifPresent(lines::add);
        say(alert, Fact.LINK, link -> catalog.say("link", link)).ifPresent(lines::add);
        return lines;
    }

    /** How it stands now, beside how it began; empty while that is the same. */
    private Optional<String> today(Alert alert) {
        Optional<String> first = say(alert, Fact.VALUE_AT_FIRST, value -> value);
        if (first.isPresent() && !first.get().equals(fact(alert, Fact.VALUE))) {
            return first.map(value -> catalog.say("at_first", value));
        }
        return say(
                alert,
                Fact.NOW,
                value -> catalog.say(
                        "now", value, fact(alert, Fact.NOW_N), time(Instant.parse(fact(alert, Fact.NOW_TO)))));
    }

    /** In words where there are some for how it begins; what follows a colon is said as it is. */
    private String ending(String reason) {
        int colon = reason.indexOf(": ");
        String begin = colon < 0 ? reason : reason.substring(0, colon);
        String name = begin.replace(' ', '_');
        String words = catalog.word("reason", name);
        if (words.equals(name)) {
            return reason;
        }
        return colon < 0 || begin.equals(OVERTAKEN) ? words : words + reason.substring(colon);
    }

    private String drift(Alert alert) {
        return catalog.say(
                "drift.summary." + fact(alert, Fact.DIRECTION),
                metric(alert),
                segment(alert),
                fact(alert, Fact.FROM),
                fact(alert, Fact.TO));
    }

    private String threshold(Alert alert) {
        return catalog.say(
                "threshold.summary",
                metric(alert),
                segment(alert),
                fact(alert, Fact.VALUE),
                fact(alert, Fact.THRESHOLD),
                fact(alert, Fact.WINDOW));
    }

    /** What moved a score; the parts that are no values of the feedback have words of their own. */
    Optional<String> drivers(Alert alert) {
        return say(
                alert,
                Fact.DRIVERS,
                drivers -> drivers.replace(Driver.RHYTHM, catalog.word("driver", "rhythm"))
                        .replace(Driver.OTHER, catalog.word("driver", "other"))
                        .replace("=" + Route.NONE, "=" + catalog.word("driver", "none")));
    }

    /** What customers speak of more than before, in words. */
    Optional<String> spokenOf(Alert alert) {
        return say(
                        alert,
                        Fact.ASPECTS,
                        aspects -> Arrays.stream(aspects.split(",", -1))
                                .map(aspect -> aspect.split(":", -1))
                                .filter(aspect -> aspect.length == 3)
                                .map(aspect -> catalog.say(
                                        "aspect.share",
                                        catalog.word("aspect", aspect[0]),
                                        percent(aspect[1]),
                                        percent(aspect[2])))
                                .collect(Collectors.joining(", ")))
                .map(aspects -> catalog.say("aspects", aspects));
    }

    private static String percent(String share) {
        return Long.toString(Math.round(100 * Double.parseDouble(share)));
    }

    private String metric(Alert alert) {
        return MetricWords.of(catalog, fact(alert, Fact.METRIC));
    }

    /** What sets the segment apart, without the names of the dimensions, which its values tell. */
    private String segment(Alert alert) {
        String key = fact(alert, Fact.SEGMENT);
        if (!key.contains("=")) {
            return catalog.word("segment", key);
        }
        return Segment.parse(key).values().entrySet().stream()
                .map(value -> Segment.shown(Map.of("", value.getValue())).containsValue(Route.NONE)
                        ? catalog.say("absent.value", catalog.word("label", value.getKey()))
                        : catalog.word("value", value.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String pace(Instant due, Instant at) {
        return due.isAfter(at)
                ? catalog.say("left", DurationText.rounded(Duration.between(at, due)))
                : catalog.say("late", DurationText.rounded(Duration.between(due, at)));
    }

    private String since(Alert alert) {
        return time(say(alert, Fact.SINCE, Instant::parse).orElse(alert.since()));
    }

    private String verbatims(String texts) {
        String[] shown = Arrays.stream(texts.split("\n", -1))
                .limit(VERBATIMS)
                .map(AlertText::shortened)
                .map(text -> catalog.say("verbatim", text))
                .toArray(String[]::new);
        return catalog.say("verbatims", String.join("\n", shown));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= VERBATIM_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, VERBATIM_LENGTH - 1)) + "…";
    }

    private static <T> Optional<T> say(Alert alert, String fact, Function<String, T> saying) {
        return Optional.ofNullable(alert.facts().get(fact)).map(saying);
    }

    private static String fact(Alert alert, String name) {
        return alert.facts().getOrDefault(name, "?");
    }

    /** To the second, in the reader's zone, with its distance from universal time. */
    private String time(@Nullable Instant instant) {
        if (instant == null) {
            return "?";
        }
        ZonedDateTime local = instant.atZone(zone);
        return TIME.format(local) + " " + (local.getOffset().equals(ZoneOffset.UTC) ? "UTC" : OFFSET.format(local));
    }
}
