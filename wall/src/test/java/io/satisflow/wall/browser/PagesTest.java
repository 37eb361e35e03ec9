package io.satisflow.wall.browser;

import static io.satisflow.wall.browser.WallInBrowser.PATIENCE;
import static io.satisflow.wall.browser.WallInBrowser.VIEWS;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.wall.state.Records;
import io.satisflow.wire.SatisfactionRow;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(BrowserExtension.class)
class PagesTest {
    @RegisterExtension
    final WallInBrowser seen = new WallInBrowser();

    @BeforeEach
    void fill() {
        Records.fill(seen.wall.state);
        seen.wall.live(Records.NOON.plusSeconds(60));
    }

    @Test
    void aChangedScoreChangesTheNumberWithoutAReload() {
        seen.open("#/overview");
        seen.tab.await("document.querySelector('.tile-value').innerText.startsWith('80.0')", PATIENCE);

        present(Records.row(Map.of(), Records.NOON.plusSeconds(900), 61.5, 410));

        seen.tab.await("document.querySelector('.tile-value').innerText.startsWith('61.5')", PATIENCE);
        seen.await(".tile", "off target", "57.5 to 65.5", "n 410", "Target 80.0");
    }

    @Test
    void fewAnswersAreGreyTooFewAreNotShownAndNoneAreNoZero() {
        seen.open("#/overview");

        present(Records.row(Map.of(), Records.NOON.plusSeconds(900), 61.5, 12));
        seen.tab.await("document.querySelector('.tile.is-few')", PATIENCE);
        seen.await(".tile", "61.5", "Few answers", "n 12");

        present(Records.row(Map.of(), Records.NOON.plusSeconds(1800), 61.5, 4));
        seen.tab.await("document.querySelector('.tile.is-hidden')", PATIENCE);
        seen.await(".tile", "Too few answers to show");
        assertThat(seen.shown(".tile")).doesNotContain("61.5");
    }

    @Test
    void aClockCountsDownAndTurnsWhenItsTimeIsUp() {
        seen.open("#/clocks");
        seen.tab.await("document.querySelector('.left.is-running')?.innerText.match(/^5[0-9]:[0-9][0-9]$/)", PATIENCE);
        String before = seen.shown(".left");
        seen.tab.await("document.querySelector('.left').innerText !== " + Tab.quoted(before), PATIENCE);

        seen.wall.state.change(() -> seen.wall.state.heard(Records.word("T-1", "breach")));

        seen.tab.await("document.querySelector('tr.is-breached')", PATIENCE);
        seen.await(".band", "1 broken promise");
        seen.await(".tabs a[href='#/clocks'] .badge", "1");
    }

    @Test
    void anAlertAppearsWithItsReasonAndGoes() {
        seen.open("#/alerts");
        seen.tab.awaitText("Acknowledged by lead", PATIENCE);
        seen.await(".card", "Satisfied fell from", "All feedback", "Acknowledged by lead");

        seen.wall.state.change(() -> seen.wall.state.heard(Records.alert("a1", "resolved")));

        seen.tab.awaitText("No alert is firing", PATIENCE);
        seen.await(".band", "All quiet");
    }

    @Test
    void aCellLeadsToTheTextsAndTicketsBehindIt() {
        seen.open("#/segments?by=channel&metric=csat");
        seen.tab.await("document.querySelector('.ranked a')", PATIENCE);

        seen.tab.click(".ranked a");
        seen.tab.awaitText("Where is my lamp?", PATIENCE);
        seen.tab.await("document.querySelector('.evidence .ticket-head a')", PATIENCE);
        seen.tab.click(".evidence .ticket-head a");

        seen.await("main", "What happened", "First reply", "T-1", "opened", "starts", "deliveries", "c-7");
    }

    @Test
    void theLinkOfAnAlertOpensItsSegmentAndTime() {
        seen.tab.open(seen.wall.address("/?alert=a1").toString());

        seen.tab.await("location.hash.startsWith('#/over-time') && document.querySelector('.uplot')", PATIENCE);
        assertThat(seen.tab.evaluate("location.hash").asText())
                .contains("metric=csat", "segment=%28all%29", "at=2026-03-02T12%3A00%3A00Z");
        seen.await("main", "release 4.2", "81.0", "66.0", "Nothing arrives any more.");
    }

    @Test
    void languageThemeAndZoneSwitchAtOnceAndHoldAfterAReload() {
        seen.tab.zone("Asia/Tokyo");
        seen.open("#/settings");
        seen.await("#head", "12:0", "UTC");
        clickWord("of this browser (Asia/Tokyo)");
        clickWord("简体中文");
        clickWord("深色");
        seen.tab.awaitText("显示设置", PATIENCE);

        seen.reload();

        seen.await("main", "显示设置");
        seen.await("#head", "总览", "2026年3月2日", "21:0", "Tokyo");
        assertThat(seen.tab
                        .evaluate("document.documentElement.lang + document.documentElement.dataset.theme")
                        .asText())
                .isEqualTo("zh-CNdark");
        assertThat(seen.shown("#head")).doesNotContain("Overview", "UTC");
    }

    @Test
    void aReloadShowsTheSameView() {
        seen.open("#/clocks?standing=running");
        seen.tab.await("document.querySelector('.sum.is-running[aria-current]')", PATIENCE);

        seen.reload();

        seen.tab.await(
                "document.querySelector('.sum.is-running[aria-current]') && document.querySelector('.left')", PATIENCE);
    }

    @Test
    void whenTheEngineFallsSilentThePageSaysSoAndFades() {
        seen.open("#/overview");

        seen.wall.silence();

        // No word of the server either: its heart is part of what fell silent.
        seen.tab.await("document.documentElement.dataset.condition === 'lost'", PATIENCE);
        seen.await(".band", "Connection lost. What you see is from");
        seen.tab.await("Number(getComputedStyle(document.querySelector('main')).opacity) < 0.7", PATIENCE);
    }

    @Test
    void twoTabsShareOneStream() {
        seen.open("#/overview");
        try (Tab other = seen.browser.tabBeside(seen.tab)) {
            other.open(seen.wall.address("/").toString() + "#/overview");
            other.await("document.querySelector('.tile-value')?.innerText.startsWith('80.0')", PATIENCE);
            assertThat(seen.wall.streams.listening()).isEqualTo(1);

            present(Records.row(Map.of(), Records.NOON.plusSeconds(900), 70, 400));

            other.await("document.querySelector('.tile-value').innerText.startsWith('70.0')", PATIENCE);
        }
    }

    @Test
    void aScreenTurnsItsPagesAndHasNoControls() {
        seen.tab.first("localStorage.setItem('satisflow.wall', JSON.stringify({display:"
                + " {pages: ['overview', 'clocks'], seconds: {overview: 5, clocks: 5}}}))");
        seen.open("#/overview?tv=1");
        seen.tab.await("getComputedStyle(document.querySelector('.tabs')).display === 'none'", PATIENCE);

        seen.tab.await("location.hash === '#/clocks?tv=1' && document.querySelector('table.clocks')", PATIENCE);
        seen.tab.await("location.hash === '#/overview?tv=1' && document.querySelector('.tile')", PATIENCE);

        seen.tab.await("document.documentElement.scrollHeight <= innerHeight", PATIENCE);
    }

    /** Half an hour of the engine passes in the blink of an eye, with a row for each minute. */
    @Test
    void aScreenLeftAloneStillUpdates() {
        seen.open("#/overview?tv=1");
        for (int minute = 1; minute <= 30; minute++) {
            present(Records.row(Map.of(), Records.NOON.plus(Duration.ofMinutes(minute)), 50 + minute, 400));
        }

        seen.tab.await("document.querySelector('.tile-value').innerText.startsWith('80.0')", PATIENCE);
        present(Records.row(Map.of(), Records.NOON.plus(Duration.ofMinutes(31)), 42, 400));
        seen.tab.await("document.querySelector('.tile-value').innerText.startsWith('42.0')", PATIENCE);
        assertThat(seen.tab
                        .evaluate("document.querySelectorAll('.tile').length")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void noPageHasErrorsOrLeavesItsOrigin() {
        for (String view : VIEWS) {
            seen.open(view);
            assertThat(seen.tab.problems()).as(view).isEmpty();
        }
        assertThat(seen.tab.requests())
                .isNotEmpty()
                .allMatch(address -> address.startsWith(seen.wall.address("/").toString()));
    }

    private void present(SatisfactionRow row) {
        seen.wall.state.change(() -> seen.wall.state.present(row));
    }

    private void clickWord(String word) {
        seen.tab.await(
                "[...document.querySelectorAll('main button')].some(button => button.innerText === " + Tab.quoted(word)
                        + ")",
                PATIENCE);
        seen.tab.evaluate("[...document.querySelectorAll('main button')].find(button => button.innerText === "
                + Tab.quoted(word) + ").click()");
    }
}
