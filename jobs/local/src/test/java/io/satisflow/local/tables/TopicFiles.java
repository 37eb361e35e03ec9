package io.satisflow.local.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Exported topics written by hand, and what is asked of them in New York. */
abstract class TopicFiles {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @TempDir
    Path topics;

    @BeforeEach
    void aFolderWithEveryTopicEmpty() throws IOException {
        for (String topic : List.of(
                "scored-feedback",
                "ticket-events",
                "sla-events",
                "satisfaction-steps",
                "satisfaction-panes",
                "drift-signals",
                "alerts",
                "notifications",
                "dead-letters")) {
            write(topic);
        }
    }

    Report report() {
        return report(Locale.ENGLISH);
    }

    Report report(Locale language) {
        try (ResultTables tables = ResultTables.open(topics, NEW_YORK)) {
            return Report.of(
                    tables,
                    new Report.Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-08"), NEW_YORK),
                    List.of("team"),
                    language);
        }
    }

    List<List<String>> ask(String query) {
        try (ResultTables tables = ResultTables.open(topics, NEW_YORK)) {
            return tables.ask(query).rows();
        }
    }

    static List<List<String>> section(Report report, String title) {
        return report.sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow()
                .answer()
                .rows();
    }

    static String clock(String ticket, String event, String at, String more) {
        return "{'ticket':'%s','clock':'first_reply','instance':1,'event':'%s','at':'2026-03-02T%sZ','as_of':'2026-03-02T11:00:00Z','due':'2026-03-02T10:00:00Z','policy':'p'%s}"
                .formatted(ticket, event, at, more);
    }

    void write(String topic, String... lines) throws IOException {
        Files.writeString(
                topics.resolve(topic + ".jsonl"), String.join("\n", lines).replace('\'', '"') + "\n");
    }
}
