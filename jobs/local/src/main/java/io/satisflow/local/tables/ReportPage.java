package io.satisflow.local.tables;

import io.satisflow.local.tables.ResultTables.Answer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report as one HTML page that needs nothing else: it can be mailed, printed and opened anywhere. */
final class ReportPage {
    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
            table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
            th,td{text-align:start;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #8884;vertical-align:top}
            td.number{text-align:end;white-space:nowrap}
            p.empty{opacity:.6}""";

    private ReportPage() {}

    static String of(Report report, String language) {
        String sections = report.sections().stream().map(ReportPage::section).collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%s</title><style>%s</style></head><body>
                <h1>%s</h1>
                %s
                </body></html>""".formatted(language, escaped(report.title()), STYLE, escaped(report.title()), sections);
    }

    private static String section(Report.Section section) {
        String content = section.answer().rows().isEmpty()
                ? "<p class=\"empty\">" + escaped(section.ifEmpty()) + "</p>"
                : table(section.answer());
        return "<h2>%s</h2>\n%s".formatted(escaped(section.title()), content);
    }

    private static String table(Answer answer) {
        String head = answer.columns().stream()
                .map(name -> "<th>" + escaped(name) + "</th>")
                .collect(Collectors.joining());
        String body = answer.rows().stream().map(ReportPage::row).collect(Collectors.joining("\n"));
        return "<table><thead><tr>%s</tr></thead><tbody>\n%s\n</tbody></table>".formatted(head, body);
    }

    private static String row(List<@Nullable String> row) {
        return row.stream().map(ReportPage::cell).collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String cell(@Nullable String value) {
        boolean number = value != null && value.matches("-?[0-9.]+");
        return "<td%s>%s</td>".formatted(number ? " class=\"number\"" : "", value == null ? "–" : escaped(value));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
