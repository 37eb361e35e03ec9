package io.satisflow.local.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What a replay has come to.
 *
 * @param failure why its results are not to be relied on, and what to change; empty when they are
 */
public record ReplayOutcome(ObjectNode summary, Optional<String> failure) {}
