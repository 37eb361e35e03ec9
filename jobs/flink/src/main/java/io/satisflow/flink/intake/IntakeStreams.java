package io.satisflow.flink.intake;

import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.RecordedTicketEvent;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What intake gives: every raw record is in at least one of the first two, or once in the third. */
public record IntakeStreams(
        DataStream<RecordedFeedback> feedback,
        DataStream<RecordedTicketEvent> ticketEvents,
        DataStream<DeadLetter> deadLetters) {}
