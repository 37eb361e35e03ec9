package io.satisflow.local.live;

import io.satisflow.local.engine.EmbeddedEngine;
import io.satisflow.local.live.input.LiveInput;
import java.nio.file.Path;
import java.util.List;

/**
 * What to listen to, and where.
 *
 * @param config the settings
 * @param directory for everything that is kept
 * @param inputs beside the raw topics
 */
public record LiveOptions(Path config, Path directory, List<LiveInput> inputs, EmbeddedEngine.Size size) {}
