package io.satisflow.local.demo;

import io.satisflow.alerts.receiver.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How the demo runs.
 *
 * @param config the settings, by which everything is computed
 * @param directory for broker, checkpoints and log
 * @param live how long it runs after the month before has been loaded
 * @param speed how many times faster than life
 * @param seed the same seed gives the same shop
 * @param port of the broker, 0 for any free one
 * @param wallPort of the wall, 0 for any free one; empty for no wall
 */
public record DemoOptions(
        Path config,
        Path directory,
        Duration live,
        double speed,
        long seed,
        Language language,
        int port,
        OptionalInt wallPort) {}
