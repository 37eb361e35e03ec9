package io.satisflow.flink.intake;

import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.TicketEvent;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What intake gives: every raw record is in at least one of the first two, or once in the third. */
public record IntakeStreams(
        DataStream<Feedback> feedback, DataStream<TicketEvent> ticketEvents, DataStream<DeadLetter> deadLetters) {}
