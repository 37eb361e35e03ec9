package io.satisflow.channel;

import io.satisflow.channel.condition.RecordCondition;
import io.satisflow.channel.field.DimensionField;
import io.satisflow.channel.field.NamedFields;
import io.satisflow.channel.field.RatingField;
import io.satisflow.channel.field.SourceRecord;
import io.satisflow.channel.field.time.RevisionField;
import io.satisflow.channel.record.RecordRefusal;
import io.satisflow.enrichment.Enrichment;
import io.satisflow.feedback.Dimension;
import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import io.satisflow.text.TextLanguage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a record becomes feedback.
 *
 * @param when null for records that hold a text or a rating
 * @param each null when the record is one piece of feedback
 * @param fields customer, kind, grade, text, language
 * @param revision null for the time at which the record occurred
 * @param usualLanguage of texts that do not tell theirs; null for none
 */
record FeedbackMapping(
        @Nullable RecordCondition when,
        @Nullable EachItem each,
        NamedFields fields,
        List<RatingField> ratings,
        List<DimensionField> dimensions,
        NamedFields attributes,
        @Nullable RevisionField revision,
        @Nullable String usualLanguage)
        implements Serializable {

    private static final Pattern LANGUAGE_TAG = Pattern.compile("([A-Za-z]{2,3})(?:[-_].*)?");

    /** Whether the mapping says that this is no feedback. */
    boolean excludes(SourceRecord source) {
        return when != null && !when.holdsFor(source);
    }

    /** A time, a rating or an author: what every review has, and what else stands in a list of them lacks. */
    boolean isAnonymous(SourceRecord source) {
        return fields.find("customer").flatMap(source::value).isEmpty()
                && ratings.stream()
                        .allMatch(rating -> source.value(rating.field()).isEmpty());
    }

    /**
     * @param tables what is known of customers and agents beside what they say
     * @param flaws takes what of the feedback could not be used, while the rest of it could
     * @throws RecordRefusal when it is feedback, but nothing of it can be used
     */
    List<Feedback> map(SourceRecord source, Enrichment tables, Consumer<RecordRefusal> flaws) {
        if (excludes(source)) {
            return List.of();
        }
        if (each == null) {
            return one(source, flaws).map(said -> known(said, source, tables)).stream()
                    .toList();
        }
        List<Feedback> said = new ArrayList<>();
        List<RecordRefusal> refusals = new ArrayList<>();
        for (SourceRecord part : each.of(source)) {
            try {
                one(part, flaws).map(one -> known(one, part, tables)).ifPresent(said::add);
            } catch (RecordRefusal refusal) {
                refusals.add(refusal);
            }
        }
        if (said.isEmpty() && !refusals.isEmpty()) {
            throw refusals.get(0);
        }
        refusals.forEach(flaws);
        return said;
    }

    /** Tables name customers as the source does, before personal data are taken out; what they say of them goes on, the name does not. */
    private Feedback known(Feedback said, SourceRecord source, Enrichment tables) {
        return tables.of(said, fields.find("customer").flatMap(source::value).orElse(null));
    }

    private Optional<Feedback> one(SourceRecord source, Consumer<RecordRefusal> flaws) {
        List<RecordRefusal> bad = new ArrayList<>();
        Feedback feedback = feedback(source, bad::add);
        if (when == null && !saysSomething(feedback)) {
            if (!bad.isEmpty()) {
                throw bad.get(0);
            }
            return Optional.empty();
        }
        bad.forEach(flaws);
        return Optional.of(feedback);
    }

    private Feedback feedback(SourceRecord source, Consumer<RecordRefusal> flaws) {
        List<Rating> answers = scores(ratings, RatingField::question, field -> field.read(source), flaws);
        List<Dimension> scores = scores(dimensions, DimensionField::name, field -> field.read(source), flaws);
        fields.find("text")
                .flatMap(source::objectInsteadOfText)
                .map(flaw -> flaw.ofPart("text"))
                .ifPresent(flaws);
        String text = fields.find("text").flatMap(source::text).orElse(null);
        return new Feedback(
                source.id(),
                source.channel(),
                revision(source),
                source.occurredAt(),
                value(source, "customer"),
                customerKey(source).orElse(null),
                value(source, "kind"),
                value(source, "grade"),
                answers,
                scores,
                text,
                languageOf(source, text),
                attributes.redacted(source));
    }

    /** Of whom the record names as its customer. */
    Optional<String> customerKey(SourceRecord source) {
        return fields.find("customer").flatMap(source::customerKey);
    }

    /** A bad score costs itself and nothing else. */
    private static <F, S> List<S> scores(
            List<F> fields,
            Function<F, String> name,
            Function<F, Optional<S>> reader,
            Consumer<RecordRefusal> badScores) {
        List<S> scores = new ArrayList<>();
        for (F field : fields) {
            try {
                reader.apply(field).ifPresent(scores::add);
            } catch (RecordRefusal refusal) {
                badScores.accept(refusal.ofPart(name.apply(field)));
            }
        }
        return scores;
    }

    private static boolean saysSomething(Feedback feedback) {
        return feedback.text() != null
                || !feedback.ratings().isEmpty()
                || !feedback.dimensions().isEmpty();
    }

    private long revision(SourceRecord source) {
        return Optional.ofNullable(revision)
                .flatMap(field -> field.read(source))
                .orElseGet(() -> source.occurredAt().toEpochMilli());
    }

    private @Nullable String value(SourceRecord source, String name) {
        return fields.redacted(source, name).orElse(null);
    }

    /** What the channel declares wins; without, or with a word that is no language tag, the text tells. */
    private @Nullable String languageOf(SourceRecord source, @Nullable String text) {
        Optional<String> declared = declaredLanguage(source);
        return declared.isPresent() || text == null ? declared.orElse(null) : TextLanguage.of(text, usualLanguage);
    }

    /** What the record says of its language; empty for a word that is no language tag. */
    Optional<String> declaredLanguage(SourceRecord source) {
        return fields.find("language")
                .flatMap(source::value)
                .map(LANGUAGE_TAG::matcher)
                .filter(tag -> tag.matches())
                .map(tag -> tag.group(1).toLowerCase(Locale.ROOT))
                .filter(tag -> !tag.equals(TextLanguage.UNDETERMINED));
    }
}
