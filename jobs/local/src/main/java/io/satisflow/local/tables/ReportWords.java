package io.satisflow.local.tables;

import io.satisflow.alerts.notice.NamesInWords;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.local.tables.ResultTables.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of a report in one language. In English its columns, metrics and clocks have the names by which they are asked for in
 * SQL; elsewhere they have the words that alerts and the wall use.
 */
final class ReportWords {
    private final ResourceBundle words;
    private final @Nullable NamesInWords names;

    private ReportWords(ResourceBundle words, @Nullable NamesInWords names) {
        this.words = words;
        this.names = names;
    }

    /** Never in the language of the machine it runs on. */
    static ReportWords in(Locale language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "io.satisflow.local.tables.report", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        boolean isChinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
        return new ReportWords(words, isChinese ? new NamesInWords(Language.CHINESE) : null);
    }

    String say(String name) {
        return words.getString(name);
    }

    /** Columns one behind the other. */
    String columns(List<String> columns) {
        return columns.stream().map(name -> word("column", name)).collect(Collectors.joining(say("list")));
    }

    Answer told(Answer answer) {
        if (names == null) {
            return answer;
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (List<@Nullable String> row : answer.rows()) {
            List<@Nullable String> told = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                String value = row.get(column);
                told.add(value == null ? null : value(names, answer.columns().get(column), value));
            }
            rows.add(told);
        }
        return new Answer(
                answer.columns().stream().map(name -> word("column", name)).toList(), rows, answer.fractions());
    }

    private String value(NamesInWords names, String column, String value) {
        return switch (column) {
            case "metric" -> names.metric(value);
            case "clock", "severity", "aspect" -> names.word(column, value);
            case "window", "plan", "priority" -> word(column, value);
            default -> value;
        };
    }

    private String word(String kind, String name) {
        String key = kind + "." + name;
        return words.containsKey(key) ? words.getString(key) : name;
    }
}
