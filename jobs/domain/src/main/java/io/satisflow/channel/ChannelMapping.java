package io.satisflow.channel;

import static io.satisflow.channel.record.RefusalReason.NOTHING_TO_USE;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.channel.condition.CaseRule;
import io.satisflow.channel.condition.RecordCondition;
import io.satisflow.channel.entrance.Entrance;
import io.satisflow.channel.field.DimensionField;
import io.satisflow.channel.field.Field;
import io.satisflow.channel.field.RatingField;
import io.satisflow.channel.field.SourceRecord;
import io.satisflow.channel.record.ChannelKind;
import io.satisflow.channel.record.ChannelProfile;
import io.satisflow.channel.record.IgnoredReason;
import io.satisflow.channel.record.JsonPayload;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.RecordRefusal;
import io.satisflow.channel.ticket.TicketMapping;
import io.satisflow.customer.CustomerKeys;
import io.satisflow.enrichment.Enrichment;
import io.satisflow.feedback.Feedback;
import io.satisflow.ticket.TicketEnd;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.triage.Triage;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the records of one channel become canonical ones; a pure function of the record and of the moment at which the
 * broker stored it. Read from a file by {@link ChannelMappingFile}.
 */
public final class ChannelMapping implements Serializable {
    private final ChannelProfile profile;
    private final RecordIdentity identity;
    private final @Nullable RecordCondition ignore;
    private final FeedbackMapping feedback;
    private final @Nullable TicketMapping ticket;
    private final @Nullable CaseRule caseRule;
    private final Entrance entrance;
    private final Assessment assessment;
    private final @Nullable Duration repeatsWithin;

    ChannelMapping(
            ChannelProfile profile,
            RecordIdentity identity,
            @Nullable RecordCondition ignore,
            FeedbackMapping feedback,
            @Nullable TicketMapping ticket,
            @Nullable CaseRule caseRule,
            Entrance entrance,
            Triage triage,
            @Nullable Duration repeatsWithin) {
        this.profile = profile;
        this.identity = identity;
        this.ignore = ignore;
        this.feedback = feedback;
        this.ticket = ticket;
        this.caseRule = caseRule;
        this.entrance = entrance;
        this.assessment =
                new Assessment(triage, feedback.fields().find("customer").orElse(null));
        this.repeatsWithin = repeatsWithin;
    }

    /** Within what time the same words of the same customer count once; empty when they count as often as they are said. */
    public Optional<Duration> repeatsWithin() {
        return Optional.ofNullable(repeatsWithin);
    }

    /** The channel's name; its raw topic is named after it. */
    public String channel() {
        return profile.channel();
    }

    public ChannelKind kind() {
        return profile.kind();
    }

    /** When a ticket of this channel counts as solved, and when it is forgotten. */
    public TicketEnd ticketEnd() {
        return profile.ticketEnd();
    }

    /** How its records tell of tickets; empty where they do not. */
    public Optional<TicketMapping> tickets() {
        return Optional.ofNullable(ticket);
    }

    /** How it reads records and files. */
    public ChannelProfile profile() {
        return profile;
    }

    /** Who may post records of it. */
    public Entrance entrance() {
        return entrance;
    }

    /** The questions it asks, with their scales. */
    public List<RatingField> ratings() {
        return feedback.ratings();
    }

    /** What it scores side by side: the names of dimensions, and {@code <name>_expected} where it asks what was expected. */
    public Set<String> dimensions() {
        Set<String> names = new TreeSet<>();
        for (DimensionField dimension : feedback.dimensions()) {
            names.add(dimension.name());
            if (dimension.expectation() != null) {
                names.add(dimension.name() + "_expected");
            }
        }
        return names;
    }

    /** The attributes of feedback that it may fill. */
    public Set<String> attributes() {
        return feedback.attributes().fields().keySet();
    }

    /** Where its records have their ids, and its tickets theirs, by the keys of the mapping. */
    public Map<String, Field> ids() {
        Map<String, Field> ids = new LinkedHashMap<>();
        ids.put("id", identity.id());
        if (ticket != null) {
            ids.put("ticket.id", ticket.ticket());
        }
        return ids;
    }

    public boolean hasText() {
        return feedback.fields().find("text").isPresent();
    }

    public boolean hasTickets() {
        return ticket != null || caseRule != null;
    }

    /** Whether its records may tell of such an event of a ticket. */
    public boolean mayTell(TicketEventType type) {
        return ticket != null && ticket.mayTell(type);
    }

    /** Whether this may be a record of the channel: it has an id and a time where the mapping looks for them. */
    public boolean mayBeRecord(JsonNode json) {
        return recordsIn(json).stream().anyMatch(identity::isIn);
    }

    /** The records in a payload: itself, what it carries, or each of a page. */
    public List<JsonNode> recordsIn(JsonNode json) {
        return profile.recordsIn(json, identity::isIn);
    }

    /**
     * Maps one raw record. Never throws, whatever the bytes.
     *
     * @param payload the record's value as the source sent it
     * @param appendedAt when the broker stored the record: later times are refused by this, not by the wall clock, so that
     *     the same record gives the same result whenever it is read again
     */
    public MappedRecord map(byte[] payload, Instant appendedAt) {
        return map(payload, appendedAt, CustomerKeys.NONE, Enrichment.NONE);
    }

    /**
     * As {@link #map(byte[], Instant)}, with who the customer is as a key.
     *
     * @param customerKeys what makes such keys
     */
    public MappedRecord map(byte[] payload, Instant appendedAt, CustomerKeys customerKeys) {
        return map(payload, appendedAt, customerKeys, Enrichment.NONE);
    }

    /** The same with what tables know beside it. */
    public MappedRecord map(byte[] payload, Instant appendedAt, Enrichment tables) {
        return map(payload, appendedAt, CustomerKeys.NONE, tables);
    }

    /** With both. */
    public MappedRecord map(byte[] payload, Instant appendedAt, CustomerKeys customerKeys, Enrichment tables) {
        try {
            List<JsonNode> records = recordsIn(JsonPayload.read(payload, profile.recordLimit()));
            return records.size() == 1
                    ? mapOne(records.get(0), appendedAt, customerKeys, tables)
                    : MappedPage.of(records.stream()
                            .map(each -> mapOne(each, appendedAt, customerKeys, tables))
                            .toList());
        } catch (RecordRefusal refusal) {
            return refusal.asRefused();
        }
    }

    private MappedRecord mapOne(JsonNode json, Instant appendedAt, CustomerKeys customerKeys, Enrichment tables) {
        try {
            SourceRecord source =
                    SourceRecord.unidentified(channel(), json, profile.textLimit(), profile.redaction(), customerKeys);
            Optional<IgnoredReason> ignored = ignored(source);
            return ignored.isPresent()
                    ? new MappedRecord.Ignored(ignored.get())
                    : accept(identity.identified(source, appendedAt), appendedAt, tables);
        } catch (RecordRefusal refusal) {
            return refusal.asRefused();
        }
    }

    private Optional<IgnoredReason> ignored(SourceRecord source) {
        if (ignore != null && ignore.holdsFor(source)) {
            return Optional.of(IgnoredReason.IGNORE);
        }
        if (ticket == null && feedback.excludes(source)) {
            return Optional.of(IgnoredReason.NOT_FEEDBACK);
        }
        boolean isNoReview = kind() == ChannelKind.APP
                && !ratings().isEmpty()
                && identity.lacksTimeAlone(source)
                && feedback.fields().find("customer").isPresent()
                && feedback.isAnonymous(source);
        return isNoReview ? Optional.of(IgnoredReason.NO_REVIEW) : Optional.empty();
    }

    private List<TicketEvent> ofCustomer(List<TicketEvent> events, SourceRecord source) {
        String customer = feedback.customerKey(source).orElse(null);
        return events.stream().map(event -> event.ofCustomer(customer)).toList();
    }

    private MappedRecord accept(SourceRecord source, Instant appendedAt, Enrichment tables) {
        List<MappedRecord.Refused> flaws = new ArrayList<>();
        List<Feedback> words = feedback.map(source, tables, flaw -> flaws.add(flaw.asRefused()));
        List<TicketEvent> told = ticket == null ? List.of() : ticket.map(source);
        List<Feedback> said = assessment.feedback(words, told);
        List<TicketEvent> events = new ArrayList<>(ofCustomer(assessment.events(source, told, said, tables), source));
        if (caseRule != null) {
            said.forEach(each -> caseRule.open(source, each).ifPresent(events::add));
        }
        if (said.isEmpty() && events.isEmpty()) {
            throw source.refusal(
                    NOTHING_TO_USE,
                    "neither feedback (no text, no rating, or feedback.when does not hold) nor a ticket event; let the"
                            + " source leave it out, say with ignore: what to leave out, or map what it says");
        }
        events.forEach(event -> RecordIdentity.refuseFuture(source, event.occurredAt(), appendedAt));
        return new MappedRecord.Accepted(
                latest(source, events),
                said,
                TicketLanguage.told(events, feedback.declaredLanguage(source), said),
                flaws,
                identity.occurredAt().gaps(source));
    }

    /** A record that tells of several events cannot have been known before the last of them. */
    private static Instant latest(SourceRecord source, List<TicketEvent> events) {
        return Stream.concat(Stream.of(source.occurredAt()), events.stream().map(TicketEvent::occurredAt))
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
