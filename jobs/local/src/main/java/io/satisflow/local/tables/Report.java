package io.satisflow.local.tables;

import io.satisflow.local.tables.ResultTables.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a lead forwards: scores beside those of the time before, promises kept, the worst tickets, alerts, what texts are
 * about and what customers say.
 *
 * @param title with the time it is of
 */
public record Report(String title, List<Section> sections) {
    private static final Pattern SECTION = Pattern.compile("(?m)^-- section: (\\w+)\n");

    /** What cells say in words. */
    private static final List<String> WORDS = List.of("few", "hidden", "rose", "fell", "noise");

    /** @param answer without rows when there was nothing in this time */
    public record Section(String title, Answer answer, String ifEmpty) {}

    /**
     * The time a report is of.
     *
     * @param from its first day
     * @param to the day after its last
     * @param zone where days begin
     */
    public record Period(LocalDate from, LocalDate to, ZoneId zone) {
        public Period {
            if (!from.isBefore(to)) {
                throw new TablesException(
                        "A report from %s to %s holds no day; let --to come after --from".formatted(from, to));
            }
        }

        long days() {
            return ChronoUnit.DAYS.between(from, to);
        }
    }

    /** @param by columns of sla_instances that promises are sorted by, such as team */
    public static Report of(ResultTables tables, Period period, List<String> by, Locale language) {
        ReportWords words = ReportWords.in(language);
        String[] parts = SECTION.split(resource().replace("\r", ""), -1);
        List<Section> sections = new ArrayList<>();
        var names = SECTION.matcher(resource());
        for (int part = 1; part < parts.length && names.find(); part++) {
            String name = names.group(1);
            String title = words.say(name).formatted(words.columns(by));
            Answer answer = words.told(tables.ask(query(parts[part], period, by, words)));
            sections.add(new Section(title, answer, words.say("nothing")));
        }
        String title = words.say("title")
                .formatted(
                        period.from(), period.to().minusDays(1), period.zone().getId(), period.days());
        return new Report(title, sections);
    }

    private static String query(String text, Period period, List<String> by, ReportWords words) {
        String filled = text.replace("${from}", period.from().toString())
                .replace("${to}", period.to().toString())
                .replace("${before}", period.from().minusDays(period.days()).toString())
                .replace(
                        "${from_at}",
                        period.from().atStartOfDay(period.zone()).toInstant().toString())
                .replace(
                        "${to_at}",
                        period.to().atStartOfDay(period.zone()).toInstant().toString())
                .replace("${by}", String.join(", ", by));
        for (String word : WORDS) {
            filled = filled.replace("${%s}".formatted(word), words.say(word));
        }
        return filled;
    }

    private static String resource() {
        try (InputStream in = Objects.requireNonNull(Report.class.getResourceAsStream("report.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
