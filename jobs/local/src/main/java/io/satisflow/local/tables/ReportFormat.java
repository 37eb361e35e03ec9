package io.satisflow.local.tables;

import java.util.Locale;
import java.util.stream.Collectors;

/** How a report is written. */
public enum ReportFormat {
    TEXT {
        @Override
        public String of(Report report, Locale language) {
            return report.title() + "\n\n" + sections(report, AnswerFormat.TABLE);
        }
    },
    CSV {
        @Override
        public String of(Report report, Locale language) {
            return sections(report, AnswerFormat.CSV);
        }
    },
    HTML {
        @Override
        public String of(Report report, Locale language) {
            return ReportPage.of(report, language.toLanguageTag());
        }
    };

    /** Without the end of the last line. */
    public abstract String of(Report report, Locale language);

    private static String sections(Report report, AnswerFormat format) {
        return report.sections().stream()
                .map(section -> section.title() + "\n"
                        + (section.answer().rows().isEmpty() ? section.ifEmpty() : format.of(section.answer())))
                .collect(Collectors.joining("\n\n"));
    }
}
