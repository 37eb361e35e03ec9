package io.satisflow.wall.view;

import io.satisflow.wall.state.AlertBoard;
import io.satisflow.wall.state.FeedbackSample;
import io.satisflow.wall.state.OpenClock;
import io.satisflow.wall.state.SegmentKeys;
import io.satisflow.wall.state.TicketTimeline;
import io.satisflow.wall.state.WallState;
import io.satisflow.wire.Alert;
import io.satisflow.wire.AlertControl;
import io.satisflow.wire.DriftSignal;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.Sentiment;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TimelineMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Views of single things, made while the state is looked at. */
public final class Mapping {
    private final WallState state;

    public Mapping(WallState state) {
        this.state = state;
    }

    public static Views.Metric metric(Metric metric) {
        return new Views.Metric(
                metric.getValue(),
                metric.getN(),
                metric.getLow(),
                metric.getHigh(),
                metric.getPrevious(),
                metric.getChangeLow(),
                metric.getChangeHigh(),
                metric.getTarget());
    }

    public static Views.Row row(SatisfactionRow row) {
        Map<String, Views.Metric> metrics = new TreeMap<>();
        row.getMetrics().forEach((name, metric) -> metrics.put(name, metric(metric)));
        return new Views.Row(
                SegmentKeys.of(row.getSegment()),
                new TreeMap<>(row.getSegment()),
                row.getWindow(),
                row.getFrom(),
                row.getTo(),
                row.getAsOf(),
                metrics);
    }

    public Views.Clock clock(OpenClock clock) {
        Optional<TicketTimeline> file = state.tickets.file(clock.ticket());
        return new Views.Clock(
                clock.ticket(),
                clock.clock(),
                clock.instance(),
                clock.standing().name().toLowerCase(Locale.ROOT),
                clock.warned(),
                clock.due(),
                clock.targetSeconds(),
                clock.consumedSeconds(),
                clock.time(),
                clock.policy(),
                clock.at(),
                file.map(TicketTimeline::team).orElse(""),
                file.map(TicketTimeline::owner).orElse(""),
                file.map(TicketTimeline::subject).orElse(""),
                file.map(ticket -> ticket.details().getOrDefault("priority", ""))
                        .orElse(""),
                file.map(TicketTimeline::channel).orElse(""));
    }

    public Views.Alert alert(Alert alert) {
        return new Views.Alert(
                alert.getId(),
                alert.getRule(),
                alert.getKey(),
                alert.getState(),
                alert.getSeverity(),
                alert.getSince(),
                alert.getEndedAt(),
                new TreeMap<>(alert.getLabels()),
                new TreeMap<>(alert.getAnnotations()),
                alert.getReason(),
                alert.getInhibitedBy(),
                alert.getAsOf(),
                state.alerts
                        .acknowledgement(alert.getId())
                        .map(control -> new Views.Word(control.getAuthor(), control.getAt(), control.getComment()))
                        .orElse(null),
                state.alerts
                        .silenceOf(alert, state.now())
                        .map(AlertControl::getId)
                        .orElse(null),
                state.alerts.notified(alert.getId()));
    }

    public Views.Silence silence(AlertControl silence) {
        return new Views.Silence(
                silence.getId(),
                new TreeMap<>(silence.getMatchers()),
                Optional.ofNullable(silence.getStartsAt()).orElse(silence.getEffectiveAt()),
                silence.getEndsAt(),
                silence.getAuthor(),
                silence.getComment(),
                AlertBoard.isActive(silence, state.now()));
    }

    public static Views.Change change(DriftSignal signal) {
        return new Views.Change(
                signal.getId(),
                SegmentKeys.of(signal.getSegment()),
                signal.getMetric(),
                signal.getState(),
                signal.getDirection(),
                signal.getAt(),
                signal.getSince(),
                signal.getFrom(),
                signal.getTo(),
                signal.getLow(),
                signal.getHigh(),
                signal.getN(),
                signal.getDrivers().stream()
                        .map(driver -> new Views.Driver(driver.getName(), driver.getContribution()))
                        .toList(),
                List.copyOf(signal.getVerbatims()));
    }

    public Views.Feedback feedback(ScoredFeedback scored) {
        Feedback feedback = scored.getFeedback();
        Sentiment sentiment = scored.getSentiment();
        return new Views.Feedback(
                FeedbackSample.keyOf(feedback),
                feedback.getId(),
                feedback.getChannel(),
                feedback.getOccurredAt(),
                feedback.getCustomer(),
                feedback.getKind(),
                feedback.getGrade(),
                feedback.getText(),
                feedback.getLanguage(),
                sentiment == null ? null : sentiment.getLabel(),
                sentiment == null ? null : sentiment.getScore(),
                scored.getAspects().stream()
                        .map(aspect -> new Views.Aspect(aspect.getName(), aspect.getLabel(), aspect.getScore()))
                        .toList(),
                feedback.getRatings().stream()
                        .map(rating -> new Views.Rating(
                                rating.getQuestion(), rating.getValue(), rating.getMin(), rating.getMax()))
                        .toList(),
                new TreeMap<>(feedback.getAttributes()),
                state.ticketOf(feedback.getSource()).orElse(null));
    }

    public static Views.Mark mark(TimelineMark mark) {
        return new Views.Mark(mark.getId(), mark.getAt(), mark.getKind(), mark.getText(), mark.getAuthor());
    }

    public Views.TicketHead ticket(TicketTimeline file) {
        return new Views.TicketHead(
                file.id(),
                file.channel(),
                file.subject(),
                file.team(),
                file.owner(),
                file.details().getOrDefault("status", ""),
                file.details().getOrDefault("priority", ""),
                customerOf(file).orElse(null),
                file.clocks().map(this::clock).toList());
    }

    /** As its events name the customer, or as the words do that came in the same records. */
    public Optional<String> customerOf(TicketTimeline file) {
        return Optional.of(file.customer())
                .filter(customer -> !customer.isEmpty())
                .or(() -> file.events().stream()
                        .flatMap(event -> state.feedback.at(event.getSource()).stream())
                        .flatMap(scored ->
                                Optional.ofNullable(scored.getFeedback().getCustomer()).stream())
                        .findFirst());
    }

    /** What happened to a ticket, and what each thing did to its clocks; what clocks do by themselves stands alone. */
    public Views.Ticket story(TicketTimeline file) {
        List<SlaEvent> words = new ArrayList<>(file.words());
        List<Views.Step> steps = new ArrayList<>();
        file.events().forEach(event -> {
            List<SlaEvent> caused = words.stream()
                    .filter(word -> word.getAt().equals(event.getAt()))
                    .toList();
            words.removeAll(caused);
            steps.add(new Views.Step(
                    event.getAt(),
                    event.getType(),
                    new TreeMap<>(event.getDetails()),
                    state.feedback.at(event.getSource()).map(this::feedback).orElse(null),
                    caused.stream().map(Mapping::clockWord).toList()));
        });
        words.forEach(
                word -> steps.add(new Views.Step(word.getAt(), "clock", Map.of(), null, List.of(clockWord(word)))));
        steps.sort((one, other) -> one.at().compareTo(other.at()));
        return new Views.Ticket(ticket(file), steps, file.forgotten());
    }

    private static Views.ClockEvent clockWord(SlaEvent word) {
        return new Views.ClockEvent(
                word.getAt(),
                word.getClock(),
                word.getInstance(),
                word.getEvent(),
                word.getDue(),
                word.getTargetS(),
                word.getConsumedS(),
                word.getTime(),
                word.getPolicy(),
                word.getReason());
    }
}
