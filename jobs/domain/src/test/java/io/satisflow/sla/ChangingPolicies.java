package io.satisflow.sla;

import io.satisflow.sla.policy.RuleBook;
import io.satisflow.sla.policy.RuleVersion;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEnd;
import java.time.Duration;
import java.util.Map;

/** Policies with every clock, and versions that move what they promise. */
final class ChangingPolicies {
    static final SlaRules RULES = Promises.of("""
            [{name: vip, when: {tags: vip}, calendar: office, targets: {
                first_reply: {target: 1h, time: business, warn: [50%, 10m]},
                periodic_update: {target: 3h, time: business},
                group_ownership: {target: 2h, time: business},
                promise: {warn: [50%, 1h]},
                follow_up: {target: 4h, time: business},
                stage.analyse: {target: 1h, time: business},
                total_resolution: {target: 1 workdays, time: business, pause: [pending]}}},
             {name: phone, when: {channel: phone, grade: {not: general}}, targets: {
                agent_work: {target: 5h, time: wall},
                assignment: {target: 30m, time: wall},
                resolution_plan: {target: 12h, time: wall},
                follow_up: {target: 72h, time: wall},
                total_resolution: {target: 6h, time: wall}}},
             {name: mail, when: {channel: [mail, chat]},
              calendar: {team: {billing: office, delivery: frappe}, default: daily}, targets: {
                first_reply: {target: 2h, time: business, pause: [pending, on_hold], answered_by: [agent, bot]},
                next_reply: {target: 30m, time: wall, solved_unanswered: missed},
                pausable_update: {target: 2h, time: business},
                requester_wait: {target: {urgent: 4h, default: 1 workdays}, time: business},
                answer: {target: 24h, time: wall, pause: [on_hold]},
                promise: {warn: 25%},
                group_ownership: {target: 5h, time: business},
                stage.receive: {target: 5m, time: wall},
                stage.analyse: {target: 4h, time: business},
                stage.resolve: {target: 8h, time: wall, pause: [pending]},
                stage.reply: {target: 2h, time: wall},
                stage.review: {target: 24h, time: wall},
                total_resolution: {target: {urgent: 4h, high: 8h}, time: wall, warn: [25%, 2h]}}}]""").withEnds(Map.of("chat", new TicketEnd(Duration.ofHours(5), null)));

    /** Versions that move targets, calendars, pauses, and which policies there are; the last but one brings all back. */
    static final RuleBook BOOK = RuleBook.of(RULES)
            .with(new RuleVersion("shorter", Story.at("16:00"), Promises.of("""
                    [{name: vip, when: {tags: vip}, calendar: daily, targets: {
                        first_reply: {target: 30m, time: business, warn: [10m]},
                        total_resolution: {target: 5h, time: business, pause: [on_hold]}}},
                     {name: all, calendar: zammad, calendar_change: last_only, targets: {
                        periodic_update: {target: 1h, time: wall},
                        requester_wait: {target: 3h, time: business},
                        promise: {warn: []},
                        follow_up: {target: 1h, time: business},
                        stage.analyse: {target: 1h, time: business, pause: [pending]},
                        next_reply: {target: 20m, time: business},
                        total_resolution: {target: {urgent: 3h, default: 9h}, time: business}}}]""")))
            .with(new RuleVersion("fewer", Story.at("+1 09:30"), Promises.of("""
                    [{name: mail, when: {channel: mail}, calendar: office, targets: {
                        total_resolution: {target: 12h, time: wall, pause: [pending, on_hold]}}}]""")))
            .with(new RuleVersion("back", Story.at("+1 15:00"), RULES))
            .with(new RuleVersion(
                    "later",
                    Story.at("+4 09:00"),
                    new SlaRules(RULES.policies(), Map.of(), Duration.ofDays(3), SlaRules.LOG_CAP)));

    private ChangingPolicies() {}
}
