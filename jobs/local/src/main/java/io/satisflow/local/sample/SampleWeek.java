package io.satisflow.local.sample;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import io.satisflow.feedback.Feedback;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.answer.Recovery;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.answer.TextSentiment;
import io.satisflow.satisfaction.answer.TicketText;
import io.satisflow.satisfaction.outcome.CustomerCase;
import io.satisflow.satisfaction.outcome.CustomerCases;
import io.satisflow.satisfaction.outcome.Finding;
import io.satisflow.satisfaction.outcome.Found;
import io.satisflow.satisfaction.outcome.OutcomeRule;
import io.satisflow.satisfaction.outcome.TicketCourse;
import io.satisflow.satisfaction.outcome.TicketOutcomes;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.sla.Milestone;
import io.satisflow.sla.TicketHistory;
import io.satisflow.sla.TicketState;
import io.satisflow.sla.policy.PolicyFile;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first of the made-up weeks, read by the code that also runs in the jobs: the same records as the first ones that {@code metrics
 * sample} writes, with the same ids. Texts are scored once for all, see {@link SampleTexts}.
 */
public final class SampleWeek {
    private static final int WEEKS = 1;

    private final ChannelMapping mapping = ChannelMappingFile.read(file("channels/desk.yaml"));
    private final Map<String, List<TicketEvent>> tickets = new TreeMap<>();
    private final Map<String, Response> said = new LinkedHashMap<>();
    private final Map<String, Recovery> moods = new TreeMap<>();
    private final List<CustomerComplaint> complaints = new ArrayList<>();
    private final List<Milestone> milestones = new ArrayList<>();
    private final Instant end;

    private record CustomerComplaint(String customer, CustomerCase complaint) {}

    private SampleWeek() {
        List<DeskRecord> records = HelpDeskWeeks.of(WEEKS);
        end = HelpDeskWeeks.end(WEEKS);
        SampleTexts texts = SampleTexts.read();
        for (int i = 0; i < records.size(); i++) {
            byte[] line = records.get(i).line(i + 1).getBytes(StandardCharsets.UTF_8);
            if (mapping.map(line, end) instanceof MappedRecord.Accepted accepted) {
                accepted.ticketEvents().forEach(this::hear);
                accepted.said().forEach(each -> hear(each, texts));
            }
        }
        SlaRules rules = new SlaRules(new PolicyFile(Map.of()).read(file("policies.yaml")))
                .withEnds(Map.of(mapping.channel(), mapping.ticketEnd()));
        tickets.values().forEach(events -> milestones.addAll(lastOfEach(events, rules)));
    }

    /** The same for all who ask. */
    public static SampleWeek read() {
        return Held.WEEK;
    }

    private static final class Held {
        static final SampleWeek WEEK = new SampleWeek();
    }

    /** Nothing later is known. */
    public Instant end() {
        return end;
    }

    private void hear(TicketEvent event) {
        tickets.computeIfAbsent(event.ticket(), any -> new ArrayList<>()).add(event);
    }

    private void hear(Feedback feedback, SampleTexts texts) {
        Response response = Response.of(new ScoredFeedback(
                new RecordedFeedback(feedback, feedback.occurredAt(), new SourcePosition("", 0, 0)),
                texts.sentiment(feedback.text()),
                null,
                List.of()));
        said.put(feedback.id(), response);
        TicketCourse.word(feedback, feedback.occurredAt()).ifPresent(this::hear);
        String customer = feedback.customerIdentity();
        CustomerCase.said(feedback)
                .filter(complaint -> customer != null)
                .ifPresent(complaint ->
                        complaints.add(new CustomerComplaint(Objects.requireNonNull(customer), complaint)));
        TextSentiment sentiment = response.sentiment();
        String ticket = feedback.attributes().get("ticket");
        if (sentiment != null && ticket != null) {
            TicketText text = new TicketText(
                    feedback.id(), feedback.revision(), feedback.occurredAt().toEpochMilli(), sentiment);
            moods.merge(ticket, Recovery.beginningWith(text), (known, any) -> known.with(text));
        }
    }

    private List<Milestone> lastOfEach(List<TicketEvent> events, SlaRules rules) {
        Map<String, Milestone> last = new LinkedHashMap<>();
        TicketHistory.advance(new TicketState(events, Instant.EPOCH), rules, end)
                .milestones()
                .forEach(milestone -> last.put(milestone.id(), milestone));
        return last.values().stream().filter(Milestone::stands).toList();
    }

    /** Pieces of feedback, as they were said, by the id of their record. */
    Map<String, Response> said() {
        return said;
    }

    /** Moments of clocks that stand, ticket by ticket. */
    List<Milestone> milestones() {
        return milestones;
    }

    /** By ticket, where the customer has written twice. */
    Map<String, Recovery> moods() {
        Map<String, Recovery> told = new TreeMap<>(moods);
        told.values().removeIf(mood -> !mood.isTold());
        return told;
    }

    /** What rules find, by the ticket or the piece of feedback. */
    List<Finding> findings(List<OutcomeRule> rules) {
        List<Found> found = new ArrayList<>();
        rules.forEach(rule -> found.addAll(rule.measure().isOfCustomers() ? ofCustomers(rule) : ofTickets(rule)));
        return Finding.of(found, end);
    }

    /** What each piece of feedback, clock, mood and outcome adds, by these settings. */
    public List<Tallies> contributions(SatisfactionSettings settings) {
        return Stream.of(
                        said.values().stream().map(settings::tally),
                        milestones.stream().map(settings::tally),
                        moods().values().stream().map(settings::tally),
                        findings(settings.outcomes()).stream().map(settings::tally))
                .flatMap(each -> each)
                .filter(tallies -> !tallies.isNothing())
                .toList();
    }

    private List<Found> ofTickets(OutcomeRule rule) {
        return courses().entrySet().stream()
                .flatMap(ticket -> TicketOutcomes.of(ticket.getValue(), end, List.of(rule)).stream()
                        .map(found -> new Found(
                                found.metric(),
                                ticket.getKey() + "/" + found.anchor(),
                                found.at(),
                                found.hit(),
                                found.finalAt(),
                                found.facts())))
                .toList();
    }

    private List<Found> ofCustomers(OutcomeRule rule) {
        Map<String, List<CustomerCase>> cases = new TreeMap<>();
        courses()
                .forEach((ticket, course) -> customer(ticket)
                        .forEach(customer -> CustomerCase.of(ticket, course)
                                .ifPresent(each -> cases.computeIfAbsent(customer, any -> new ArrayList<>())
                                        .add(each))));
        complaints.forEach(each ->
                cases.computeIfAbsent(each.customer(), any -> new ArrayList<>()).add(each.complaint()));
        return cases.values().stream()
                .flatMap(ofOne -> CustomerCases.of(ofOne, end, List.of(rule)).stream())
                .toList();
    }

    private Map<String, TicketCourse> courses() {
        Map<String, TicketCourse> courses = new LinkedHashMap<>();
        tickets.forEach(
                (ticket, events) -> courses.put(ticket, TicketCourse.of(events, channel -> mapping.ticketEnd(), end)));
        return courses;
    }

    private Stream<String> customer(String ticket) {
        return Objects.requireNonNull(tickets.get(ticket)).stream()
                .map(TicketEvent::customerKey)
                .filter(Objects::nonNull)
                .limit(1);
    }

    /** With which {@code metrics sample} has it measured. */
    public static SatisfactionSettings settings() {
        return SatisfactionFile.read(file("satisflow.yaml"));
    }

    private static ConfigNode file(String name) {
        return ConfigFile.parse(name, text(name, Function.identity()));
    }

    static <T> T text(String name, Function<String, T> read) {
        try (@Nullable InputStream text = SampleWeek.class.getResourceAsStream(name)) {
            return read.apply(new String(
                    Objects.requireNonNull(text, name + " is missing from this build")
                            .readAllBytes(),
                    StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
