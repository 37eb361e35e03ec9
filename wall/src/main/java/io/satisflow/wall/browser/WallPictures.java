package io.satisflow.wall.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pictures of a running wall, as documentation shows them. */
public final class WallPictures {
    private static final Duration LOADED = Duration.ofSeconds(90);
    private static final List<Picture> PICTURES = List.of(
            new Picture("alerts", "#/alerts", 1360, 850, 1, "light", "en"),
            new Picture("alerts-zh", "#/alerts", 1360, 850, 1, "dark", "zh-CN"),
            new Picture("overview", "#/overview", 1360, 850, 1, "dark", "en"),
            new Picture("overview-zh", "#/overview", 1360, 850, 1, "light", "zh-CN"),
            new Picture("clocks", "#/clocks", 1360, 850, 1, "light", "en"),
            new Picture("clocks-zh", "#/clocks", 1360, 850, 1, "dark", "zh-CN"),
            new Picture("tv", "#/overview?tv=1", 1600, 900, 1, "dark", "en"),
            new Picture("tv-zh", "#/overview?tv=1", 1600, 900, 1, "dark", "zh-CN"),
            new Picture("phone", "#/overview", 390, 844, 2, "light", "en"),
            new Picture("phone-zh", "#/clocks", 390, 844, 2, "dark", "zh-CN"),
            new Picture("over-time", "#/over-time?metric=sentiment", 1360, 850, 1, "light", "en"),
            new Picture("segments", "#/segments", 1360, 850, 1, "dark", "en"));

    private final Chromium browser;
    private final String address;

    /** @param address of the wall, with a slash at its end */
    public WallPictures(Chromium browser, String address) {
        this.browser = browser;
        this.address = address;
    }

    private record Picture(
            String name, String view, int width, int height, double ratio, String theme, String language) {}

    /** @return the files, named after what they show */
    public List<Path> take(Path folder) {
        List<Path> files = new ArrayList<>();
        for (Picture picture : PICTURES) {
            Path file = folder.resolve("wall-" + picture.name() + ".png");
            take(picture, file);
            files.add(file);
        }
        return files;
    }

    private void take(Picture picture, Path file) {
        try (Tab tab = browser.tab()) {
            tab.size(picture.width(), picture.height(), picture.ratio(), picture.width() < 500);
            tab.hideScrollBars();
            tab.theme(picture.theme());
            tab.first("localStorage.setItem('satisflow.wall', JSON.stringify({language: %s}))"
                    .formatted(Tab.quoted(picture.language())));
            tab.open(address + picture.view());
            tab.await("document.documentElement.dataset.condition === 'live'", LOADED);
            // Lists and lines come with answers of their own.
            tab.await(
                    "document.querySelector('main').innerText.length > 40 && !document.querySelector('.is-loading')",
                    LOADED);
            tab.await("!location.hash.includes('over-time') || document.querySelector('.uplot canvas')", LOADED);
            tab.evaluate("new Promise(done => setTimeout(done, 6000))");
            tab.screenshot(file);
        }
    }
}
