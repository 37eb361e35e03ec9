package io.satisflow.local.bench.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowBenchTest {
    @TempDir
    Path folder;

    @Test
    void every_kind_of_windows_tells_the_same_hours_and_the_floor_none() throws Exception {
        List<WindowResult> results = new WindowBench(folder, sentence -> {}).run(2000, 2000, 5, 40);

        assertThat(results).hasSize(10).allSatisfy(result -> {
            assertThat(result.cpuMicros()).as(result.label()).isPositive();
            assertThat(result.hours()).as(result.label()).isEqualTo(result.isFloor() ? 0 : 5 * 9);
        });
    }
}
