package io.satisflow.sla.policy;

import io.satisflow.calendar.BusinessCalendar;
import io.satisflow.config.ConfigNode;
import io.satisflow.config.DurationText;
import io.satisflow.sla.clock.Allowance;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.ClockTarget;
import io.satisflow.sla.clock.ReplyTerms;
import io.satisflow.sla.clock.TimeBasis;
import io.satisflow.sla.clock.Warning;
import io.satisflow.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one clock's target: {@code {target: 2h, time: business, warn: [25%, 30m], pause: [pending]}}. */
final class TargetNode {
    private static final Pattern WORKDAYS = Pattern.compile("(\\d{1,4})\\s*workdays?");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3})\\s*%");
    /** A day of 24 hours, as {@code 1d} or {@code P1D} have it. */
    private static final Pattern CALENDAR_DAYS = Pattern.compile(".*\\d\\s*[dD].*");

    private static final Pattern PRIORITY = Pattern.compile("\\S.*");

    private final TimeBasis time;
    private final Collection<BusinessCalendar> calendars;

    private TargetNode(TimeBasis time, Collection<BusinessCalendar> calendars) {
        this.time = time;
        this.calendars = calendars;
    }

    static ClockTarget read(Clock clock, ConfigNode node, Optional<PolicyCalendar> calendar) {
        if (clock == Clock.PROMISE) {
            return promise(node, calendar);
        }
        node.allowOnly(allowed(clock));
        Map<String, Allowance> byPriority = of(node, calendar).byPriority(node.require("target"));
        return new ClockTarget(byPriority, basis(node), warnings(node, byPriority), pauses(node), replies(node));
    }

    private static String[] allowed(Clock clock) {
        List<String> keys = new ArrayList<>(List.of("target", "time", "calendar", "warn", "pause"));
        if (clock.isEndedByReplies()) {
            keys.add("answered_by");
        }
        if (clock.isReply()) {
            keys.add("solved_unanswered");
        }
        return keys.toArray(String[]::new);
    }

    private static ReplyTerms replies(ConfigNode node) {
        boolean botsAnswer =
                node.find("answered_by").map(TargetNode::botsAnswer).orElse(false);
        ReplyTerms.Unanswered unanswered = node.find("solved_unanswered")
                .map(value -> value.oneOf(ReplyTerms.Unanswered.class))
                .orElse(ReplyTerms.Unanswered.CANCELLED);
        return new ReplyTerms(botsAnswer, unanswered);
    }

    private static boolean botsAnswer(ConfigNode node) {
        List<Answerer> answerers = ConfigNode.readEach(node.itemsOrSingle(), item -> item.oneOf(Answerer.class));
        if (!answerers.contains(Answerer.AGENT)) {
            throw node.problem("an agent's reply always counts; write agent, or [agent, bot]");
        }
        return answerers.contains(Answerer.BOT);
    }

    private enum Answerer {
        AGENT,
        BOT
    }

    /** A promise is due at the promised date, which no pause moves; a target is for promises that name no date. */
    private static ClockTarget promise(ConfigNode node, Optional<PolicyCalendar> calendar) {
        node.allowOnly("target", "time", "calendar", "warn");
        List<Warning> warnings = warnings(node, Map.of());
        return node.find("target")
                .map(target -> new ClockTarget(
                        of(node, calendar).byPriority(target), basis(node), warnings, Set.of(), ReplyTerms.USUAL))
                .orElseGet(() -> new ClockTarget(Map.of(), TimeBasis.WALL, warnings, Set.of(), ReplyTerms.USUAL));
    }

    private static TimeBasis basis(ConfigNode node) {
        return node.require("time").oneOf(TimeBasis.class);
    }

    private static TargetNode of(ConfigNode node, Optional<PolicyCalendar> calendar) {
        TimeBasis time = basis(node);
        if (time == TimeBasis.WALL) {
            return new TargetNode(time, List.of(BusinessCalendar.ALWAYS));
        }
        return new TargetNode(
                time,
                calendar.orElseThrow(() -> node.require("time")
                                .problem("business time needs the policy to name a calendar, such as calendar: berlin"))
                        .all());
    }

    private Map<String, Allowance> byPriority(ConfigNode node) {
        if (!node.isMapping()) {
            return Map.of(ClockTarget.ANY_PRIORITY, allowance(node));
        }
        Map<String, Allowance> byPriority = new TreeMap<>();
        ConfigNode.readEach(node.entries().entrySet(), entry -> {
            String priority = entry.getKey().toLowerCase(Locale.ROOT);
            if (!PRIORITY.matcher(priority).matches() || byPriority.containsKey(priority)) {
                throw entry.getValue().problem("name each priority once");
            }
            return byPriority.put(priority, allowance(entry.getValue()));
        });
        if (byPriority.isEmpty()) {
            throw node.problem("names no priority; write {urgent: 8h, default: 48h}, or one target for all");
        }
        return byPriority;
    }

    private Allowance allowance(ConfigNode node) {
        Matcher workdays = WORKDAYS.matcher(node.text().trim());
        Allowance allowance = workdays.matches() ? workdays(node, workdays) : time(node);
        // A target that takes many years is refused here rather than when the first ticket comes.
        calendars.forEach(calendar -> refuseTooLong(node, allowance, calendar));
        return allowance;
    }

    private static void refuseTooLong(ConfigNode node, Allowance allowance, BusinessCalendar calendar) {
        Instant due = node.build(() -> calendar.due(Instant.EPOCH, allowance.from(Instant.EPOCH, calendar)));
        if (due.isAfter(Instant.EPOCH.plus(Allowance.LONGEST))) {
            throw node.problem("\"%s\" takes more than %d years; shorten it or give the calendar more hours"
                    .formatted(node.text(), Allowance.LONGEST_IN_YEARS));
        }
    }

    private Allowance workdays(ConfigNode node, Matcher text) {
        int days = Integer.parseInt(text.group(1));
        if (time == TimeBasis.WALL) {
            throw node.problem("workdays are business time; write time: business, or %dh".formatted(24 * days));
        }
        if (days == 0) {
            throw node.problem("\"%s\" must be longer than zero".formatted(node.text()));
        }
        return new Allowance.Workdays(days);
    }

    private Allowance time(ConfigNode node) {
        if (time == TimeBasis.BUSINESS && CALENDAR_DAYS.matcher(node.text()).matches()) {
            throw node.problem(
                    "\"%s\" is ambiguous on business time; write hours of working time, such as 8h, or 1 workdays"
                            .formatted(node.text()));
        }
        return new Allowance.Time(node.duration());
    }

    private static List<Warning> warnings(ConfigNode node, Map<String, Allowance> byPriority) {
        return node.find("warn")
                .map(warn -> ConfigNode.readEach(warn.itemsOrSingle(), item -> warning(item, byPriority)))
                .orElse(List.of(Warning.DEFAULT));
    }

    private static Warning warning(ConfigNode node, Map<String, Allowance> byPriority) {
        String text = node.text().trim();
        Matcher share = SHARE.matcher(text);
        if (share.matches()) {
            return node.build(() -> new Warning.Share(Integer.parseInt(share.group(1))));
        }
        Duration lead = node.value(TargetNode::lead);
        if (!byPriority.isEmpty() && byPriority.values().stream().allMatch(allowance -> isAtMost(allowance, lead))) {
            throw node.problem(
                    "\"%s\" before due is no shorter than the target, so it would never warn".formatted(text));
        }
        return new Warning.Lead(lead, text);
    }

    private static Duration lead(String text) {
        try {
            Duration lead = DurationText.parse(text);
            if (!lead.isZero() && !lead.isNegative()) {
                return lead;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no warning; write the share of the target left, such as 25%%, or a time before due, such as 30m"
                            .formatted(text),
                    e);
        }
        throw new IllegalArgumentException("\"%s\" must be longer than zero".formatted(text));
    }

    private static boolean isAtMost(Allowance allowance, Duration lead) {
        return allowance instanceof Allowance.Time target && target.time().compareTo(lead) <= 0;
    }

    private static Set<TicketStatus> pauses(ConfigNode node) {
        List<TicketStatus> statuses = node.find("pause")
                .map(pause -> ConfigNode.readEach(pause.itemsOrSingle(), item -> item.oneOf(TicketStatus.class)))
                .orElse(List.of());
        return statuses.isEmpty() ? Set.of() : EnumSet.copyOf(statuses);
    }
}
