package io.satisflow.local.cli.run;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The demo's screen as a README shows it, and what of it stays the same from run to run. */
record ReadmeScreen(List<String> lines) {
    private static final String FENCE = "```";
    private static final String DETAIL = "     ";
    private static final Pattern CHANGES = Pattern.compile("[0-9↑↓→✗✓!]");
    private static final Pattern FIGURE = Pattern.compile("[-+]?\\d+[.:]\\d+|region=\\w+|\\d+ ?%|“[^”]*");

    /** @param mark that a line of the screen, and of no other example, contains */
    static ReadmeScreen of(String readme, String mark) throws IOException {
        List<String> block = new ArrayList<>();
        for (String line : Files.readAllLines(CommandLineRun.HOME.resolve(readme))) {
            if (!line.startsWith(FENCE)) {
                block.add(line);
            } else if (block.stream().anyMatch(inside -> inside.contains(mark))) {
                return new ReadmeScreen(block);
            } else {
                block.clear();
            }
        }
        throw new AssertionError(readme + " shows no screen with " + mark);
    }

    /** The line of the first alert that fires and those that say why. */
    static List<String> alert(List<String> lines, String fires) {
        int first = 0;
        while (first < lines.size() && !lines.get(first).contains(fires)) {
            first++;
        }
        int end = first + 1;
        while (end < lines.size() && lines.get(end).startsWith(DETAIL)) {
            end++;
        }
        return first == lines.size() ? List.of() : List.copyOf(lines.subList(first, end));
    }

    /** The legend, and what to try next: the same in every run. */
    List<String> fixed() {
        return lines.stream()
                .filter(line -> line.startsWith("↑↓") || line.contains("./satisflow replay"))
                .toList();
    }

    /** What each line begins with, up to the first figure or mark. */
    List<String> heads() {
        return lines.stream()
                .filter(line -> !line.startsWith(DETAIL))
                .map(ReadmeScreen::head)
                .filter(head -> !head.isBlank())
                .toList();
    }

    static String head(String line) {
        return CHANGES.split(line.replaceFirst("^24h", "day"), 2)[0];
    }

    /** Whatever the language, the same alert has the same figures, names and words of customers. */
    static List<String> figures(List<String> alert) {
        return FIGURE.matcher(String.join("\n", alert))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
