package io.satisflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaySetsTest {
    @TempDir
    Path folder;

    @Test
    void a_set_is_read_over_all_its_years_with_and_without_names() throws IOException {
        write("xx-2025", "holidays: [2025-10-01]\nmakeup: [2025-10-11]\n");
        write("xx-2026", "holidays: {2026-10-01: Founders' Day, 2026-10-02: }\n");
        write("xx-y-2026", "holidays: [2026-05-05]\n");

        assertThat(HolidaySets.in(folder).find("xx"))
                .contains(new HolidaySet(
                        Map.of(day("2025-10-01"), "", day("2026-10-01"), "Founders' Day", day("2026-10-02"), ""),
                        Map.of(day("2025-10-11"), ""),
                        new TreeSet<>(Set.of(2025, 2026))));
    }

    @Test
    void what_nobody_has_is_not_found() {
        HolidaySets sets = HolidaySets.in(folder.resolve("nowhere"));

        assertThat(sets.find("atlantis")).isEmpty();
        assertThat(sets.find("../cn")).isEmpty();
    }

    @Test
    void shipped_sets_are_known_everywhere_and_a_year_of_ones_own_comes_on_top() throws IOException {
        write("cn-2026", "holidays: [2026-07-07]\n");
        write("cn-2031", "holidays: [2031-01-01]\n");

        HolidaySet china =
                HolidaySets.in(folder.resolve("nowhere"), folder).find("cn").orElseThrow();

        assertThat(china.years()).containsExactly(2024, 2025, 2026, 2031);
        assertThat(china.holidays()).containsKeys(day("2025-10-01"), day("2026-07-07"), day("2031-01-01"));
        assertThat(china.holidays()).as("of the shipped 2026").doesNotContainKey(day("2026-10-01"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            holidays: [2025-12-25]          | xx-2026.yaml:1:12: holidays[0]: 2025-12-25 is not in 2026; each year has a file of its own
            holidays: {2025-12-25: Xmas}    | 2025-12-25 is not in 2026
            holidays: {Xmas: 2026-12-25}    | "Xmas" is not a date
            holidays: [Xmas]                | expected a date
            days: [2026-12-25]              | unknown key; allowed here: holidays, makeup
            """)
    void a_wrong_file_is_refused_where_it_is_wrong(String yaml, String problem) throws IOException {
        write("xx-2026", yaml);

        assertThatThrownBy(() -> HolidaySets.in(folder).find("xx")).hasMessageContaining(problem);
    }

    @Test
    void a_calendar_knows_why_a_day_differs_and_for_which_years_it_can_tell() throws IOException {
        write("xx-2026", "holidays: {2026-10-01: National Day}\nmakeup: {2026-10-10: National Day}\n");

        NamedCalendar calendar =
                new CalendarFile(HolidaySets.in(folder)::find).readWithNames(ConfigFile.parse("c.yaml", """
                        zone: Asia/Shanghai
                        hours: {mon-fri: ["09:00-18:00"]}
                        holidays: [2026-12-24, xx]
                        shifts: {2026-10-01: ["10:00-12:00"], 2026-12-28: []}
                        """));

        assertThat(calendar.note(day("2026-10-01"))).contains("National Day, shift");
        assertThat(calendar.note(day("2026-10-10"))).contains("make-up workday: National Day");
        assertThat(calendar.note(day("2026-12-24"))).contains("holiday");
        assertThat(calendar.note(day("2026-12-28"))).contains("shift");
        assertThat(calendar.note(day("2026-12-29"))).isEmpty();
        assertThat(calendar.holidaySets()).hasToString("{xx=[2026]}");
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), yaml);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
