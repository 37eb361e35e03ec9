package io.satisflow.flink.satisfaction.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.satisfaction.tally.Histogram;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tallies come back from state as they went in, and those of earlier builds too. */
class TalliesFormatTest {

    @Test
    void any_tallies_come_back_as_they_were() {
        Random random = new Random(3);
        for (int seed = 0; seed < 1000; seed++) {
            TreeMap<String, Tally> tallies = new TreeMap<>();
            for (int metric = 0; metric < random.nextInt(4); metric++) {
                tallies.put("metric." + metric, tally(random));
            }
            Tallies written = new Tallies(tallies);

            assertThat(TalliesFormat.read(TalliesFormat.write(written))).isEqualTo(written);
        }
    }

    @Test
    void tallies_without_histograms_as_builds_before_them_wrote_are_read() {
        // Version 1: "nps", three answers, sum and squares 0, two promoters, one detractor.
        byte[] before = HexFormat.of().parseHex("01" + "00036e7073" + "06" + "00" + "00" + "04" + "02");

        assertThat(TalliesFormat.read(before))
                .isEqualTo(new Tallies(new TreeMap<>(Map.of("nps", new Tally(3, 0, 0, 2, 1)))));
    }

    @Test
    void tallies_of_a_later_build_are_refused_with_the_remedy() {
        assertThatThrownBy(() -> TalliesFormat.read(new byte[] {9}))
                .hasMessageContaining("version 9")
                .hasMessageContaining("the release that wrote it or a later one");
    }

    private static Tally tally(Random random) {
        TreeMap<Integer, Long> bins = new TreeMap<>();
        for (int bin = 0; bin < random.nextInt(5); bin++) {
            bins.put(random.nextInt(700) - 1, random.nextLong(1_000_000) - 500_000);
        }
        return new Tally(
                random.nextLong(),
                random.nextLong(),
                random.nextInt(),
                random.nextInt(100),
                -random.nextInt(100),
                new Histogram(bins));
    }
}
