package io.satisflow.flink.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.dryrun.DryRun;
import io.satisflow.sla.policy.PolicyFile;
import io.satisflow.sla.policy.SlaRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A story of each rule of docs/clocks.md, killed and restored at each of its events: the same words as undisturbed. */
class RestoreAmidEachStoryTest {
    private static final Instant END = Instant.parse("2027-06-30T00:00:00Z");

    private static final SlaRules RULES =
            new SlaRules(new PolicyFile(Map.of()).read(ConfigFile.parse("policies.yaml", """
                    policies:
                      - name: vip
                        when: {tags: vip}
                        targets:
                          first_reply: {target: 30m, time: wall, warn: [50%], answered_by: [agent, bot]}
                          group_ownership: {target: 1h, time: wall, warn: []}
                          total_resolution: {target: 4h, time: wall, warn: []}
                      - name: rest
                        targets:
                          first_reply: {target: 1h, time: wall, warn: [25%]}
                          next_reply: {target: 2h, time: wall, warn: []}
                          periodic_update: {target: 5h, time: wall, warn: []}
                          agent_work: {target: {urgent: 1h, default: 24h}, time: wall, warn: [25%]}
                          total_resolution: {target: 8h, time: wall, warn: []}
                          group_ownership: {target: 4h, time: wall, warn: []}
                          assignment: {target: 30m, time: wall, warn: []}
                          follow_up: {target: 72h, time: wall, warn: []}
                    """)));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            1 a handover               | 01-05T09:00 created team=one; 01-05T10:30 assigned team=two; 01-05T11:00 status status=solved
            2 facts taken away         | 01-05T09:00 created tags=vip team=one to=ann; 01-05T09:10 tags tags=; 01-05T09:20 status status=open snapshot=true
            3 urgent, low, urgent      | 01-05T09:00 created priority=urgent; 01-05T11:00 priority priority=low; 01-06T12:00 priority priority=urgent
            4 closed and reopened      | 01-05T09:00 created; 01-05T09:10 agent_reply; 01-05T09:30 status status=closed; 01-05T12:00 customer_message; 01-05T15:00 agent_reply
            5 solved without a reply   | 01-05T09:00 created; 01-05T09:20 status status=solved; 01-05T10:00 status status=open; 01-05T10:50 status status=closed
            6 adopted in mid-life      | 01-05T09:00 agent_reply created_at=2026-01-01T09:00:00Z; 01-05T10:00 customer_message; 01-05T13:00 agent_reply
            7 back after months        | 01-05T09:00 created; 01-05T09:10 agent_reply; 01-05T11:00 status status=solved; 08-05T09:00 customer_message; 08-05T16:00 agent_reply
            8 opened by an agent       | 01-05T09:00 created by=agent; 01-05T09:10 agent_reply; 01-05T11:00 customer_message; 01-05T13:00 agent_reply
            9 robots                   | 01-05T09:00 created; 01-05T09:01 bot_reply; 01-05T09:02 agent_reply by=bot; 01-05T09:30 agent_reply by=customer; 01-05T11:30 agent_reply
            11 one instant             | 01-05T09:00 created; 01-05T09:10 customer_message sequence=2; 01-05T09:10 agent_reply sequence=1; 01-05T09:10 status status=pending sequence=3
            13 a merge after a closing | 01-05T09:00 created; 01-05T09:29 status status=closed; 01-05T09:30 merged into=T2; 01-05T10:00 customer_message
            14 late and told again     | 01-05T09:00 created; 01-05T09:50 agent_reply known_at=2026-01-05T11:00:00Z; 01-05T12:00 status status=solved; 01-05T12:00 status status=solved; 01-05T11:59 customer_message known_at=2026-01-05T13:00:00Z
            follow-up                  | 01-05T09:00 created; 01-05T09:20 status status=solved; 01-06T09:00 follow_up outcome=unsatisfied; 01-07T09:00 follow_up outcome=satisfied
            """)
    void a_story_goes_on_from_each_of_its_events(String rule, String story) throws Exception {
        List<RecordedTicketEvent> events = read(story);
        List<String> undisturbed = run(events, position -> false);
        List<String> dryRun =
                DryRun.of(
                                events.stream()
                                        .map(RestoreAmidEachStoryTest::asLogged)
                                        .toList(),
                                RULES,
                                END)
                        .said()
                        .stream()
                        .map(SlaEvent::toString)
                        .toList();

        assertThat(undisturbed)
                .as("the dry run of " + rule)
                .hasSizeGreaterThan(2)
                .isEqualTo(dryRun);
        for (int killed = 0; killed < events.size(); killed++) {
            int at = killed;
            assertThat(run(events, position -> position == at))
                    .as("%s, killed at event %d", rule, at + 1)
                    .isEqualTo(undisturbed);
        }
        assertThat(run(events, position -> true))
                .as("%s, killed at every event", rule)
                .isEqualTo(undisturbed);
    }

    /** Rule 10: a mail loop, killed in the middle, before and after its log was folded. */
    @ParameterizedTest
    @CsvSource({"50", "150", "300", "599"})
    void a_mail_loop_goes_on_from_its_middle(int killed) throws Exception {
        StringBuilder story = new StringBuilder("01-05T09:00 created");
        for (int mail = 0; mail < 600; mail++) {
            story.append("; 01-05T%02d:%02d customer_message".formatted(10 + mail / 60 % 3, mail % 60));
        }
        List<RecordedTicketEvent> events = read(story + "; 01-05T14:00 agent_reply; 01-05T15:00 status status=solved");

        assertThat(run(events, position -> position == killed)).isEqualTo(run(events, position -> false));
    }

    private static io.satisflow.ticket.TicketEvent asLogged(RecordedTicketEvent event) {
        return LoggedEvent.of(event).toDomain(event.ticket());
    }

    /** Each event arrives and may be used, then a day passes without any; the operator is restored before time moves on. */
    private static List<String> run(List<RecordedTicketEvent> events, IntPredicate isKilledAt) throws Exception {
        RestartedClocks clocks = new RestartedClocks(RULES);
        List<RecordedTicketEvent> arriving = new ArrayList<>(events);
        arriving.sort((one, other) -> one.knownAt().compareTo(other.knownAt()));
        for (int position = 0; position < arriving.size(); position++) {
            RecordedTicketEvent event = arriving.get(position);
            clocks.process(event);
            if (isKilledAt.test(position)) {
                clocks.restart();
            }
            boolean isLastOfItsInstant = position + 1 == arriving.size()
                    || arriving.get(position + 1).knownAt().isAfter(event.knownAt());
            if (isLastOfItsInstant) {
                clocks.timeComesTo(event.knownAt());
            }
        }
        clocks.timeComesTo(END);
        clocks.close();
        return clocks.said().stream().map(SlaEvent::toString).toList();
    }

    /** {@code 01-05T09:00 created team=one; ..}, in 2026. */
    private static List<RecordedTicketEvent> read(String story) {
        List<RecordedTicketEvent> events = new ArrayList<>();
        for (String told : story.split(";")) {
            String[] words = told.strip().split(" ");
            Instant at = Instant.parse("2026-" + words[0] + ":00Z");
            Map<String, String> details = new TreeMap<>();
            for (int word = 2; word < words.length; word++) {
                String[] detail = words[word].split("=", 2);
                details.put(detail[0], detail[1]);
            }
            Instant known = Instant.parse(details.getOrDefault("known_at", at.toString()));
            details.remove("known_at");
            int number = events.size() + 1;
            events.add(TicketStream.event("T1", "e" + number, words[1], at, known, details, number));
        }
        return events;
    }
}
