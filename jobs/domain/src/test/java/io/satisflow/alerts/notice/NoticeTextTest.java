package io.satisflow.alerts.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.group.Notice;
import io.satisflow.alerts.group.NoticeCounts;
import io.satisflow.alerts.group.NoticeReason;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.AlertStory;
import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.lifecycle.Phase;
import io.satisflow.alerts.lifecycle.SubjectState;
import io.satisflow.alerts.observation.ScoreObservations;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.alerts.rule.AlertRules;
import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.signal.DriftPhase;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.drift.signal.Driver;
import io.satisflow.segment.Segment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticeTextTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Notice DROP = notice();

    @Test
    void a_drop_is_told_in_english() {
        NoticeText text = new NoticeText(Language.ENGLISH);
        assertThat(text.title(DROP)).isEqualTo("[warning] CSAT of app fell from 82.10 to 71.30");
        assertThat(text.text(DROP)).isEqualTo("""
                        Since: 2026-03-02 05:00:00 UTC
                        Now between 68.00 and 74.50, by 240 answers
                        Moved by: product=lamp -9.00, (other) -1.80
                        Customers say:
                        “It broke {after} a day, 'really'”""");
    }

    @Test
    void a_drop_is_told_in_chinese_whatever_the_machine_speaks() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            NoticeText text = new NoticeText(Language.CHINESE);
            assertThat(text.title(DROP)).isEqualTo("【警告】app的满意率从 82.10 降至 71.30");
            assertThat(text.text(DROP)).contains("开始时间：2026-03-02 05:00:00 UTC", "样本数 240", "客户原话：");
            assertThat(new NoticeText(Language.ENGLISH).title(DROP)).startsWith("[warning]");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void what_is_over_says_why_in_the_words_of_its_reader() {
        assertThat(over("fulfil", Language.ENGLISH)).startsWith("Over since 2026-03-02 09:00:00 UTC: it was done\n");
        assertThat(over("overtaken: breach", Language.CHINESE)).startsWith("结束于 2026-03-02 09:00:00 UTC：已升级为超时，另行通知\n");
        assertThat(over("cancel: merged", Language.ENGLISH)).contains(": the promise does not hold any more: merged\n");
        assertThat(over("somebody's own reason", Language.CHINESE)).contains("：somebody's own reason\n");
    }

    private static String over(String reason, Language language) {
        Alert firing = DROP.alerts().get(0);
        Alert over = new Alert(
                firing.rule(),
                firing.key(),
                Phase.RESOLVED,
                firing.since(),
                NINE,
                firing.severity(),
                firing.labels(),
                firing.facts(),
                reason,
                null,
                NINE);
        return Objects.requireNonNull(new NoticeText(language).annotations(over).get("description"));
    }

    @Test
    void every_word_there_is_in_english_there_is_in_chinese() {
        Set<String> english = keys("messages.properties");
        assertThat(keys("messages_zh_CN.properties")).isEqualTo(english);
    }

    @Test
    void what_a_metric_is_divided_by_is_in_words_too_and_what_others_have_named_keeps_its_name() {
        NamesInWords chinese = new NamesInWords(Language.CHINESE);

        assertThat(chinese.metric("sla_attainment.first_reply")).isEqualTo("承诺达成率（首次回复）");
        assertThat(chinese.metric("clock_time.first_reply.p90")).isEqualTo("用时（首次回复，90 分位）");
        assertThat(chinese.metric("csat.courier")).isEqualTo("满意率（courier）");
        assertThat(new NamesInWords(Language.ENGLISH).metric("first_reply_time.p50"))
                .isEqualTo("time to first reply (p50)");
    }

    @Test
    void an_alert_has_a_summary_and_a_description() {
        Map<String, String> annotations =
                new NoticeText(Language.ENGLISH).annotations(DROP.alerts().get(0));
        assertThat(annotations).containsEntry("summary", "CSAT of app fell from 82.10 to 71.30");
        assertThat(annotations.get("description")).contains("Moved by");
    }

    private static Set<String> keys(String file) {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(AlertText.class.getResourceAsStream(file))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames();
    }

    private static Notice notice() {
        DriftSignal signal = new DriftSignal(
                "id",
                new Segment(Map.of("channel", "app")),
                "csat",
                DriftPhase.DRIFTED,
                NINE,
                Direction.DOWN,
                82.1,
                71.3,
                68,
                74.5,
                NINE.minusSeconds(4 * 3600),
                240,
                0.99,
                "cusum-2",
                List.of(new Driver("product", "product=lamp", -1, -8), new Driver("product", Driver.OTHER, 0, -1.8)),
                List.of("It broke {after} a day, 'really'"));
        SubjectState state = SubjectState.EMPTY;
        for (Observation seen : new ScoreObservations(AlertRules.DEFAULT).of(signal)) {
            state = state.with(seen);
        }
        List<Alert> alerts = AlertStory.advance(state, AlertSettings.DEFAULT.rulesByName(), NINE)
                .changes();
        return new Notice(NINE, "ops", Map.of(), NoticeReason.FIRST, alerts, NoticeCounts.NONE);
    }
}
