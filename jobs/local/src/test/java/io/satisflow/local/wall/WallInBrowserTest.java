package io.satisflow.local.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.broker.EmbeddedBroker;
import io.satisflow.wall.Wall;
import io.satisflow.wall.WallOptions;
import io.satisflow.wall.browser.Chromium;
import io.satisflow.wall.browser.Tab;
import io.satisflow.wall.view.Views;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wall on a real broker in a real browser, as somebody sees it who clicks. */
class WallInBrowserTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String LONG_NAME =
            "Donaudampfschifffahrtsgesellschaft für Kinderzimmermöbel und Gartenlaternen";
    /** Where pictures of the states go that are seen here, for people to look at; usually nowhere. */
    private static final Optional<Path> PICTURES =
            Optional.ofNullable(System.getProperty("satisflow.pictures")).map(Path::of);

    @TempDir
    private static Path directory;

    private static EmbeddedBroker broker;
    private static Chromium browser;
    private static JobsWords jobs;
    private static Wall wall;

    @BeforeAll
    static void start() {
        Optional<Path> binary = Chromium.find();
        assumeTrue(binary.isPresent(), Chromium.REMEDY);
        browser = Chromium.start(binary.orElseThrow());
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        jobs = new JobsWords(kafka());
        jobs.time(JobsWords.NOON);
        wall = Wall.start(options(0));
    }

    @AfterAll
    static void stop() {
        if (wall != null) {
            wall.close();
            jobs.close();
            broker.close();
            browser.close();
        }
    }

    @Test
    void anAlertAppearsIsAcknowledgedAndSilencedByClicksAndResolves() throws Exception {
        jobs.score(Map.of(), 81.5, 400);
        try (Tab tab = browser.tab()) {
            tab.size(1360, 850, 1, false);
            tab.open(wall.address() + "#/alerts");
            tab.await("document.querySelector('main h1')", PATIENCE);

            jobs.alert("a1", "firing");
            jobs.time(JobsWords.NOON.plusSeconds(10));
            tab.awaitText("Satisfied fell from 81.0", PATIENCE);

            tab.click(".card .actions button");
            tab.evaluate("document.querySelector('.card form input').value = 'the courier was told'");
            tab.click(".card form button.is-main");
            tab.awaitText("the courier was told", PATIENCE);
            tab.awaitText("Acknowledged by localhost", PATIENCE);

            tab.click(".card .actions button");
            tab.evaluate("document.querySelector('.card form input').value = 'known until tonight'");
            tab.click(".card form button.is-main");
            tab.await("document.querySelector('.card')?.innerText.includes('silenced')", PATIENCE);
            tab.awaitText("known until tonight", PATIENCE);
            tab.awaitText("by localhost", PATIENCE);
            picture(tab, "alert-held");

            jobs.alert("a1", "resolved");
            tab.awaitText("No alert is firing", PATIENCE);
            assertThat(tab.problems()).isEmpty();
        }
    }

    @Test
    void aPromiseCountsDownTurnsAtItsTimeAndTheScreenHealsWhenServerAndBrokerComeBack() throws Exception {
        jobs.score(Map.of(), 71.5, 400);
        jobs.ticket("T-1", Map.of("team", "deliveries", "attributes.subject", "Where is my lamp?"), 1);
        jobs.promise("T-1", "activate", Duration.ofMinutes(30));
        try (Tab tab = browser.tab()) {
            tab.size(1600, 900, 1, false);
            tab.open(wall.address() + "#/clocks?tv=1");
            tab.await("/^(29|30):[0-9][0-9]$/.test(document.querySelector('.left')?.innerText)", PATIENCE);

            jobs.promise("T-1", "breach", Duration.ofMinutes(30));
            jobs.time(JobsWords.NOON.plus(Duration.ofMinutes(31)));
            tab.await("document.querySelector('tr.is-breached')", PATIENCE);
            awaitBand(tab, "1 broken promise", JobsWords.NOON.plus(Duration.ofMinutes(31)));
            picture(tab, "tv-clocks-broken");

            tab.evaluate("location.hash = '#/overview?tv=1'");
            tab.await("document.querySelector('.tile-value')?.innerText.startsWith('71.5')", PATIENCE);
            int port = URI.create(wall.address()).getPort();
            wall.close();
            tab.await("document.documentElement.dataset.condition === 'lost'", PATIENCE);
            jobs.close();
            int brokerPort = brokerPort();
            broker.close();
            broker = EmbeddedBroker.start(directory.resolve("broker"), brokerPort);
            wall = Wall.start(options(port));
            jobs = new JobsWords(kafka());
            jobs.score(Map.of(), 64.5, 400);
            jobs.time(JobsWords.NOON.plus(Duration.ofMinutes(32)));

            tab.await("document.querySelector('.tile-value')?.innerText.startsWith('64.5')", PATIENCE);
            tab.await("document.documentElement.dataset.condition !== 'lost'", PATIENCE);
        }
    }

    @Test
    void oneTenAndAThousandSegmentsCanBeReadAndFound() throws Exception {
        try (Tab tab = browser.tab()) {
            tab.size(1360, 850, 1, false);
            jobs.score(Map.of(), 81.5, 400);
            jobs.score(Map.of("channel", "app"), 66, 40);
            jobs.time(JobsWords.NOON.plusSeconds(20));
            tab.open(wall.address() + "#/settings");
            tab.await("document.querySelector('main h1')", PATIENCE);
            awaitGroupings(tab, 2);
            tab.evaluate("location.hash = '#/segments?by=channel&metric=csat'");
            tab.reload();
            tab.await("document.querySelectorAll('.ranked tbody tr').length === 1", PATIENCE);
            picture(tab, "segments-1");

            List<String> names =
                    List.of(LONG_NAME, "小程序客服与售后服务中心（华东大区）", "web", "phone", "post", "shop", "fax", "chat", "sms");
            for (int i = 0; i < names.size(); i++) {
                jobs.score(Map.of("channel", names.get(i)), 60 + 3 * i, i == 2 ? 3 : i == 3 ? 12 : 90);
            }
            tab.await("document.querySelectorAll('.ranked tbody tr').length === 10", PATIENCE);
            assertThat(overflows(tab)).as("what stands out of its box").isEmpty();
            picture(tab, "segments-10");

            for (int i = 0; i < 1_000; i++) {
                jobs.score(Map.of("product", "product " + i), i % 100, 50 + i);
            }
            awaitGroupings(tab, 3);
            tab.evaluate("location.hash = '#/segments?by=product&metric=csat'");
            tab.reload();
            tab.await("document.querySelector('.pager')?.innerText.includes('1 to 50 of 1,000')", PATIENCE);
            tab.await("document.querySelectorAll('.ranked tbody tr').length === 50", PATIENCE);
            picture(tab, "segments-1000");
            tab.click(".pager a[aria-label='Next page']");
            tab.await("document.querySelector('.pager').innerText.includes('51 to 100')", PATIENCE);

            tab.evaluate("(() => { const find = document.querySelector('.fields input');"
                    + " find.value = 'product 777'; find.dispatchEvent(new Event('input')); })()");
            tab.await("document.querySelectorAll('.ranked tbody tr').length === 1", PATIENCE);
            tab.awaitText("product 777", PATIENCE);
            tab.awaitText("77.0", PATIENCE);
            assertThat(tab.evaluate("location.hash").asText()).contains("find=product+777");
            assertThat(tab.problems()).isEmpty();
        }
    }

    /** Waits for words of the band, which says other things when the engine falls silent: so it goes on speaking. */
    private static void awaitBand(Tab tab, String words, Instant now) {
        AtomicLong seconds = new AtomicLong();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            jobs.time(now.plusSeconds(seconds.getAndIncrement()));
            return tab.text().contains(words);
        });
    }

    /** The words of boxes whose content is wider than they are, and which do not cut it with three dots. */
    private static String overflows(Tab tab) {
        return tab.evaluate(
                        "[...document.querySelectorAll('main *')].filter(one => one.scrollWidth > one.clientWidth + 1"
                                + " && getComputedStyle(one).overflowX === 'visible' && getComputedStyle(one).display === 'block')"
                                + ".map(one => one.innerText).join('; ')")
                .asText();
    }

    /** The wall has heard of so many ways to split feedback. */
    private static void awaitGroupings(Tab tab, int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> tab.evaluate(
                                        "fetch('api/setup').then(answer => answer.json()).then(setup => setup.groupings.length)")
                                .asInt()
                        >= count);
    }

    private static void picture(Tab tab, String name) throws IOException {
        if (PICTURES.isPresent()) {
            Files.createDirectories(PICTURES.get());
            tab.screenshot(PICTURES.get().resolve(name + ".png"));
        }
    }

    private static KafkaConnection kafka() {
        return new KafkaConnection(broker.clientProperties(), new TopicNames("satisflow"));
    }

    private static int brokerPort() {
        return Integer.parseInt(String.valueOf(broker.clientProperties().get("bootstrap.servers"))
                .replaceFirst(".*:", ""));
    }

    private static WallOptions options(int port) {
        return new WallOptions(
                kafka(),
                WallOptions.LOOPBACK,
                port,
                ZoneOffset.UTC,
                "en",
                List.of(new Views.MetricSetting("csat", "higher", 80.0, List.of(JobsWords.WINDOW))),
                List.of(),
                WallOptions.VIEWERS);
    }
}
