package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.satisflow.wall.browser.Chromium;
import io.satisflow.wall.browser.Tab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: what a channel sends to Kafka is mapped, scored, counted, and stands on the page of a real browser. */
class WallOfLiveEngineTest {
    private static final String PREFIX = "seen";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void anAnswerThatIsSentToKafkaChangesTheNumberOnThePage() throws Exception {
        Optional<Path> binary = Chromium.find();
        assumeTrue(binary.isPresent(), Chromium.REMEDY);
        Path config = LiveSettings.write(folder.resolve("config"), PREFIX);
        Files.writeString(config, """
                windows: {rolling: [{length: 1h, step: 2s}]}
                """, StandardOpenOption.APPEND);
        try (LiveEngine engine = LiveEngine.startWithWall(config, folder.resolve("run"));
                Chromium browser = Chromium.start(binary.orElseThrow());
                Tab tab = browser.tab()) {
            tab.open(engine.wallAddress() + "#/overview");
            answer(engine, "praise", 10, 6);
            awaitRecommended(tab, "+100", 6);

            answer(engine, "blame", 0, 6);

            awaitRecommended(tab, "0.0", 12);
            assertThat(tab.problems()).isEmpty();
        }
    }

    private static void answer(LiveEngine engine, String name, int recommends, int times) {
        for (int i = 0; i < times; i++) {
            engine.send("raw.survey", 0, LiveSettings.answer(name + "-" + i, Instant.now(), recommends));
        }
    }

    /** The tile of the net promoter score, and on how many answers it rests. */
    private static void awaitRecommended(Tab tab, String value, int answers) {
        tab.await("""
                [...document.querySelectorAll('.tile')].some(tile =>
                    tile.querySelector('.tile-name')?.innerText === 'NPS'
                    && tile.querySelector('.tile-value').innerText === '%s' && tile.innerText.includes('n %d'))
                """.formatted(value, answers), PATIENCE);
    }
}
