package io.satisflow.flink.io.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.feedback.Dimension;
import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.sentiment.Aspect;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.ScoreReason;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireRoundTripTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00.123Z");

    private static final RecordedFeedback FULL = new RecordedFeedback(
            new Feedback(
                    "1",
                    "app",
                    7,
                    NINE,
                    "c-9",
                    "5f0c2a",
                    "complaint",
                    "major",
                    List.of(new Rating("csat", 4, 1, 5)),
                    List.of(new Dimension("delivery", 3, 4.5), new Dimension("price", 2, null)),
                    "太慢了 again",
                    "zh",
                    Map.of("product", "p/1")),
            NINE.plusSeconds(5),
            new SourcePosition("raw.app", 3, 99, 12L));

    private static final RecordedFeedback BARE = new RecordedFeedback(
            new Feedback("2", "app", 0, NINE, null, null, null, List.of(), List.of(), null, null, Map.of()),
            NINE,
            new SourcePosition("raw.app", 0, 0));

    @Test
    void feedback_comes_back_as_it_went_out() {
        for (RecordedFeedback feedback : List.of(FULL, BARE)) {
            assertThat(FeedbackRecords.toDomain(sent(FeedbackRecords.toWire(feedback))))
                    .isEqualTo(feedback);
        }
    }

    @Test
    void scores_come_back_as_they_went_out() {
        ScoredFeedback scored = new ScoredFeedback(
                FULL,
                Sentiment.of(new Polarity(0.7, 0.2, 0.1), "linear-zh-1", true),
                ScoreReason.TOKENS,
                List.of(new Aspect("delivery", SentimentLabel.NEGATIVE, -0.6)));

        for (ScoredFeedback each : List.of(scored, ScoredFeedback.withoutScore(BARE))) {
            assertThat(ScoredFeedbackRecords.toDomain(sent(ScoredFeedbackRecords.toWire(each))))
                    .isEqualTo(each);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_type_of_ticket_event_comes_back_as_it_went_out(TicketEventType type) {
        RecordedTicketEvent event = new RecordedTicketEvent(
                "helpdesk",
                new TicketEvent("T1", "e1", type, NINE, NINE.plusMillis(1), Map.of("priority", "high"), "5f0c2a"),
                new SourcePosition("raw.helpdesk", 1, 5));

        assertThat(TicketEventRecords.toDomain(sent(TicketEventRecords.toWire(event))))
                .isEqualTo(event);
    }

    @Test
    void a_type_of_a_later_release_is_refused_with_its_name() {
        io.satisflow.wire.TicketEvent event = TicketEventRecords.toWire(new RecordedTicketEvent(
                "helpdesk",
                new TicketEvent("T1", "e1", TicketEventType.CREATED, NINE, NINE, Map.of()),
                new SourcePosition("raw.helpdesk", 1, 5)));
        event.setType("teleported");

        assertThatThrownBy(() -> TicketEventRecords.toDomain(event))
                .isInstanceOf(UnknownWordException.class)
                .hasMessageContaining("teleported");
    }

    @SuppressWarnings("unchecked")
    private static <T extends SpecificRecordBase> T sent(T record) {
        WireFormat<T> format = new WireFormat<>((Class<T>) record.getClass());
        return format.decode(format.encode(record));
    }
}
