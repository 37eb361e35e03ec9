package io.satisflow.alerts.notice;

import io.satisflow.alerts.group.Notice;
import io.satisflow.alerts.group.NoticeCounts;
import io.satisflow.alerts.receiver.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts notices into words, each in the language of its receiver. */
public final class NotificationWriter {
    private final Function<String, Language> languages;
    private final Map<Language, NoticeText> texts = new EnumMap<>(Language.class);

    /** @param languages of receivers, by name */
    public NotificationWriter(Function<String, Language> languages) {
        this.languages = languages;
    }

    public Notification write(Notice notice) {
        Language language = languages.apply(notice.receiver());
        NoticeText text = texts.computeIfAbsent(language, NoticeText::new);
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
        counts.byTeam().forEach((team, count) -> all.put("team=" + team, count));
        counts.byClock().forEach((clock, count) -> all.put("clock=" + clock, count));
        counts.byHour().forEach((hour, count) -> all.put("hour=" + hour, count));
        return all;
    }
}
