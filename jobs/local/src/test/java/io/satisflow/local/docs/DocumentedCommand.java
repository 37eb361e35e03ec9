package io.satisflow.local.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * A command of ours as some text shows it.
 *
 * @param words as a shell would part them
 */
public record DocumentedCommand(String file, List<String> words) {
    private static final String LAUNCHER = "./satisflow ";

    /** In the fences of all documents. */
    public static List<DocumentedCommand> all() {
        return Documents.all().stream()
                .flatMap(file -> in(Documents.ROOT.relativize(file).toString(), Documents.code(file)).stream())
                .toList();
    }

    /** Those that are shown whole: no dots for more words, no choice between words. */
    public static List<DocumentedCommand> in(String file, List<String> lines) {
        List<DocumentedCommand> commands = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : lines) {
            boolean goesOn = line.endsWith("\\");
            open.append(open.isEmpty() ? "" : " ").append(goesOn ? line.substring(0, line.length() - 1) : line);
            // A quoted question may go over several lines.
            if (goesOn
                    || open.chars().filter(letter -> letter == '"').count() % 2 == 1 && open.indexOf(LAUNCHER) >= 0) {
                continue;
            }
            String text = open.toString();
            open.setLength(0);
            int at = text.indexOf(LAUNCHER);
            if (at >= 0) {
                List<String> words = words(text.substring(at + LAUNCHER.length()));
                if (!words.isEmpty() && words.stream().noneMatch(DocumentedCommand::isOpen)) {
                    commands.add(new DocumentedCommand(file, words));
                }
            }
        }
        return commands;
    }

    private static boolean isOpen(String word) {
        return word.contains("...") || word.startsWith("[") || word.equals("COMMAND") || word.equals("…");
    }

    /** Up to a comment, a pipe, a redirection or the next command. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (char letter : (text + " ").toCharArray()) {
            if (quote != 0) {
                if (letter == quote) {
                    quote = 0;
                } else {
                    word.append(letter);
                }
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
                begun = true;
            } else if (Character.isWhitespace(letter)) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else if (!begun && "#|><&;".indexOf(letter) >= 0) {
                return words;
            } else if (letter == '>') {
                return words;
            } else if (letter == ';' || letter == ')' || letter == '`') {
                if (begun) {
                    words.add(word.toString());
                }
                return words;
            } else {
                word.append(letter);
                begun = true;
            }
        }
        return words;
    }
}
