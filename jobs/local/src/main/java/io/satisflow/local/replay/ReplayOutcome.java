package io.satisflow.local.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a replay has come to.
 *
 * @param notes what the reader of the results should know, a sentence each
 * @param failure why its results are not to be relied on, and what to change; empty when they are
 */
public record ReplayOutcome(ObjectNode summary, List<String> notes, Optional<String> failure) {}
