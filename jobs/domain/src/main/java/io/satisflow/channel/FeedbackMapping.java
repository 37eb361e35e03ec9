package io.satisflow.channel;

import io.satisflow.channel.condition.RecordCondition;
import io.satisflow.channel.field.DimensionField;
import io.satisflow.channel.field.NamedFields;
import io.satisflow.channel.field.RatingField;
import io.satisflow.channel.field.SourceRecord;
import io.satisflow.channel.field.TimeField;
import io.satisflow.channel.record.RecordRefusal;
import io.satisflow.feedback.Dimension;
import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import io.satisflow.text.TextLanguage;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a record becomes feedback.
 *
 * @param when null for records that hold a text or a rating
 * @param fields customer, kind, grade, text, language
 * @param revision null for the time at which the record occurred
 * @param usualLanguage of texts that do not tell theirs; null for none
 */
record FeedbackMapping(
        @Nullable RecordCondition when,
        NamedFields fields,
        List<RatingField> ratings,
        List<DimensionField> dimensions,
        NamedFields attributes,
        @Nullable TimeField revision,
        @Nullable String usualLanguage)
        implements Serializable {

    private static final Pattern LANGUAGE_TAG = Pattern.compile("([A-Za-z]{2,3})(?:[-_].*)?");

    /** @throws RecordRefusal when it is feedback, but a rating, a text or the revision cannot be used */
    Optional<Feedback> map(SourceRecord source) {
        if (when != null && !when.holdsFor(source)) {
            return Optional.empty();
        }
        return Optional.of(feedback(source)).filter(feedback -> when != null || saysSomething(feedback));
    }

    private Feedback feedback(SourceRecord source) {
        List<Rating> answers =
                ratings.stream().flatMap(field -> field.read(source).stream()).toList();
        List<Dimension> scores = dimensions.stream()
                .flatMap(field -> field.read(source).stream())
                .toList();
        String text = fields.find("text").flatMap(source::text).orElse(null);
        return new Feedback(
                source.id(),
                source.channel(),
                revision(source),
                source.occurredAt(),
                value(source, "customer"),
                value(source, "kind"),
                value(source, "grade"),
                answers,
                scores,
                text,
                text == null ? null : languageOf(source, text),
                attributes.redacted(source));
    }

    private static boolean saysSomething(Feedback feedback) {
        return feedback.text() != null
                || !feedback.ratings().isEmpty()
                || !feedback.dimensions().isEmpty();
    }

    private long revision(SourceRecord source) {
        return Optional.ofNullable(revision)
                .flatMap(field -> field.read(source))
                .map(Instant::toEpochMilli)
                .orElseGet(() -> source.occurredAt().toEpochMilli());
    }

    private @Nullable String value(SourceRecord source, String name) {
        return fields.redacted(source, name).orElse(null);
    }

    /** What the channel declares wins; without, or with a word that is no language tag, the text tells. */
    private String languageOf(SourceRecord source, String text) {
        return fields.find("language")
                .flatMap(source::value)
                .map(LANGUAGE_TAG::matcher)
                .filter(tag -> tag.matches())
                .map(tag -> tag.group(1).toLowerCase(Locale.ROOT))
                .filter(tag -> !tag.equals(TextLanguage.UNDETERMINED))
                .orElseGet(() -> TextLanguage.of(text, usualLanguage));
    }
}
