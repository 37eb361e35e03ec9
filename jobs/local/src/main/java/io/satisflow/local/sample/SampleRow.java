package io.satisflow.local.sample;

import io.satisflow.satisfaction.answer.Recovery;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.outcome.Finding;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.sla.Milestone;

/** Something in the made-up week that a metric counts. */
public sealed interface SampleRow {
    /** Where to find it in {@code desk.jsonl}: the id of a record, or of a ticket. */
    String id();

    /** What it adds to the metric. */
    Tallies tallies();

    /** A piece of feedback. */
    record Said(String id, Response response, Tallies tallies) implements SampleRow {}

    /** A clock of a ticket that was fulfilled or broken. */
    record Clocked(String id, Milestone milestone, Tallies tallies) implements SampleRow {}

    /** The mood of a ticket's customer, first and last. */
    record Moved(String id, Recovery recovery, Tallies tallies) implements SampleRow {}

    /** What became of a ticket, a promise, a survey or a complaint. */
    record Ruled(String id, Finding.Ruling ruling, Tallies tallies) implements SampleRow {}
}
