package io.satisflow.wall.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private static final Instant BEGINNING = Instant.parse("2026-03-02T08:00:00Z");

    private final Series series = new Series(100);

    @Test
    void pointsComeOutInTheOrderOfTimeWhateverTheOrderTheyCameInBy() {
        series.put(point(3, 30.0));
        series.put(point(1, 10.0));
        series.put(point(2, 20.0));

        assertThat(values()).containsExactly(10.0, 20.0, 30.0);
    }

    @Test
    void aPointAgainIsACorrection() {
        series.put(point(1, 81.3));
        series.put(point(1, 79.9));

        assertThat(values()).containsExactly(79.9);
    }

    @Test
    void whatWasNotMeasuredIsNoZero() {
        series.put(new Point(BEGINNING, null, 0, null, null));

        assertThat(points()).containsExactly(new Point(BEGINNING, null, 0, null, null));
    }

    @Test
    void theOldestPointsAreForgottenFirst() {
        for (int minute = 0; minute < 250; minute++) {
            series.put(point(minute, (double) minute));
        }
        series.put(point(3, 3.0));

        assertThat(values()).hasSize(100).startsWith(150.0).endsWith(249.0).isSorted();
    }

    @Test
    void aLateCorrectionFindsItsPlaceWhenAllPlacesAreTaken() {
        for (int minute = 0; minute < 200; minute += 2) {
            series.put(point(minute, (double) minute));
        }
        series.put(point(151, 151.0));

        assertThat(values()).hasSize(100).contains(151.0).doesNotContain(0.0).isSorted();
    }

    private static Point point(int minute, Double value) {
        return new Point(BEGINNING.plusSeconds(60L * minute), value, 40, value - 1, value + 1);
    }

    private List<Point> points() {
        List<Point> points = new ArrayList<>();
        series.forEach(points::add);
        return points;
    }

    private List<Double> values() {
        return points().stream().map(Point::value).toList();
    }
}
