package io.satisflow.wall.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Pictures of a running wall, as documentation shows them. */
public final class WallPictures {
    /** A picture; on a busy machine most take ten seconds. */
    private static final Duration AT_MOST = Duration.ofSeconds(90);

    private static final int MOST_QUOTED = 300;

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

    public static int count() {
        return PICTURES.size();
    }

    /**
     * Takes one after the other.
     *
     * @param each hears of each file as it is written; they are named after what they show
     * @throws BrowserException when one takes too long
     */
    public void take(Path folder, Consumer<Path> each) {
        for (Picture picture : PICTURES) {
            Path file = folder.resolve("wall-" + picture.name() + ".png");
            take(picture, file);
            each.accept(file);
        }
    }

    private void take(Picture picture, Path file) {
        long deadline = System.nanoTime() + AT_MOST.toNanos();
        try (Tab tab = browser.tab()) {
            tab.size(picture.width(), picture.height(), picture.ratio(), picture.width() < 500);
            tab.hideScrollBars();
            tab.theme(picture.theme());
            tab.first("localStorage.setItem('satisflow.wall', JSON.stringify({language: %s}))"
                    .formatted(Tab.quoted(picture.language())));
            tab.open(address + picture.view());
            awaitRest(tab, file, deadline);
            tab.screenshot(file);
        }
    }

    /** Lists and lines come with answers of their own; a wall that has just been set up says in few words that it has none. */
    private static void awaitRest(Tab tab, Path file, long deadline) {
        try {
            tab.await("document.documentElement.dataset.condition === 'live'", until(deadline));
            tab.await(
                    "document.querySelector('main').innerText.trim() && !document.querySelector('.is-loading')",
                    until(deadline));
            tab.await(
                    "!location.hash.includes('over-time') || document.querySelector('.uplot canvas, main .empty')",
                    until(deadline));
        } catch (BrowserException e) {
            String shown = tab.text().replaceAll("\\s+", " ");
            throw new BrowserException(
                    "%s could not be taken within %d s; the page shows: %s"
                            .formatted(
                                    file,
                                    AT_MOST.toSeconds(),
                                    shown.substring(0, Math.min(shown.length(), MOST_QUOTED))),
                    e);
        }
        tab.evaluate("new Promise(done => setTimeout(done, 6000))");
    }

    private static Duration until(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }
}
