package io.satisflow.sla.policy;

import static io.satisflow.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigFile;
import io.satisflow.sla.Promises;
import io.satisflow.sla.Story;
import io.satisflow.sla.clock.Allowance;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.ClockTarget;
import io.satisflow.sla.clock.ReplyTerms;
import io.satisflow.sla.clock.TimeBasis;
import io.satisflow.sla.clock.Warning;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

    @Test
    void a_policy_is_read_with_its_conditions_and_targets() {
        SlaPolicy policy = read("""
                policies:
                  - name: major complaints
                    when: {kind: complaint, grade: [major, complex], team: {not: sales}, attributes.country: {any: [de, at], not: ch}}
                    calendar: office
                    targets:
                      first_reply: {target: 2 workdays, time: business, warn: [25%, 30m], pause: [pending, on_hold]}
                      total_resolution: {target: {Urgent: 8h, default: 48h}, time: wall}
                """).policies().get(0);

        assertThat(policy.name()).isEqualTo("major complaints");
        assertThat(policy.calendar())
                .isEqualTo(PolicyCalendar.of(Objects.requireNonNull(Promises.CALENDARS.get("office"))));
        assertThat(policy.when())
                .containsExactly(
                        new Condition("kind", List.of("complaint"), List.of()),
                        new Condition("grade", List.of("major", "complex"), List.of()),
                        new Condition("team", List.of(), List.of("sales")),
                        new Condition("attributes.country", List.of("de", "at"), List.of("ch")));
        assertThat(policy.targets().get(Clock.FIRST_REPLY))
                .isEqualTo(new ClockTarget(
                        Map.of("default", new Allowance.Workdays(2)),
                        TimeBasis.BUSINESS,
                        List.of(new Warning.Share(25), new Warning.Lead(Duration.ofMinutes(30), "30m")),
                        Set.of(TicketStatus.PENDING, TicketStatus.ON_HOLD),
                        ReplyTerms.USUAL));
        assertThat(policy.targets().get(Clock.TOTAL_RESOLUTION))
                .isEqualTo(new ClockTarget(
                        Map.of(
                                "urgent", new Allowance.Time(Duration.ofHours(8)),
                                "default", new Allowance.Time(Duration.ofHours(48))),
                        TimeBasis.WALL,
                        List.of(Warning.DEFAULT),
                        Set.of(),
                        ReplyTerms.USUAL));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # when                    | details                       | matches
            {channel: mail}           | channel=mail                  | true
            {channel: mail}           | channel=Mail                  | true
            {channel: mail}           | channel=chat                  | false
            {channel: mail}           |                               | false
            {channel: [mail, chat]}   | channel=chat                  | true
            {channel: {any: [a, b]}}  | channel=b                     | true
            {channel: {not: [a, b]}}  | channel=b                     | false
            {channel: {not: [a, b]}}  | channel=c                     | true
            {channel: {not: [a, b]}}  |                               | true
            {tags: vip}               | tags=new, vip                 | true
            {tags: vip}               | tags=vipers                   | false
            {tags: {any: vip, not: x}} | tags=vip,x                   | false
            {attributes.country: de}  | attributes.country=de         | true
            {product: kettle}         | attributes.product=kettle     | true
            {tier: gold, region: eu}  | tier=gold;region=us           | false
            {tier: gold, region: eu}  | tier=gold;region=eu           | true
            """)
    void a_condition_asks_for_a_fact(String when, String details, boolean matches) {
        SlaRules rules = Promises.of(
                "[{name: p, when: %s, targets: {total_resolution: {target: 4h, time: wall}}}]".formatted(when));
        String[] named = details == null ? new String[0] : details.split("[=;]", -1);

        assertThat(Promises.unfold(new Story().created("09:00", named), rules).isEmpty())
                .isEqualTo(!matches);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            targets: {first_reply: {target: 1d, time: business}}         | targets.first_reply.target: "1d" is ambiguous on business time; write hours of working time, such as 8h, or 1 workdays
            targets: {first_reply: {target: P1D, time: business}}        | targets.first_reply.target: "P1D" is ambiguous on business time
            targets: {first_reply: {target: 2 workdays, time: wall}}     | targets.first_reply.target: workdays are business time; write time: business, or 48h
            targets: {first_reply: {target: 0 workdays, time: business}} | targets.first_reply.target: "0 workdays" must be longer than zero
            targets: {first_reply: {target: 0h, time: wall}}             | targets.first_reply.target: "0h" must be longer than zero
            targets: {first_reply: {target: soon, time: wall}}           | targets.first_reply.target: "soon" is not a duration; write 90m
            targets: {first_reply: {target: 999999h, time: business}}    | targets.first_reply.target: PT999999H of working time from 1970-01-01T00:00:00Z takes more than 100 years
            targets: {first_reply: {target: 99999999999999h, time: wall}} | targets.first_reply.target: PT99999999999999H of working time from 1970-01-01T00:00:00Z takes more than 100 years
            targets: {first_reply: {target: {}, time: wall}}             | targets.first_reply.target: names no priority
            targets: {first_reply: {target: 2h}}                         | targets.first_reply: key "time" is missing
            targets: {first_reply: {target: 2h, time: work}}             | targets.first_reply.time: "work" is not allowed; one of: business, wall
            targets: {first_reply: {target: 2h, time: wall, warn: 0%}}   | targets.first_reply.warn: a share of the target must lie between 1% and 99%, but was 0%
            targets: {first_reply: {target: 2h, time: wall, warn: [x]}}  | targets.first_reply.warn[0]: "x" is no warning; write the share of the target left, such as 25%, or a time before due
            targets: {first_reply: {target: 2h, time: wall, warn: 2h}}   | targets.first_reply.warn: "2h" before due is no shorter than the target, so it would never warn
            targets: {first_reply: {target: 2h, time: wall, pause: x}}   | targets.first_reply.pause: "x" is not allowed; one of: new, open, pending, on_hold, solved, closed
            targets: {reply: {target: 2h, time: wall}}                   | targets.reply: unknown key; allowed here: first_reply, next_reply, periodic_update, pausable_update, requester_wait, agent_work, total_resolution, group_ownership, assignment, answer, resolution_plan, promise, follow_up, stage.receive
            when: {chanel: mail}, targets: {}                            | when.chanel: unknown key; allowed here: channel, product, region, team, kind, grade, priority, tier, tags, attributes.<name>
            when: {channel: []}, targets: {}                             | when.channel: an empty list matches no ticket
            when: {channel: {}}, targets: {}                             | when.channel: asks for nothing
            calendar: berlin, targets: {}                                | calendar: unknown calendar "berlin"; one of: office
            targets: {first_reply: {target: 100000h, time: wall}}        | targets.first_reply.target: "100000h" takes more than 10 years; shorten it
            targets: {promise: {warn: 25%, pause: pending}}              | targets.promise.pause: unknown key; allowed here: target, time, calendar, warn
            targets: {promise: {target: 1h}}                             | targets.promise: key "time" is missing
            calendar: {team: {x: office}}, targets: {}                   | calendar: key "default" is missing
            calendar: {team: {x: moon}, default: office}, targets: {}    | calendar.team.x: unknown calendar "moon"; one of: office
            calendar: {crew: {x: office}, default: office}, targets: {}  | calendar.crew: unknown key; allowed here: channel, product
            calendar: {default: office}, targets: {}                     | calendar: calendars differ by one fact; write {team:
            calendar_change: never, targets: {}                          | calendar_change: "never" is not allowed; one of: each_stretch, last_only
            targets: {}, prio: 1                                         | prio: unknown key; allowed here: name, when, calendar, calendar_change, targets
            """)
    void what_is_wrong_is_said_where_it_stands(String entries, String problem) {
        String calendar = entries.startsWith("calendar:") ? "" : "calendar: office, ";

        assertThatThrownBy(() -> readWithOffice("policies: [{name: p, " + calendar + entries + "}]"))
                .isInstanceOf(ConfigException.class)
                .message()
                .matches("(?s)p\\.yaml:1:\\d+: policies\\[0]\\..*")
                .contains("policies[0]." + problem);
    }

    @Test
    void business_time_needs_a_calendar() {
        assertThatThrownBy(() -> read("policies: [{name: p, targets: {first_reply: {target: 2h, time: business}}}]"))
                .hasMessageContaining("business time needs the policy to name a calendar");
    }

    @Test
    void policies_have_names_of_their_own_and_can_be_reached() {
        assertThatThrownBy(() -> read("""
                        policies:
                          - {name: mail, when: {channel: mail}, targets: {}}
                          - {name: mail, targets: {}}
                          - {name: late, targets: {}}
                        """))
                .hasMessage("p.yaml:3:12: policies[1].name: another policy is named \"mail\" already;"
                        + " give each its own name");
        assertThatThrownBy(() -> read("policies: [{name: all, targets: {}}, {name: late, targets: {}}]"))
                .hasMessageContaining("is never reached, since \"all\" above has no conditions");
    }

    @Test
    void the_calendar_may_depend_on_the_team_or_another_fact() {
        SlaRules rules = Promises.of("""
                [{name: p, calendar: {team: {apac: frappe, emea: office}, default: daily}, targets: {
                    first_reply: {target: 2h, time: business}}}]""");

        assertThat(due(rules, "team", "APAC")).isEqualTo(at("12:00"));
        assertThat(due(rules, "team", "emea")).isEqualTo(at("11:00"));
        assertThat(due(rules, "team", "other")).isEqualTo(at("10:00"));
        assertThat(due(rules)).isEqualTo(at("10:00"));
    }

    @Test
    void a_priority_that_is_left_out_is_remarked_on_and_says_why_it_is_promised_nothing() {
        SlaRules rules = Promises.toAll("first_reply: {target: {urgent: 1h, high: 2h}, time: wall}");
        Story story = new Story()
                .created("09:00", "priority", "high")
                .event(TicketEventType.PRIORITY, "09:10", "priority", "purple");

        assertThat(rules.policies().remarks())
                .containsExactly(
                        "policy \"all\", first_reply: tickets of another priority than high, urgent are promised"
                                + " nothing; add default if they should be");
        assertThat(Promises.lines(story, rules))
                .containsExactly(
                        "09:00 first_reply#1 activate",
                        "09:10 first_reply#1 cancel (policy \"all\" has no target for priority \"purple\" and no default)");
    }

    private static @Nullable Instant due(SlaRules rules, String... details) {
        return Promises.unfold(new Story().created("08:00", details), rules)
                .get(0)
                .due();
    }

    private static SlaPolicies read(String yaml) {
        return new PolicyFile(Promises.CALENDARS).read(ConfigFile.parse("p.yaml", yaml));
    }

    private static SlaPolicies readWithOffice(String yaml) {
        return new PolicyFile(Map.of("office", Objects.requireNonNull(Promises.CALENDARS.get("office"))))
                .read(ConfigFile.parse("p.yaml", yaml));
    }
}
