package io.satisflow.flink.alerts;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.group.Notice;
import io.satisflow.alerts.group.NoticeCounts;
import io.satisflow.alerts.notice.NoticeText;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.wire.Alert;
import io.satisflow.wire.Notification;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Puts alerts and notices on the wire, with words in the language of whoever reads them. */
final class AlertRecords {
    private final AlertSettings settings;
    private final Map<String, NoticeText> texts = new HashMap<>();

    AlertRecords(AlertSettings settings) {
        this.settings = settings;
    }

    Notification toWire(Notice notice) {
        Language language = settings.languageOf(notice.receiver());
        NoticeText text = texts.computeIfAbsent(
                notice.receiver(), receiver -> new NoticeText(language, settings.zoneOf(receiver)));
        return Notification.newBuilder()
                .setId(notice.id())
                .setAt(notice.at())
                .setReceiver(notice.receiver())
                .setGroup(notice.group())
                .setReason(notice.reason().wireName())
                .setLanguage(language.tag())
                .setTitle(text.title(notice))
                .setText(text.text(notice))
                .setAlerts(notice.alerts().stream()
                        .map(alert -> toWire(alert, text))
                        .toList())
                .setTruncated(notice.truncated())
                .setCounts(counts(notice.counts()))
                .build();
    }

    private static Map<String, Integer> counts(NoticeCounts counts) {
        Map<String, Integer> all = new TreeMap<>();
        all.put("firing", counts.firing());
        all.put("resolved", counts.resolved());
        if (counts.inhibited() > 0) {
            all.put("inhibited", counts.inhibited());
        }
        counts.byTeam().forEach((team, count) -> all.put("team=" + team, count));
        counts.byClock().forEach((clock, count) -> all.put("clock=" + clock, count));
        counts.byHour().forEach((hour, count) -> all.put("hour=" + hour, count));
        return all;
    }

    static Alert toWire(io.satisflow.alerts.lifecycle.Alert alert, NoticeText text) {
        return Alert.newBuilder()
                .setId(alert.id())
                .setRule(alert.rule())
                .setKey(alert.key())
                .setState(alert.phase().wireName())
                .setSince(alert.since())
                .setEndedAt(alert.endedAt())
                .setSeverity(alert.severity().wireName())
                .setLabels(alert.labels())
                .setAnnotations(text.annotations(alert))
                .setReason(alert.reason())
                .setInhibitedBy(alert.inhibitedBy())
                .setAsOf(alert.asOf())
                .build();
    }
}
