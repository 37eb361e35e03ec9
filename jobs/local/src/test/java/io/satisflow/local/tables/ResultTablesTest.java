package io.satisflow.local.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ResultTablesTest extends TopicFiles {
    @Test
    void theTeamThatMissedMostIsAQuestionOfOneLine() throws IOException {
        write(
                "ticket-events",
                "{'ticket':'T1','id':'1','channel':'desk','type':'created','at':'2026-03-02T08:00:00Z','known_at':'2026-03-02T08:00:00Z','status':'new','team':'billing'}",
                "{'ticket':'T2','id':'2','channel':'desk','type':'created','at':'2026-03-02T08:00:00Z','known_at':'2026-03-02T08:00:00Z','status':'new','team':'delivery'}",
                "{'ticket':'T1','id':'3','channel':'desk','type':'assigned','at':'2026-03-02T08:10:00Z','known_at':'2026-03-02T08:10:00Z','team':'returns','to':'mei'}");
        write(
                "sla-events",
                clock("T1", "activate", "08:00:00", ""),
                clock("T1", "breach", "10:00:00", ""),
                clock("T2", "activate", "08:00:00", ""),
                clock("T2", "fulfil", "09:00:00", ""));

        assertThat(ask("SELECT team, owner, outcome FROM sla_instances ORDER BY ticket"))
                .containsExactly(List.of("returns", "mei", "missed"), Arrays.asList("delivery", null, "met"));
    }

    @Test
    void aBreachThatWasWithdrawnIsNoMiss() throws IOException {
        write(
                "sla-events",
                clock("T1", "activate", "08:00:00", ""),
                clock("T1", "breach", "10:00:00", ""),
                clock("T1", "retract", "10:00:00", ",'retracts':'breach'"),
                clock("T1", "fulfil", "09:30:00", ""));

        assertThat(ask("SELECT outcome FROM sla_instances")).containsExactly(List.of("met"));
    }

    @Test
    void onlyTheLatestRevisionOfAFeedbackCounts() throws IOException {
        write(
                "scored-feedback",
                "{'id':'f','channel':'app','revision':1,'occurred_at':'2026-03-02T08:00:00Z','known_at':'2026-03-02T08:00:00Z','ratings':[{'question':'stars','value':1,'min':1,'max':5}]}",
                "{'id':'f','channel':'app','revision':2,'occurred_at':'2026-03-02T08:00:00Z','known_at':'2026-03-02T09:00:00Z','ratings':[{'question':'stars','value':5,'min':1,'max':5}]}");

        assertThat(ask("SELECT rating FROM ratings")).containsExactly(List.of("5.0"));
        assertThat(ask("SELECT count(*) FROM feedback")).containsExactly(List.of("1"));
    }

    /** The night of 8 March 2026 has 23 hours in New York; 04:59 UTC is still the day before, 04:00 the next night is not. */
    @Test
    void daysAreThoseOfTheZoneAcrossAChangeOfClocksAndAddUp() throws IOException {
        write(
                "satisfaction-panes",
                pane("2026-03-08T04:59:00Z", 1, 1),
                pane("2026-03-08T05:00:00Z", 2, 1),
                pane("2026-03-09T03:59:00Z", 4, 4),
                pane("2026-03-09T04:00:00Z", 8, 2));

        try (ResultTables tables = ResultTables.open(topics, NEW_YORK)) {
            assertThat(tables.ask("SELECT day, n, round(score, 1) FROM daily WHERE metric = 'csat' ORDER BY day")
                            .rows())
                    .containsExactly(
                            List.of("2026-03-07", "1", "100.0"),
                            List.of("2026-03-08", "6", "83.3"),
                            List.of("2026-03-09", "8", "25.0"));
            assertThat(tables.ask("SELECT sum(n), sum(top) FROM daily WHERE metric = 'csat'")
                            .rows())
                    .containsExactly(List.of("15", "8.0"));
        }
        try (ResultTables tables = ResultTables.open(topics, ZoneId.of("Asia/Shanghai"))) {
            assertThat(tables.ask("SELECT day, n, top FROM daily WHERE metric = 'csat' ORDER BY day")
                            .rows())
                    .as("no clocks change there, and the sums are the same")
                    .containsExactly(List.of("2026-03-08", "3", "2.0"), List.of("2026-03-09", "12", "6.0"));
        }
    }

    @Test
    void aRateIsTheShareOfItsHitsAndWhatCannotBeAddedUpHasNoScore() throws IOException {
        String sums =
                "'fcr.one_touch.n':8,'fcr.one_touch.hits':6,'fcr.one_touch.provisional':2,'complaint_rate.orders.complaints':3,"
                        + "'complaint_rate.orders.exposure':60,'customers.n':9,'csi.n':7,'volume.n':20,'volume.complaint.n':5";
        write(
                "satisfaction-panes",
                "{'segment':{},'from':'2026-03-02T08:00:00Z','to':'2026-03-02T08:01:00Z','as_of':'2026-03-02T08:01:00Z','sums':{%s}}"
                        .formatted(sums));

        assertThat(ask("SELECT metric, n, hits, provisional, score FROM daily ORDER BY metric"))
                .containsExactly(
                        Arrays.asList("complaint_rate.orders", "60", "3.0", null, "5.0"),
                        Arrays.asList("csi", "7", null, null, null),
                        Arrays.asList("customers", "9", null, null, null),
                        Arrays.asList("fcr.one_touch", "8", "6.0", "2.0", "75.0"),
                        Arrays.asList("volume", "20", null, null, "20.0"),
                        Arrays.asList("volume.complaint", "5", null, null, "5.0"));
    }

    @Test
    void aReportSaysHowSureAScoreIsInWordsAndNumbersAndHowItStandsBesideItsPlan() throws IOException {
        write(
                "satisfaction-steps",
                step(
                        "30d",
                        "2026-02-05T00:00:00Z",
                        "'nps':{'value':38.1,'n':400,'low':33.0,'high':43.2,'previous':42.2,'change_low':-6.2,"
                                + "'change_high':-2.0,'movement':'fell','shown':'shown','target':50.0,'plan':'behind'},"
                                + "'csat':{'value':80.0,'n':9,'previous':81.0,'change_low':-9.0,'change_high':7.0,'movement':'within_noise',"
                                + "'shown':'greyed','provisional':4},'ces':{'value':5.0,'n':3,'shown':'hidden'}"),
                step(
                        "year",
                        "2026-01-01T00:00:00Z",
                        "'nps':{'value':40.0,'n':900,'low':36.0,'high':44.0,'shown':'shown','target':43.0,"
                                + "'plan':'on','needed':59.5}"));

        try (ResultTables tables = ResultTables.open(topics, NEW_YORK)) {
            Report report = Report.of(
                    tables,
                    new Report.Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-08"), NEW_YORK),
                    List.of("team"),
                    Locale.ENGLISH);

            assertThat(section(report, "How sure: the longest window at the end"))
                    .containsExactly(
                            Arrays.asList("30d", "ces", "3", null, null, null, null, null, "too few to show"),
                            Arrays.asList("30d", "csat", "9", "80.0", null, null, "within noise", "4", "few answers"),
                            Arrays.asList(
                                    "30d",
                                    "nps",
                                    "400",
                                    "38.1",
                                    "33.0",
                                    "43.2",
                                    "fell by 4.1 (2.0 to 6.2)",
                                    null,
                                    null));
            assertThat(section(report, "Beside targets"))
                    .containsExactly(
                            Arrays.asList("nps", "30d", "400", "38.1", "50.0", "behind", null),
                            Arrays.asList("nps", "year", "900", "40.0", "43.0", "on", "59.5"));
        }
    }

    private static String step(String window, String from, String metrics) {
        return "{'segment':{},'window':'%s','from':'%s','to':'2026-03-07T00:00:00Z','as_of':'2026-03-07T00:00:00Z','metrics':{%s}}"
                .formatted(window, from, metrics);
    }

    @Test
    void aReportIsEscapedAndSaysWhereThereIsNothing() throws IOException {
        write(
                "scored-feedback",
                "{'id':'f','channel':'app','revision':1,'occurred_at':'2026-03-02T08:00:00Z','known_at':'2026-03-02T08:00:00Z','text':'<script>alert(1)</script>','sentiment':{'label':'negative','score':-0.5,'scorer':'x'}}");

        try (ResultTables tables = ResultTables.open(topics, NEW_YORK)) {
            Report report = Report.of(
                    tables,
                    new Report.Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-08"), NEW_YORK),
                    List.of("team"),
                    Locale.SIMPLIFIED_CHINESE);

            assertThat(ReportFormat.HTML.of(report, Locale.SIMPLIFIED_CHINESE))
                    .contains("客户原话", "&lt;script&gt;", "此期间没有数据。")
                    .doesNotContain("<script>");
        }
    }

    @Test
    void csvHasAFieldForEachColumnAndQuotesWhatDivides() {
        try (ResultTables tables = ResultTables.open(topics, NEW_YORK)) {
            assertThat(AnswerFormat.CSV.of(tables.ask("SELECT 1 AS one, 'a, b' AS two, NULL AS three")))
                    .isEqualTo("one,two,three\n1,\"a, b\",");
        }
    }

    @Test
    void aFolderWithoutTopicsIsToldInASentence() {
        assertThatThrownBy(() -> ResultTables.open(topics.resolve("elsewhere"), NEW_YORK))
                .isInstanceOf(TablesException.class)
                .hasMessageContaining("holds no topics");
    }

    private static String pane(String from, int answers, int top) {
        return "{'segment':{},'from':'%s','to':'%s','as_of':'%s','sums':{'csat.n':%d,'csat.top':%d}}"
                .formatted(from, from, from, answers, top);
    }
}
