package io.satisflow.wall.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.wall.browser.Chromium;
import io.satisflow.wall.browser.Tab;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The first page in a real browser whose cache is empty: how it came, and when which number stood on it. */
final class PageWatch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Notes what the first tile says, when the frame is drawn that shows it. */
    private static final String NOTES = """
            window.shown = [];
            let before = '';
            new MutationObserver(() => {
              const text = document.querySelector('.tile-value')?.firstChild?.data ?? '';
              if (text === before || !/^[0-9]/.test(text)) return;
              before = text;
              requestAnimationFrame(() => window.shown.push([text, performance.timeOrigin + performance.now()]));
            }).observe(document, {subtree: true, childList: true, characterData: true});
            """;

    private static final String CAME = """
            (() => {
              const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                .filter(entry => !entry.name.includes('/api/'));
              return {bytes: all.reduce((sum, entry) => sum + entry.transferSize, 0), files: all.length,
                millis: window.shown[0][1] - performance.timeOrigin};
            })()
            """;

    private final Tab tab;

    PageWatch(Chromium browser, String wall) {
        tab = browser.tab();
        tab.size(1440, 900, 1, false);
        tab.first(NOTES);
        tab.open(wall);
        tab.await("window.shown?.length", PATIENCE);
    }

    /** How the page came, until its first number stood there. */
    BrowserBench.FirstPage came() {
        JsonNode came = tab.evaluate(CAME);
        return new BrowserBench.FirstPage(
                came.path("millis").asDouble(),
                came.path("bytes").asLong(),
                came.path("files").asInt());
    }

    void await(String value) {
        tab.await("window.shown.some(([text]) => text === " + Tab.quoted(value) + ")", PATIENCE);
    }

    /** When each value was shown, in milliseconds of the epoch. */
    Map<String, Double> shown() {
        Map<String, Double> shown = new HashMap<>();
        tab.evaluate("window.shown")
                .forEach(note ->
                        shown.putIfAbsent(note.path(0).asText(), note.path(1).asDouble()));
        return shown;
    }

    @Override
    public void close() {
        tab.close();
    }
}
