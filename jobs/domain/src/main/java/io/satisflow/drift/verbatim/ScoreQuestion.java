package io.satisflow.drift.verbatim;

import io.satisflow.drift.detector.Direction;
import io.satisflow.segment.Segment;
import java.time.Instant;

/**
 * Why does a score stand where it should not?
 *
 * @param id of who asks
 * @param direction in which it is out of bounds
 * @param since start of the window that it is measured in
 * @param at from when it is known
 */
public record ScoreQuestion(
        String id, Segment segment, String metric, Direction direction, Instant since, Instant at) {}
