package io.satisflow.flink.io.wire;

import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.wire.Dimension;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.Rating;

/** Feedback on the wire. */
public final class FeedbackRecords {
    private FeedbackRecords() {}

    public static Feedback toWire(RecordedFeedback recorded) {
        io.satisflow.feedback.Feedback feedback = recorded.feedback();
        return Feedback.newBuilder()
                .setId(feedback.id())
                .setChannel(feedback.channel())
                .setRevision(feedback.revision())
                .setOccurredAt(feedback.occurredAt())
                .setKnownAt(recorded.knownAt())
                .setCustomer(feedback.customer())
                .setCustomerKey(feedback.customerKey())
                .setKind(feedback.kind())
                .setGrade(feedback.grade())
                .setRatings(feedback.ratings().stream()
                        .map(rating -> new Rating(rating.question(), rating.value(), rating.min(), rating.max()))
                        .toList())
                .setDimensions(feedback.dimensions().stream()
                        .map(dimension -> new Dimension(dimension.name(), dimension.score(), dimension.expectation()))
                        .toList())
                .setText(feedback.text())
                .setLanguage(feedback.language())
                .setAttributes(feedback.attributes())
                .setSource(SourcePositions.toWire(recorded.source()))
                .build();
    }

    public static RecordedFeedback toDomain(Feedback feedback) {
        return new RecordedFeedback(
                new io.satisflow.feedback.Feedback(
                        feedback.getId(),
                        feedback.getChannel(),
                        feedback.getRevision(),
                        feedback.getOccurredAt(),
                        feedback.getCustomer(),
                        feedback.getCustomerKey(),
                        feedback.getKind(),
                        feedback.getGrade(),
                        feedback.getRatings().stream()
                                .map(FeedbackRecords::toDomain)
                                .toList(),
                        feedback.getDimensions().stream()
                                .map(FeedbackRecords::toDomain)
                                .toList(),
                        feedback.getText(),
                        feedback.getLanguage(),
                        feedback.getAttributes()),
                feedback.getKnownAt(),
                SourcePositions.toDomain(feedback.getSource()));
    }

    private static io.satisflow.feedback.Rating toDomain(Rating rating) {
        return new io.satisflow.feedback.Rating(
                rating.getQuestion(), rating.getValue(), rating.getMin(), rating.getMax());
    }

    private static io.satisflow.feedback.Dimension toDomain(Dimension dimension) {
        return new io.satisflow.feedback.Dimension(
                dimension.getName(), dimension.getScore(), dimension.getExpectation());
    }
}
