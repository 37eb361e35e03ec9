package io.satisflow.settings;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.feedback.Rating;
import io.satisflow.satisfaction.metric.Agreement;
import io.satisflow.satisfaction.metric.ClockMetric;
import io.satisflow.satisfaction.metric.ComplaintRate;
import io.satisflow.satisfaction.metric.CustomerRecovery;
import io.satisflow.satisfaction.metric.CustomerSentiment;
import io.satisflow.satisfaction.metric.Metric;
import io.satisflow.satisfaction.metric.OutcomeRate;
import io.satisflow.satisfaction.metric.Question;
import io.satisflow.satisfaction.outcome.OutcomeMeasure;
import io.satisflow.satisfaction.score.TrackedMetric;
import io.satisflow.ticket.TicketEventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a metric is fed by, and whether anything that the settings name feeds it. */
final class MetricSources {
    /** What is known of feedback whatever its mapping says, or may be told by triage. */
    private static final Set<String> KNOWN = Set.of("channel", "language", "kind", "grade");

    private static final String TICKET = "ticket";

    private final Settings settings;
    private final List<ChannelMapping> channels;

    /** @param channels at least one: where there is none, nothing can be said */
    MetricSources(Settings settings, List<ChannelMapping> channels) {
        this.settings = settings;
        this.channels = channels;
    }

    /** What it lacks, a sentence each. */
    List<String> remarks(TrackedMetric tracked) {
        Metric metric = tracked.metric();
        List<String> remarks = new ArrayList<>();
        metric.asked().stream()
                .filter(question -> channels.stream().noneMatch(channel -> asks(channel, question)))
                .map(question -> "metric %s asks %s, which no channel does; it will have no data"
                        .formatted(metric.name(), Coverage.shown(question.name(), question.min(), question.max())))
                .forEach(remarks::add);
        boolean isOfTickets = metric instanceof OutcomeRate || metric instanceof ClockMetric;
        if (isOfTickets && channels.stream().noneMatch(ChannelMapping::hasTickets)) {
            remarks.add("metric %s is about tickets, and no channel tells of any; it will have no data"
                    .formatted(metric.name()));
        } else {
            unpromised(metric).ifPresent(remarks::add);
            untold(metric).ifPresent(remarks::add);
        }
        unexposed(metric).ifPresent(remarks::add);
        textless(metric).ifPresent(remarks::add);
        if (!isOfTickets && !(metric instanceof ComplaintRate)) {
            tracked.where().keySet().stream()
                    .filter(dimension -> !KNOWN.contains(dimension) && !isCarried(dimension) && !hasTables())
                    .map(dimension ->
                            "metric %s counts where %s is known, which the feedback of no channel carries; it will have no data"
                                    .formatted(metric.name(), dimension))
                    .forEach(remarks::add);
        }
        return remarks;
    }

    private static boolean asks(ChannelMapping channel, Question question) {
        return channel.dimensions().contains(question.name())
                || channel.ratings().stream()
                        .anyMatch(rating -> question.isAnsweredBy(new Rating(
                                rating.question(),
                                rating.scale().min(),
                                rating.scale().min(),
                                rating.scale().max())));
    }

    /** A clock that no policy names never runs. */
    private Optional<String> unpromised(Metric metric) {
        return metric instanceof ClockMetric of && !settings.sla().policies().promise(of.clock())
                ? Optional.of("metric %s is about the clock %s, for which no policy has a target; it will have no data"
                        .formatted(metric.name(), of.clock().wireName()))
                : Optional.empty();
    }

    /** Rates that count what follows a ticket, where no record tells of that: they would say that it never happens. */
    private Optional<String> untold(Metric metric) {
        return metric.outcome()
                .filter(rule -> metric instanceof OutcomeRate)
                .flatMap(rule -> neededEvent(rule.measure()))
                .filter(type -> channels.stream().noneMatch(channel -> tells(channel, type)))
                .map(type ->
                        "metric %s rests on ticket events %s, and no channel tells of any; map them, or take the metric out"
                                .formatted(metric.name(), type.wireName()));
    }

    private static Optional<TicketEventType> neededEvent(OutcomeMeasure measure) {
        return switch (measure) {
            case RESPONSE -> Optional.of(TicketEventType.SURVEY_SENT);
            case FOLLOW_UP, FOLLOW_UP_SATISFIED -> Optional.of(TicketEventType.FOLLOW_UP);
            case PROMISE_KEPT -> Optional.of(TicketEventType.PROMISE);
            case COLLECTION -> Optional.of(TicketEventType.SATISFACTION);
            default -> Optional.empty();
        };
    }

    /** A rating that names its ticket tells of the ticket, too. */
    private static boolean tells(ChannelMapping channel, TicketEventType type) {
        boolean rates = type == TicketEventType.SATISFACTION
                && !channel.ratings().isEmpty()
                && channel.attributes().contains(TICKET);
        return rates || channel.mayTell(type);
    }

    private Optional<String> unexposed(Metric metric) {
        return metric instanceof ComplaintRate rate && !isCarried(rate.exposure())
                ? Optional.of(
                        "metric %s divides by %s, which no channel declares; give the feedback of a channel of counts kind: exposure and that attribute (docs/metrics.md)"
                                .formatted(metric.name(), rate.exposure()))
                : Optional.empty();
    }

    private Optional<String> textless(Metric metric) {
        boolean isOfTexts = metric instanceof CustomerSentiment
                || metric instanceof Agreement
                || metric instanceof CustomerRecovery;
        if (isOfTexts && channels.stream().noneMatch(ChannelMapping::hasText)) {
            return Optional.of(
                    "metric %s is of texts, and no channel has any; it will have no data".formatted(metric.name()));
        }
        return metric instanceof CustomerRecovery recovery && !isCarried(recovery.ticket())
                ? Optional.of(
                        "metric %s sets the texts of one ticket side by side, and the feedback of no channel names its %s; add attributes: {%s: ..} to a mapping"
                                .formatted(metric.name(), recovery.ticket(), recovery.ticket()))
                : Optional.empty();
    }

    /** Tables of customers and agents add whatever columns they have. */
    private boolean hasTables() {
        return settings.enrichment().customers() != null
                || settings.enrichment().agents() != null;
    }

    private boolean isCarried(String attribute) {
        return channels.stream().anyMatch(channel -> channel.attributes().contains(attribute));
    }
}
