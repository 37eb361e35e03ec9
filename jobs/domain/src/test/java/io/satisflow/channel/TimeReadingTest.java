package io.satisflow.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.RefusalReason;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as tools export them: without their zone, as numbers of any unit, or not at all. */
class TimeReadingTest {
    private static final String CHANNEL = "channel: t\nkind: app\nid: /id\ntext: /text\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Asia/Shanghai | yyyy/M/d H:mm:ss       | 2026/1/16 8:00:05     | 2026-01-16T00:00:05Z
            Asia/Shanghai | yyyy年M月d日 H:mm        | 2026年1月16日 8:00      | 2026-01-16T00:00:00Z
            Asia/Shanghai | yyyy年M月d日 H:mm        | 2026年3月2日 15:05      | 2026-03-02T07:05:00Z
            UTC           | yyyy-MM-dd HH:mm:ss    | 2026-02-01 10:05:00   | 2026-02-01T10:05:00Z
            Europe/Berlin | dd.MM.yyyy HH:mm       | 01.07.2025 12:00      | 2025-07-01T10:00:00Z
            Europe/Berlin | M/d/yyyy h:mm a        | 7/1/2025 2:00 pm      | 2025-07-01T12:00:00Z
            Europe/Berlin | yyyy-MM-dd             | 2025-07-01            | 2025-06-30T22:00:00Z
            Europe/Berlin | iso                    | 2025-07-01T12:00:00   | 2025-07-01T10:00:00Z
            Europe/Berlin | iso                    | 2025-07-01            | 2025-06-30T22:00:00Z
            Europe/Berlin | iso                    | 2025-07-01T12:00:00Z  | 2025-07-01T12:00:00Z
            Europe/Berlin | yyyy-MM-dd HH:mm:ss VV | 2025-07-01 12:00:00 UTC | 2025-07-01T12:00:00Z
            UTC           | excel_serial           | 46083.395833          | 2026-03-02T09:30:00Z
            Asia/Shanghai | excel_serial           | 46083                 | 2026-03-01T16:00:00Z
            """)
    void the_zone_of_the_mapping_holds_for_times_that_tell_none(
            String zone, String format, String at, Instant instant) {
        TestChannel channel = TestChannel.of(
                CHANNEL + "zone: %s\noccurred_at: {pointer: /at, format: \"%s\"}\n".formatted(zone, format));

        assertThat(TestChannel.accepted(map(channel, at)).occurredAt()).isEqualTo(instant);
    }

    @Test
    void an_offset_in_brackets_behind_a_chinese_half_of_the_day_is_read() {
        TestChannel channel = TestChannel.of(
                CHANNEL + "occurred_at: {pointer: /at, format: \"yyyy/M/d a h:mm '['O']'\", locale: zh}\n");

        assertThat(TestChannel.accepted(map(channel, "2026/3/2 下午 3:05 [GMT+8]"))
                        .occurredAt())
                .isEqualTo("2026-03-02T07:05:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        UTC           | 2026-03-02T09:30:00  | true
        UTC           | 2026-03-02T09:30:00Z | false
        Etc/UTC       | 2026-03-02T09:30:00  | false
        Asia/Shanghai | 2026-03-02T09:30:00  | false
        """)
    void a_time_without_a_zone_is_in_a_guessed_one_as_long_as_the_mapping_says_utc(
            String zone, String at, boolean isGuessed) {
        TestChannel channel =
                TestChannel.of(CHANNEL + "zone: %s\noccurred_at: {pointer: /at, format: iso}\n".formatted(zone));

        assertThat(TestChannel.accepted(map(channel, at)).gaps().inGuessedZone())
                .isEqualTo(isGuessed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            seconds_since | 95         | 2026-02-01T08:01:35Z
            minutes_since | 2.5        | 2026-02-01T08:02:30Z
            minutes_since | 1,234.5    | 2026-02-02T04:34:30Z
            hours_since   | 1:30       | 2026-02-01T09:30:00Z
            hours_since   | 31:28:00   | 2026-02-02T15:28:00Z
            days_since    | 1          | 2026-02-02T08:00:00Z
            minutes_since | 1h 35m     | 2026-02-01T09:35:00Z
            seconds_since | 3小时25分   | 2026-02-01T11:25:00Z
            """)
    void a_time_may_be_told_as_how_long_after_another_it_was(String since, String length, Instant instant) {
        TestChannel channel = TestChannel.of(CHANNEL
                + "zone: UTC\noccurred_at: {pointer: /at, %s: {pointer: /start, format: \"yyyy-MM-dd H:mm\"}}\n"
                        .formatted(since));
        String record = "{\"id\": \"1\", \"text\": \"x\", \"start\": \"2026-02-01 8:00\", \"at\": \"%s\"}";

        assertThat(TestChannel.accepted(channel.map(record.formatted(length))).occurredAt())
                .isEqualTo(instant);
        assertThat(TestChannel.refused(channel.map(record.formatted("soon"))).reason())
                .isEqualTo(RefusalReason.BAD_TIME);
    }

    @Test
    void a_day_alone_is_its_start_and_is_told() {
        TestChannel channel = TestChannel.of(
                CHANNEL + "zone: UTC\noccurred_at: {pointer: /at, format: [\"yyyy-MM-dd HH:mm\", yyyy-MM-dd]}\n");

        assertThat(TestChannel.accepted(map(channel, "2026-03-01")).gaps().byDay())
                .isTrue();
        assertThat(TestChannel.accepted(map(channel, "2026-03-01 09:00")).gaps().byDay())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1772443800        | 2026-03-02T09:30:00Z
            1772443800.25     | 2026-03-02T09:30:00.250Z
            1772443800000     | 2026-03-02T09:30:00Z
            "1772443800000"   | 2026-03-02T09:30:00Z
            """)
    void seconds_and_milliseconds_are_told_apart_where_no_format_is_named(String at, Instant instant) {
        TestChannel channel = TestChannel.of(CHANNEL + "occurred_at: /at\n");

        MappedRecord mapped = channel.map("{\"id\": 1, \"text\": \"a\", \"at\": %s}".formatted(at));

        assertThat(TestChannel.accepted(mapped).occurredAt()).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "epoch_seconds, 0",
        "epoch_seconds, 1772443800000",
        "epoch_millis, 1772443800",
        "epoch_millis, 46083.395833",
        "excel_serial, 1772443800",
        "epoch, -1772443800"
    })
    void a_number_of_another_unit_is_refused_not_taken_for_1970_or_the_year_58136(String format, String at) {
        TestChannel channel =
                TestChannel.of(CHANNEL + "zone: UTC\noccurred_at: {pointer: /at, format: %s}\n".formatted(format));

        assertThat(TestChannel.refused(map(channel, at)).reason()).isEqualTo(RefusalReason.BAD_TIME);
    }

    @ParameterizedTest
    @CsvSource({"yyyy-MM-dd HH:mm:ss, zone:", "excel_serial, zone:", "yyyy-MM-dd, --zone", "HH:mm, java.time pattern"})
    void a_format_that_tells_no_instant_is_a_fault_of_the_mapping(String format, String remedy) {
        assertThatThrownBy(() ->
                        TestChannel.of(CHANNEL + "occurred_at: {pointer: /at, format: \"%s\"}\n".formatted(format)))
                .hasMessageContaining(remedy);
    }

    private static MappedRecord map(TestChannel channel, String at) {
        return channel.map("{\"id\": 1, \"text\": \"a\", \"at\": \"%s\"}".formatted(at));
    }
}
