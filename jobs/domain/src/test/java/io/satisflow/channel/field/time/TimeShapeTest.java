package io.satisflow.channel.field.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What times look like, as exports write them. */
class TimeShapeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-02T09:30:00Z             | iso                              | true
            1772443800                       | epoch_seconds                    | true
            2026/03/02 9:30:00 AM GMT+1      | yyyy/M/d h:mm:ss a O             | true
            Mon Mar 02 2026 09:30:00 GMT+0100 | EEE MMM dd yyyy HH:mm:ss 'GMT'Z | true
            3/2/26, 9:30 AM                  | M/d/yy, h:mm a                   | false
            3/2/2026, 9:30 AM                | M/d/yyyy, h:mm a                 | false
            02.03.26 09:30                   | d.M.yy H:mm                      | false
            02-03-2026 09:30:00              | d-M-yyyy H:mm:ss                 | false
            02 Mar 2026 09:30 AM             | d MMM yyyy h:mm a                | false
            March 2, 2026                    | MMMM d, yyyy                     | false
            2026/11/28 7:02:02 PM GMT+8      | yyyy/M/d h:mm:ss a O             | true
            2026-11-28 19:02 UTC             | iso                              | true
            28/11/2026 19:02                 | d/M/yyyy H:mm                    | false
            28/11/2026 7:02:02 pm            | d/M/yyyy h:mm:ss a               | false
            Nov 28, 2026 7:02 PM             | MMM d, yyyy h:mm a               | false
            02/Nov/26 9:05 AM                | d/MMM/yy h:mm a                  | false
            2026年11月28日 19时02分           | yyyy年M月d日 H时m分               | false
            2026年3月2日 15:05                | yyyy年M月d日 H:mm                | false
            """)
    void a_time_shows_how_it_is_written(String text, String format, boolean zoned) {
        assertThat(TimeShape.of(text)).contains(new TimeShape(format, zoned));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2026/11/28 下午7:02:02            | yyyy/M/d ah:mm:ss   | false | zh
            2026/11/28 7:02:02 下午 GMT+8     | yyyy/M/d h:mm:ss a O | true | zh
            28. November 2026 19:02           | d. MMMM yyyy HH:mm  | false | de
            2026/3/2 下午 3:05 [GMT+8]         | yyyy/M/d a h:mm '['O']'       | true  | zh
            2026/3/2 下午3:05:09 [GMT+8]       | yyyy/M/d ah:mm:ss '['O']'     | true  | zh
            2026-03-02 上午 9:05 [GMT+08:00]   | yyyy-M-d a h:mm '['O']'       | true  | zh
            2026年3月2日 下午 3:05:09 (GMT+8)   | yyyy年M月d日 a h:mm:ss '('O')' | true  | zh
            2026/3/2 15:05 [GMT+8]            | yyyy/M/d H:mm '['O']'         | true  | zh
            2026年3月2日 下午 3:05             | yyyy年M月d日 a h:mm            | false | zh
            """)
    void words_for_months_and_halves_of_the_day_tell_the_language(
            String text, String format, boolean zoned, String language) {
        assertThat(TimeShape.of(text)).contains(new TimeShape(format, zoned, language));
    }

    @Test
    void all_times_of_a_column_tell_which_is_the_day() {
        List<String> dayFirst = List.of("02/03/2026 09:30", "22/03/2026 10:30");
        List<String> either = List.of("02/03/2026 09:30", "04/03/2026 10:30");

        assertThat(TimeShape.covering(dayFirst)).containsExactly(new TimeShape("d/M/yyyy H:mm", false));
        assertThat(new TimeShape("d/M/yyyy H:mm", false).isAmbiguousFor(dayFirst))
                .isFalse();
        assertThat(TimeShape.covering(either).get(0).isAmbiguousFor(either)).isTrue();
    }

    @Test
    void several_formats_are_named_and_words_are_none() {
        assertThat(TimeShape.covering(List.of("2026-03-02T09:30:00Z", "3/2/2026 9:30", "3/22/2026 9:30")))
                .extracting(TimeShape::format)
                .containsExactly("M/d/yyyy H:mm", "iso");
        assertThat(TimeShape.covering(List.of("2026-03-02T09:30:00Z", "Total"))).isEmpty();
    }
}
