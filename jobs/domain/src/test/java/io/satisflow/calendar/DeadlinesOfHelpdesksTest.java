package io.satisflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines that other helpdesk systems (Zammad, Chatwoot) expect in their own tests. */
class DeadlinesOfHelpdesksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Berlin    | Mon-Fri 08-18 |            | 2013-03-21T09:30:00Z |   60 | 2013-03-21T10:30:00Z
            Europe/Berlin    | Mon-Fri 08-18 |            | 2013-03-21T09:30:00Z |  120 | 2013-03-21T11:30:00Z
            Europe/Berlin    | Mon-Fri 08-18 |            | 2013-03-21T09:30:00Z |  180 | 2013-03-21T12:30:00Z
            Europe/Berlin    | Mon-Fri 09-17 |            | 2013-10-21T09:30:00Z |  120 | 2013-10-21T11:30:00Z
            Europe/Berlin    | Mon-Fri 09-17 |            | 2013-10-21T09:30:00Z |  240 | 2013-10-21T13:30:00Z
            Europe/Berlin    | Mon-Fri 09-17 |            | 2013-10-21T05:30:00Z |  120 | 2013-10-21T09:00:00Z
            Europe/Berlin    | Mon-Fri 09-17 |            | 2013-10-21T05:30:00Z |  240 | 2013-10-21T11:00:00Z
            Europe/Berlin    | Mon-Fri 09-17 | 2015-09-22 | 2015-09-21T14:30:00Z |  120 | 2015-09-23T08:30:00Z
            Europe/Berlin    | Mon-Fri 09-17 | 2015-09-22 | 2015-09-21T14:30:00Z |  240 | 2015-09-23T10:30:00Z
            Europe/Berlin    | Mon-Fri 08-20 | 2016-11-01 | 2016-11-01T13:56:21Z |  120 | 2016-11-02T09:00:00Z
            Europe/Berlin    | Mon-Fri 08-20 | 2016-11-01 | 2016-11-01T13:56:21Z | 1200 | 2016-11-03T15:00:00Z
            UTC              | Mon-Fri 09-17 |            | 2024-01-17T10:00:00Z |  120 | 2024-01-17T12:00:00Z
            UTC              | Mon-Fri 09-17 |            | 2024-01-19T16:00:00Z |  120 | 2024-01-22T10:00:00Z
            UTC              | Mon-Fri 09-17 |            | 2024-01-17T07:00:00Z |  120 | 2024-01-17T11:00:00Z
            UTC              | Mon-Fri 09-17 |            | 2024-01-15T16:00:00Z |  600 | 2024-01-17T10:00:00Z
            America/New_York | Mon-Fri 09-17 |            | 2024-01-19T21:00:00Z |  120 | 2024-01-22T15:00:00Z
            UTC | Mon 09-17; Tue 09-20; Wed-Fri 09-17 |   | 2024-01-15T16:00:00Z |  720 | 2024-01-16T20:00:00Z
            """)
    void a_deadline_is_where_others_expect_it(
            String zone, String hours, String holiday, Instant start, long minutes, Instant due) {
        String[] holidays = holiday == null ? new String[0] : new String[] {holiday};
        BusinessCalendar calendar = WrittenHours.calendar(zone, hours, holidays);

        assertThat(calendar.due(start, Duration.ofMinutes(minutes))).isEqualTo(due);
        assertThat(calendar.elapsed(start, due)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void every_published_deadline_is_met() throws IOException {
        List<String> lines = Files.readAllLines(PublishedCases.file("deadlines.csv"));

        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(lines.stream().skip(1).map(Published::parse))
                .allSatisfy(published ->
                        assertThat(published.due()).as(published.id).isEqualTo(published.expected));
    }

    private record Published(String id, BusinessCalendar calendar, Instant start, Duration target, Instant expected) {
        private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
        private static final Pattern WHOLE_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

        static Published parse(String line) {
            String[] fields = COMMA.split(line, -1);
            String hours =
                    fields[3].replace("\"", "").replaceAll("\\(.*\\)", "").trim();
            // Entries marked inactive have no year of their own in the file; only whole dates are days off.
            String[] holidays = Arrays.stream(fields[4].split(";", -1))
                    .map(String::trim)
                    .filter(entry -> WHOLE_DATE.matcher(entry).matches()
                            && !entry.toLowerCase(Locale.ROOT).contains("active=false"))
                    .map(entry -> entry.substring(0, 10))
                    .toArray(String[]::new);
            return new Published(
                    fields[0],
                    WrittenHours.calendar(fields[2], hours, holidays),
                    instant(fields[5]),
                    Duration.ofMinutes(Long.parseLong(fields[6])),
                    instant(fields[7]));
        }

        Instant due() {
            return calendar.due(start, target);
        }

        private static Instant instant(String utc) {
            return Instant.parse(utc.length() == 16 ? utc + ":00Z" : utc + "Z");
        }
    }
}
