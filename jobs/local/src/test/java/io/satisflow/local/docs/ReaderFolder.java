package io.satisflow.local.docs;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a reader of the documentation types its commands: with files of their own under the names that are shown. */
final class ReaderFolder {
    private static final Path CONFIG = CommandLineRun.HOME.resolve("config");
    private static final String HOLIDAYS = """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20270101
            SUMMARY:New Year's Day (closed)
            CATEGORIES:Federal Holiday
            END:VEVENT
            END:VCALENDAR
            """;

    /** Small, and of the form that the page tells. */
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry(
                    "export.csv",
                    "id,created,score,comment\n1,2026-03-02T09:00:00Z,5,quick and kind\n2,2026-03-02T10:00:00Z,2,too late\n"),
            Map.entry(
                    "one-review.json",
                    "{\"review\": {\"id\": \"r1\", \"updated\": 1772442000, \"stars\": 4, \"body\": \"good\"}}"),
            Map.entry("texts.txt", "The parcel never came.\nThank you, all good!\n"),
            Map.entry("reviews.txt", "包裹一直没到\n谢谢，很好！\n"),
            Map.entry("s.csv", series()),
            Map.entry(
                    "cases.csv",
                    "id,calendar,start,target,from,to\n1,calendars/berlin.yaml,2026-03-27T16:30+01:00,4h,2026-03-27T16:30+01:00,2026-03-30T10:00+02:00\n"),
            Map.entry(
                    "alerts.jsonl",
                    "{\"at\":\"2026-03-02T09:00:00Z\",\"labels\":{\"rule\":\"nps falls\"},\"state\":\"firing\"}\n"),
            Map.entry("us.ics", HOLIDAYS),
            Map.entry("china.ics", HOLIDAYS),
            Map.entry("school.ics", HOLIDAYS));

    /** What a help desk that promises something says of its promises. */
    private static final String PROMISES =
            "\"fr_escalated\": false, \"is_escalated\": false, \"fr_due_by\": \"2026-03-02T10:00:00Z\", \"due_by\": \"2026-03-02T16:00:00Z\",";

    private final Path folder;

    private ReaderFolder(Path folder) {
        this.folder = folder;
    }

    static ReaderFolder in(Path folder) throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        copy(CONFIG, folder);
        copy(CONFIG, folder.resolve("my"));
        Files.copy(folder.resolve("satisflow.yaml"), folder.resolve("my.yaml"));
        Files.copy(folder.resolve("policies.yaml"), folder.resolve("new.yaml"));
        Files.writeString(
                folder.resolve("tickets.json"),
                Files.readString(folder.resolve("samples/freshdesk.json"))
                        .replace("\"id\": 401,", "\"id\": 4711, " + PROMISES)
                        .replace("\"id\": 402,", "\"id\": 402, " + PROMISES));
        Files.writeString(
                folder.resolve("payload.json"),
                Files.readAllLines(folder.resolve("samples/zendesk.jsonl")).get(0));
        for (String labelled : List.of("labelled.csv", "a.csv", "b.csv", "c.csv")) {
            Files.copy(folder.resolve("samples/feedback.csv"), folder.resolve(labelled));
        }
        return new ReaderFolder(folder);
    }

    /** As the commands are typed there; the process itself stands elsewhere. */
    List<String> typed(List<String> words) {
        return words.stream().map(this::typed).toList();
    }

    private String typed(String word) {
        if (word.equals("events.jsonl")) {
            return folder.resolve("out/topics/ticket-events.jsonl").toString();
        }
        if (word.startsWith("config/")) {
            return CONFIG.resolve(word.substring("config/".length())).toString();
        }
        Matcher files = Pattern.compile(
                        "(?<=^|,)(?:[\\w-]+/)*[\\w-]+(?:\\.(?:csv|jsonl?|ya?ml|txt|ics|model))(?=$|[,:])")
                .matcher(word);
        return word.matches("out|tables|lake|march|weeks|my/calendars/holidays")
                ? folder.resolve(word).toString()
                : files.replaceAll(file ->
                        Matcher.quoteReplacement(folder.resolve(file.group()).toString()));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path there = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(each, there);
                }
            }
        }
    }

    private static String series() {
        StringBuilder lines = new StringBuilder();
        for (int step = 0; step < 120; step++) {
            lines.append(step)
                    .append(',')
                    .append(step < 100 ? 50 + step % 3 : 60)
                    .append('\n');
        }
        return lines.toString();
    }
}
