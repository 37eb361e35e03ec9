package io.satisflow.channel.field.time;

import io.satisflow.channel.field.FieldFile;
import io.satisflow.config.ConfigNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads where times stand: a JSON Pointer, or a mapping of one with {@code format}, one or several, tried in order, or with
 * {@code seconds_since}. Where nothing is said, ISO and seconds or milliseconds since 1970 are read, for every time alike.
 */
public final class TimeFieldFile {
    private final @Nullable ZoneId zone;

    /** @param zone of times that tell none; null when each must tell its own */
    public TimeFieldFile(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    /** The {@code zone} that a mapping declares for all its times. */
    public static TimeFieldFile of(ConfigNode root) {
        return new TimeFieldFile(root.find("zone").map(ConfigNode::zone).orElse(null));
    }

    public TimeField time(ConfigNode node) {
        if (node.isScalar()) {
            return new TimeField(FieldFile.field(node), usual(clock(Optional.empty())));
        }
        node.allowOnly(
                "pointer",
                "first",
                "join",
                "with",
                "select",
                "values",
                "default",
                "format",
                "seconds_since",
                "minutes_since",
                "hours_since",
                "days_since",
                "zone",
                "locale");
        Optional<ElapsedTime> elapsed = elapsed(node);
        if (elapsed.isPresent()) {
            return new TimeField(FieldFile.fieldAmongOtherKeys(node), List.of(), elapsed.get());
        }
        return new TimeField(
                FieldFile.fieldAmongOtherKeys(node),
                node.find("seconds_since")
                        .map(start -> secondsSince(node, start))
                        .orElseGet(() -> formats(node)));
    }

    /** {@code minutes_since: /created}: how long after another time of the record. */
    private Optional<ElapsedTime> elapsed(ConfigNode node) {
        List<ConfigNode> starts = new ArrayList<>();
        List<ElapsedTime> found = new ArrayList<>();
        for (ElapsedTime.Unit unit : ElapsedTime.Unit.values()) {
            node.find(unit.key()).filter(TimeFieldFile::isPlace).ifPresent(start -> {
                starts.add(start);
                found.add(new ElapsedTime(time(start), unit));
            });
        }
        if (found.size() > 1 || (!found.isEmpty() && node.find("format").isPresent())) {
            throw starts.get(0)
                    .problem(
                            "format, seconds_since, minutes_since, hours_since and days_since exclude each other; keep one of them");
        }
        return found.stream().findFirst();
    }

    /** Seconds may also count from an instant that is written there. */
    private static boolean isPlace(ConfigNode start) {
        return !start.path().endsWith(ElapsedTime.Unit.SECONDS.key())
                || start.isMapping()
                || start.text().startsWith("/");
    }

    private TimeFormat.Clock clock(Optional<ConfigNode> node) {
        return new TimeFormat.Clock(
                node.flatMap(each -> each.find("zone")).map(ConfigNode::zone).orElse(zone),
                node.flatMap(each -> each.find("locale"))
                        .map(each -> Locale.forLanguageTag(each.text()))
                        .orElse(Locale.ENGLISH));
    }

    private static List<TimeFormat> usual(TimeFormat.Clock clock) {
        return List.of(TimeFormat.iso(clock), TimeFormat.EPOCH);
    }

    private List<TimeFormat> formats(ConfigNode node) {
        TimeFormat.Clock clock = clock(Optional.of(node));
        List<TimeFormat> formats = node.find("format")
                .map(format -> ConfigNode.readEach(
                        format.itemsOrSingle(), each -> each.value(name -> TimeFormat.named(name, clock))))
                .orElse(usual(clock));
        if (formats.isEmpty()) {
            throw node.require("format").problem("no format; name one, such as iso");
        }
        return formats;
    }

    private static List<TimeFormat> secondsSince(ConfigNode node, ConfigNode start) {
        if (node.find("format").isPresent()) {
            throw start.problem("format and seconds_since exclude each other; keep one of them");
        }
        TimeFormat format = start.value(TimeFieldFile::startingAt);
        return List.of(format);
    }

    private static TimeFormat startingAt(String start) {
        return TimeFormat.ISO
                .parse(start)
                .map(TimeFormat::secondsSince)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"%s\" is not a time with its zone; write such as 2026-01-05T09:00:00Z".formatted(start)));
    }

    /** A revision is a number as it is, or a time; both are only compared. */
    public RevisionField revision(ConfigNode node) {
        return new RevisionField(time(node));
    }
}
