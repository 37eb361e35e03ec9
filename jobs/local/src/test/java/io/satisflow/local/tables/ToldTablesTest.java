package io.satisflow.local.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How answers and reports are worded: instants, what is missing, texts that were said twice, and what is wrong with a question. */
class ToldTablesTest extends TopicFiles {
    @Test
    void everyInstantIsToldInTheZoneOfTheTables() throws IOException {
        write("sla-events", clock("T1", "activate", "08:00:00", ""), clock("T1", "breach", "10:00:00", ""));

        assertThat(ask("SELECT started_at, breached_at FROM sla_instances"))
                .containsExactly(List.of("2026-03-02T03:00:00-05:00", "2026-03-02T05:00:00-05:00"));
        assertThat(section(report(), "Missed by most").get(0)).contains("2026-03-02T05:00:00-05:00");
    }

    @Test
    void aTicketThatWasClosedWithoutAnAnswerIsLateUpToItsEndAndNotToThatOfTheData() throws IOException {
        write(
                "sla-events",
                clock("1", "activate", "09:00:00", ""),
                clock("1", "breach", "10:00:00", ""),
                clock("1", "cancel", "10:33:00", ",'reason':'solved without a reply'"),
                clock("2", "activate", "19:00:00", ""));
        assertThat(section(report(), "Missed by most").get(0)).endsWith("33");
    }

    @Test
    void aReportQuotesATextOnceAndSaysHowOftenItWasSaid() throws IOException {
        write(
                "scored-feedback",
                text("a", "2026-03-02T08:00:00Z", "Where is  my parcel?", -0.9),
                text("b", "2026-03-03T08:00:00Z", "where is my parcel?", -0.8),
                text("c", "2026-03-04T08:00:00Z", "The lid leaks.", -0.7));

        assertThat(section(report(), "In customers' words"))
                .containsExactly(
                        Arrays.asList("2026-03-03T03:00:00-05:00", "app", null, "-0.9", "2", "where is my parcel?"),
                        Arrays.asList("2026-03-04T03:00:00-05:00", "app", null, "-0.7", "1", "The lid leaks."));
    }

    @Test
    void inChineseColumnsMetricsAndClocksHaveTheWordsOfAlerts() throws IOException {
        write("sla-events", clock("T1", "activate", "08:00:00", ""), clock("T1", "breach", "10:00:00", ""));
        write("alerts", alert("2", "firing"));
        write(
                "satisfaction-panes",
                "{'segment':{},'from':'2026-03-02T08:00:00Z','to':'2026-03-02T08:01:00Z','as_of':'2026-03-02T08:01:00Z',"
                        + "'sums':{'csat.n':40,'csat.top':30,'sla_attainment.first_reply.met':8,'sla_attainment.first_reply.missed':2,"
                        + "'volume.complaint.n':5,'sentiment.negative.n':9,'sentiment.negative.hits':3}}");

        String told = ReportFormat.TEXT.of(report(Locale.SIMPLIFIED_CHINESE), Locale.SIMPLIFIED_CHINESE);

        assertThat(told)
                .contains("承诺兑现（按团队）", "指标", "满意率", "承诺达成率（首次回复）", "反馈量（投诉）", "情感（负面占比）")
                .contains("首次回复", "超时分钟", "告警（示例用设置里的语言）", "警告");
        assertThat(told.replace("T1", "").replace("low", ""))
                .as("nothing is left in English but names that others gave")
                .doesNotContain("metric", "first_reply", "minutes_late", "note", "severity", "percent", "by team");
    }

    @Test
    void aFractionIsRoundedForPeopleAndWholeForPrograms() {
        try (ResultTables tables = ResultTables.open(topics, NEW_YORK)) {
            ResultTables.Answer answer = tables.ask(
                    "SELECT CAST('177.95000000000002' AS DOUBLE) AS a, 0.000123456789::DOUBLE AS b, 12.5::DOUBLE AS c,"
                            + " '3.14159265358979' AS words");

            assertThat(AnswerFormat.TABLE.of(answer).lines().skip(1).findFirst().orElseThrow())
                    .contains("177.95 ", "0.000123457 ", "12.5 ", "3.14159265358979");
            assertThat(AnswerFormat.CSV.of(answer)).contains("177.95000000000002", "3.14159265358979");
        }
    }

    @Test
    void anAlertThatNeverFiredIsNoneThatStillFires() throws IOException {
        write("alerts", alert("1", "inactive"), alert("2", "firing"), alert("3", "resolved"));

        assertThat(section(report(), "Alerts, with examples in the language of the settings"))
                .extracting(row -> row.subList(0, 4))
                .containsExactly(List.of("low", "warning", "2", "1"));
    }

    @Test
    void whatFeedbackDoesNotCarryIsNoneAndNotNull() throws IOException {
        write(
                "satisfaction-panes",
                "{'segment':{'team':'null','channel':'app'},'from':'2026-03-02T08:00:00Z','to':'2026-03-02T08:01:00Z',"
                        + "'as_of':'2026-03-02T08:01:00Z','sums':{'volume.n':2}}",
                "{'segment':{'team':'(none)','channel':'app'},'from':'2026-03-02T08:00:00Z','to':'2026-03-02T08:01:00Z',"
                        + "'as_of':'2026-03-02T08:01:00Z','sums':{'volume.n':3}}");

        assertThat(ask("SELECT segment, team, product, n FROM daily ORDER BY n"))
                .containsExactly(
                        Arrays.asList("{team='(none)', channel=app}", "(none)", null, "2"),
                        Arrays.asList("{team='\\\\(none)', channel=app}", "\\(none)", null, "3"));
    }

    @Test
    void aWrongColumnOrTableIsNamedFirstAndThenWhatThereIs() {
        assertThatThrownBy(() -> ask("SELECT foo, channel FROM dead_letters"))
                .isInstanceOf(TablesException.class)
                .hasMessage(
                        "There is no column foo; there are: dead_letters (channel, reason, message, refused_at, topic,"
                                + " partition, offset, source_row)");
        assertThatThrownBy(() -> ask("SELECT d.foo FROM dead_letters d"))
                .hasMessageStartingWith("There is no column foo; there are: dead_letters (channel,");
        assertThatThrownBy(() -> ask("SELECT * FROM alarms"))
                .hasMessageStartingWith("There is no table alarms; there are: alerts, aspects,");
        assertThatThrownBy(() -> ask("SELEC 1")).hasMessageStartingWith("Parser Error: syntax error");
    }

    private static String text(String id, String at, String said, double score) {
        return "{'id':'%s','channel':'app','revision':1,'occurred_at':'%s','known_at':'%s','text':'%s','sentiment':{'label':'negative','score':%s,'scorer':'x'}}"
                .formatted(id, at, at, said, score);
    }

    private static String alert(String id, String state) {
        return "{'id':'%s','rule':'low','key':'k','state':'%s','since':'2026-03-02T08:00:00Z','severity':'warning','labels':{},'annotations':{'summary':'s'},'as_of':'2026-03-02T08:00:00Z'}"
                .formatted(id, state);
    }
}
