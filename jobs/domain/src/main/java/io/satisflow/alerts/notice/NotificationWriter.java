package io.satisflow.alerts.notice;

import io.satisflow.alerts.group.Notice;
import io.satisflow.alerts.group.NoticeCounts;
import io.satisflow.alerts.receiver.Language;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts notices into words, each in the language of its receiver. */
public final class NotificationWriter {
    private final Function<String, Language> languages;
    private final Function<String, ZoneId> zones;
    private final Map<String, NoticeText> texts = new HashMap<>();

    /**
     * @param languages of receivers, by name
     * @param zones of the times that receivers are told
     */
    public NotificationWriter(Function<String, Language> languages, Function<String, ZoneId> zones) {
        this.languages = languages;
        this.zones = zones;
    }

    public Notification write(Notice notice) {
        Language language = languages.apply(notice.receiver());
        NoticeText text =
                texts.computeIfAbsent(notice.receiver(), receiver -> new NoticeText(language, zones.apply(receiver)));
        return new Notification(
                notice.id(),
                notice.at(),
                notice.receiver(),
                notice.group(),
                notice.reason(),
                language,
                text.title(notice),
                text.text(notice),
                notice.alerts().stream().map(text::word).toList(),
                notice.truncated(),
                counts(notice.counts()));
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
}
