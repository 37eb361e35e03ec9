package io.satisflow.flink.alerts;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.notice.NoticeText;
import io.satisflow.alerts.notice.WordedAlert;
import io.satisflow.alerts.receiver.Language;
import java.time.ZoneId;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Puts alerts into words, in the language of the settings. */
final class WordAlerts extends RichMapFunction<Alert, WordedAlert> {
    private final Language language;
    private final ZoneId zone;
    private transient NoticeText text;

    WordAlerts(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    @Override
    public void open(OpenContext context) {
        text = new NoticeText(language, zone);
    }

    @Override
    public WordedAlert map(Alert alert) {
        return text.word(alert);
    }
}
