package io.satisflow.wall.browser;

import io.satisflow.wall.WallFixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A wall, and a tab that looks at it. */
final class WallInBrowser implements BeforeEachCallback, AfterEachCallback {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final List<String> VIEWS = List.of(
            "#/overview",
            "#/over-time?metric=csat&window=24h",
            "#/segments?by=channel&metric=csat&cell=channel%3Dapp",
            "#/clocks",
            "#/alerts",
            "#/stream",
            "#/ticket/T-1",
            "#/customer/c-7",
            "#/settings");

    @SuppressWarnings("NullAway.Init")
    WallFixture wall;

    @SuppressWarnings("NullAway.Init")
    Tab tab;

    @SuppressWarnings("NullAway.Init")
    Chromium browser;

    @Override
    @SuppressWarnings("resource")
    public void beforeEach(ExtensionContext context) {
        browser = BrowserExtension.browser(context);
        wall = new WallFixture();
        tab = browser.tab();
        tab.size(1440, 900, 1, false);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        tab.close();
        wall.close();
    }

    /** Opens a view and waits until the page is live and has its words. */
    void open(String view) {
        tab.open(wall.address("/").toString() + view);
        // A new view of a page that is open already comes without a new document: what stood there before is no answer.
        String page = view.replaceFirst("^#/([a-z-]+).*", "$1");
        tab.await("document.documentElement.dataset.view === " + Tab.quoted(page), PATIENCE);
        awaitLive();
    }

    /** Loads the page anew. The old one is marked, since it may still be asked when the new one is on its way. */
    void reload() {
        tab.evaluate("document.documentElement.dataset.before = 'reload'");
        tab.reload();
        tab.await("!document.documentElement.dataset.before", PATIENCE);
        awaitLive();
    }

    private void awaitLive() {
        tab.await(
                "document.documentElement.dataset.condition === 'live' && document.querySelector('main h1')", PATIENCE);
        tab.await("!document.querySelector('main .empty')?.innerText.match(/^Loading|^加载中/)", PATIENCE);
    }

    /** Waits until an element has all these words; what the page asks for comes in parts. */
    void await(String selector, String... words) {
        for (String word : words) {
            tab.await(
                    "document.querySelector(" + Tab.quoted(selector) + ")?.innerText.includes(" + Tab.quoted(word)
                            + ")",
                    PATIENCE);
        }
    }

    String shown(String selector) {
        return tab.evaluate("document.querySelector(" + Tab.quoted(selector) + ")?.innerText ?? ''")
                .asText();
    }
}
