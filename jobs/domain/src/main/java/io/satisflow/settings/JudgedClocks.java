package io.satisflow.settings;

import static io.satisflow.ticket.TicketEventType.AGENT_REPLY;
import static io.satisflow.ticket.TicketEventType.ANSWERED;
import static io.satisflow.ticket.TicketEventType.ASSIGNED;
import static io.satisflow.ticket.TicketEventType.BOT_REPLY;
import static io.satisflow.ticket.TicketEventType.CREATED;
import static io.satisflow.ticket.TicketEventType.CUSTOMER_MESSAGE;
import static io.satisflow.ticket.TicketEventType.FOLLOW_UP;
import static io.satisflow.ticket.TicketEventType.PLAN_PROPOSED;
import static io.satisflow.ticket.TicketEventType.STATUS;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ticket.TicketMapping;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.policy.SlaPolicies;
import io.satisflow.ticket.TicketEventType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which clocks a channel can be judged by: what its mapping never tells cannot have been done in time, nor late. Where such a
 * clock runs all the same, each ticket misses it, or none ever starts it.
 */
public final class JudgedClocks {
    private JudgedClocks() {}

    /**
     * A sentence for each kind of event that is missing.
     *
     * @param policies names of those that hold for tickets of the channel
     */
    public static List<String> remarks(ChannelMapping channel, SlaPolicies all, Collection<String> policies) {
        Optional<Set<TicketEventType>> told = channel.tickets()
                .map(TicketMapping::events)
                .orElse(channel.hasTickets() ? Optional.of(EnumSet.of(CREATED)) : Optional.empty());
        if (told.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> clocksByNeed = new TreeMap<>();
        for (Clock clock : all.clocks(policies)) {
            if (!isDeclared(channel, clock)) {
                missing(channel, clock, told.get())
                        .ifPresent(need -> clocksByNeed
                                .computeIfAbsent(need, events -> new ArrayList<>())
                                .add(clock.wireName()));
            }
        }
        return clocksByNeed.entrySet().stream()
                .map(each ->
                        "%s cannot be judged by channel %s alone, whose mapping tells of no %s: its figures say nothing; map that under ticket.events, or name the clock under ticket.not_judged"
                                .formatted(String.join(", ", each.getValue()), channel.channel(), each.getKey()))
                .toList();
    }

    /**
     * What a channel's mapping says that it cannot be judged by, though a policy may promise it, in one sentence; empty where
     * there is none.
     */
    public static Optional<String> declared(ChannelMapping channel, SlaPolicies all) {
        Set<Clock> promised = all.clocksOfChannel(channel.channel());
        Map<String, List<String>> clocksByReason = new LinkedHashMap<>();
        channel.tickets().map(TicketMapping::notJudged).orElse(Map.of()).forEach((clock, why) -> {
            if (promised.contains(clock)) {
                clocksByReason.computeIfAbsent(why, reason -> new ArrayList<>()).add(clock.wireName());
            }
        });
        if (clocksByReason.isEmpty()) {
            return Optional.empty();
        }
        String clocks = clocksByReason.entrySet().stream()
                .map(each -> "%s (%s)".formatted(String.join(", ", each.getValue()), each.getKey()))
                .collect(Collectors.joining(", "));
        return Optional.of(
                "Channel %s is not judged by %s: its mapping says so under ticket.not_judged, and such promises count neither as kept nor as missed. Map what they need and take them out there, or out of the policy"
                        .formatted(channel.channel(), clocks));
    }

    private static boolean isDeclared(ChannelMapping channel, Clock clock) {
        return channel.tickets()
                .filter(tickets -> tickets.notJudged().containsKey(clock))
                .isPresent();
    }

    /** What it needs and is not told, as {@code agent_reply} or {@code answered or status}. */
    private static Optional<String> missing(ChannelMapping channel, Clock clock, Set<TicketEventType> told) {
        return switch (clock) {
            case FIRST_REPLY, PERIODIC_UPDATE, PAUSABLE_UPDATE -> unless(told, AGENT_REPLY, BOT_REPLY);
            case NEXT_REPLY -> unless(told, AGENT_REPLY, BOT_REPLY).or(() -> unless(told, CUSTOMER_MESSAGE));
            case REQUESTER_WAIT, AGENT_WORK, TOTAL_RESOLUTION ->
                isSolvedBySilence(channel) ? Optional.empty() : unless(told, STATUS);
            case ANSWER -> isSolvedBySilence(channel) ? Optional.empty() : unless(told, ANSWERED, STATUS);
            case ASSIGNMENT, GROUP_OWNERSHIP ->
                channel.tickets().filter(TicketMapping::tellsOwners).isPresent()
                        ? Optional.empty()
                        : unless(told, ASSIGNED);
            case RESOLUTION_PLAN -> unless(told, PLAN_PROPOSED);
            case FOLLOW_UP -> unless(told, FOLLOW_UP);
            // They begin with what a source tells of them, so that of none there is nothing to judge.
            case PROMISE, STAGE_RECEIVE, STAGE_ANALYSE, STAGE_RESOLVE, STAGE_REPLY, STAGE_REVIEW -> Optional.empty();
        };
    }

    private static boolean isSolvedBySilence(ChannelMapping channel) {
        return channel.ticketEnd().solvedAfter() != null;
    }

    private static Optional<String> unless(Set<TicketEventType> told, TicketEventType... needed) {
        return Arrays.stream(needed).anyMatch(told::contains)
                ? Optional.empty()
                : Optional.of(
                        Arrays.stream(needed).map(TicketEventType::wireName).collect(Collectors.joining(" or ")));
    }
}
