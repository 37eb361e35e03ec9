package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.topics.CommittedRecords;
import io.satisflow.settings.SettingsFile;
import io.satisflow.wire.Alert;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.SlaEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Policies, calendars, rules, routes, receivers and channels that come, change and go over a restart, with other numbers of subtasks
 * and partitions: what stays goes on, what is new begins, and of what is gone it is said what becomes of it.
 */
class RestartWithOtherPromisesTest {
    private static final String PREFIX = "promises";
    private static final Duration SOON = Duration.ofMinutes(3);

    private static final String POLICIES_BEFORE = """
            policies:
              - {name: slow, when: {team: slow}, calendar: always, targets: {first_reply: {target: 2h, time: wall, warn: []}}}
              - {name: retired, when: {team: gone}, calendar: always, targets: {first_reply: {target: 3h, time: wall, warn: []}}}
              - {name: office, when: {team: office}, calendar: shop, targets: {first_reply: {target: 30m, time: business, warn: []}}}
              - {name: evening, when: {team: evening}, calendar: always, targets: {first_reply: {target: 30m, time: business, warn: []}}}
              - {name: patient, when: {team: left}, calendar: always, targets: {first_reply: {target: 40s, time: wall, warn: []}}}
              - {name: seconds, when: {team: [quick, steady, other]}, calendar: always, targets: {first_reply: {target: 3s, time: wall, warn: []}}}
            """;
    private static final String POLICIES_AFTER = """
            policies:
              - {name: quicker, when: {team: slow}, calendar: always, targets: {first_reply: {target: 1h, time: wall, warn: []}}}
              - {name: office, when: {team: office}, calendar: shop, targets: {first_reply: {target: 30m, time: business, warn: []}}}
              - {name: evening, when: {team: evening}, calendar: evenings, targets: {first_reply: {target: 30m, time: business, warn: []}}}
              - {name: patient, when: {team: left}, calendar: always, targets: {first_reply: {target: 40s, time: wall, warn: []}}}
              - {name: seconds, when: {team: [quick, steady, other]}, calendar: always, targets: {first_reply: {target: 3s, time: wall, warn: []}}}
              - {name: fresh, when: {team: fresh}, calendar: always, targets: {first_reply: {target: 2s, time: wall, warn: []}}}
            """;
    private static final String ALERTS_BEFORE = """
            alerts:
              rules: [{name: broken, on: ticket, events: [breach], severity: warning}]
              intervals: {group_wait: 1s, group_interval: 1s, repeat_interval: never}
              receivers:
                - {name: desk, webhook: {url: "%s", allow_http: true, allow_private: true}}
                - {name: nobody, webhook: {url: "http://127.0.0.1:1/", allow_http: true, allow_private: true}}
              routes:
                - {name: quickly, match: {team: quick}, receiver: desk}
                - {match: {team: steady}, receiver: desk}
                - {match: {team: other}, receiver: nobody}
            """;
    private static final String ALERTS_AFTER = """
            alerts:
              rules:
                - {name: broken, on: ticket, events: [breach], severity: critical}
                - {name: seen twice, on: ticket, events: [breach], severity: info}
              intervals: {group_wait: 1s, group_interval: 1s, repeat_interval: never}
              receivers:
                - {name: night desk, webhook: {url: "%s", allow_http: true, allow_private: true}}
                - {name: desk, webhook: {url: "%s", allow_http: true, allow_private: true}}
              routes:
                - {match: {team: fresh}, receiver: night desk}
                - {name: swiftly, match: {team: quick}, receiver: desk}
                - {match: {team: steady}, receiver: desk}
            """;

    @TempDir
    Path folder;

    private Path config;
    private String common;
    private Path run;

    @BeforeEach
    void settings() throws Exception {
        config = LiveSettings.write(folder.resolve("config"), PREFIX);
        Path calendars = Files.createDirectory(folder.resolve("config/calendars"));
        Files.copy(presets().resolveSibling("calendars/always.yaml"), calendars.resolve("always.yaml"));
        openingHours("shop", "00:00-24:00");
        common = Files.readString(config).replaceAll("calendars: .*", "calendars: calendars");
        run = folder.resolve("run");
    }

    @Test
    void what_stays_goes_on_what_is_new_begins_and_what_is_gone_is_said() throws Exception {
        Instant created = now();
        try (ToldReceiver before = ToldReceiver.start();
                ToldReceiver after = ToldReceiver.start();
                ToldReceiver night = ToldReceiver.start()) {
            write(POLICIES_BEFORE, ALERTS_BEFORE.formatted(before.address()));
            replace("channels:\n", "channels:\n" + support());
            try (LiveEngine engine = LiveEngine.start(config, run)) {
                for (String team : List.of("slow", "gone", "office", "evening", "quick", "steady", "other")) {
                    open(engine, team, created);
                }
                engine.send("raw.support", 0, opened("left", created));
                engine.send("raw.survey", 0, LiveSettings.answer("first", now()));
                await().atMost(SOON).until(() -> answers(engine).contains("survey first"));
                await().atMost(SOON).until(() -> saidOf(engine, "t-left").contains("activate"));
                await().atMost(SOON)
                        .until(() -> before.heard().containsAll(List.of("firing t-quick", "firing t-steady")));
                await().atMost(SOON).until(() -> saidOf(engine, "t-other").contains("breach"));
                await().atMost(SOON)
                        .until(() -> engine.notifications(PREFIX).stream()
                                .anyMatch(notice -> notice.getReceiver().equals("nobody")));
            }

            openingHours("shop", "00:00-00:01");
            openingHours("evenings", "00:00-00:01");
            write(POLICIES_AFTER, ALERTS_AFTER.formatted(night.address(), after.address()));
            replace("prefix: " + PREFIX, "prefix: " + PREFIX + ", partitions: 3");
            replace("channels:\n", "channels:\n" + reviews());
            replace("topic: raw.survey", "topic: raw.answers");
            try (LiveEngine engine = LiveEngine.startWith(2, config, run)) {
                engine.send("raw.reviews", 2, LiveSettings.review(now()));
                engine.send("raw.answers", 0, LiveSettings.answer("moved", now()));
                for (String team : List.of("quick", "steady")) {
                    engine.send("raw.helpdesk", 0, LiveSettings.agentReply("reply-" + team, "t-" + team, now()));
                }
                open(engine, "fresh", now());

                await().atMost(SOON)
                        .until(() -> after.heard().containsAll(List.of("resolved t-quick", "resolved t-steady")));
                await().atMost(SOON).until(() -> night.heard().contains("firing t-fresh"));
                await().atMost(SOON)
                        .until(
                                () -> lettersOf(engine),
                                letters -> letters.stream()
                                        .anyMatch(letter ->
                                                letter.contains("the receiver is not in the settings any more")));
                await().atMost(SOON)
                        .until(() -> engine.feedback(PREFIX).stream()
                                .map(Feedback::getChannel)
                                .collect(Collectors.toSet())
                                .containsAll(List.of("reviews", "survey")));
                assertThat(before.heard())
                        .as("who is asked no more")
                        .containsExactlyInAnyOrder("firing t-quick", "firing t-steady");
                rulesHoldForWhatBecomesKnown(engine);
                assertThat(last(engine, "t-slow")).satisfies(event -> {
                    assertThat(event.getEvent()).isEqualTo("apply_policy");
                    assertThat(event.getPolicy()).isEqualTo("quicker");
                    assertThat(event.getDue()).isEqualTo(created.plus(Duration.ofHours(1)));
                });
                assertThat(last(engine, "t-gone")).satisfies(event -> {
                    assertThat(event.getEvent()).isEqualTo("cancel");
                    assertThat(event.getReason()).isEqualTo("no policy matches any more");
                });
                assertThat(last(engine, "t-office").getEvent()).isEqualTo("apply_policy");
                assertThat(last(engine, "t-office").getDue())
                        .as("by the new hours of the calendar")
                        .isAfter(created.plus(Duration.ofDays(1)));
                assertThat(last(engine, "t-evening").getDue())
                        .as("by the hours of a calendar that is new")
                        .isAfter(created.plus(Duration.ofDays(1)));
                await("the ticket of a channel that was taken out lives on")
                        .atMost(SOON)
                        .until(() -> saidOf(engine, "t-left").contains("breach"));
                engine.send("raw.survey", 0, LiveSettings.answer("while it was away", now()));
                addPartitions(engine);
            }
        }
        replace("topic: raw.answers", "topic: raw.survey");
        try (LiveEngine engine = LiveEngine.start(config, run)) {
            await().atMost(SOON).until(() -> saidOf(engine, "t-added").contains("breach"));
            await().atMost(SOON).until(() -> answers(engine).contains("survey while it was away"));
            assertThat(answers(engine))
                    .as("a topic that comes back is read from where it was left")
                    .containsExactlyInAnyOrder(
                            "survey first", "survey moved", "reviews r-1", "survey while it was away");
        }
        refusesWhatCannotBeCarriedOver();
    }

    /** What lands where the jobs do not read yet is not passed over, and the remedy is told. */
    private static void addPartitions(LiveEngine engine) throws Exception {
        engine.partition("raw.helpdesk", 6);
        engine.send("raw.helpdesk", 5, opened("added", now()).replace("\"queue\": \"added\"", "\"queue\": \"quick\""));
        await().atMost(SOON)
                .until(() -> engine.said().stream()
                        .anyMatch(sentence -> sentence.contains("has 6 partitions, but 2 when this job started")
                                && sentence.contains("the same command")));
    }

    private static void rulesHoldForWhatBecomesKnown(LiveEngine engine) {
        Map<String, String> severities = new TreeMap<>();
        new CommittedRecords(engine.kafkaProperties())
                .forEach(
                        new TopicNames(PREFIX).of(Topic.ALERTS),
                        Alert.class,
                        (key, alert) -> severities.put(
                                alert.getRule() + " " + alert.getAnnotations().get("ticket"),
                                alert.getSeverity() + " " + alert.getState()));
        assertThat(severities)
                .as("an alert keeps what it began with")
                .containsEntry("broken t-quick", "warning resolved")
                .as("a rule that has changed, and one that is new")
                .containsEntry("broken t-fresh", "critical firing")
                .containsEntry("seen twice t-fresh", "info firing")
                .doesNotContainKey("seen twice t-quick");
    }

    private void refusesWhatCannotBeCarriedOver() throws Exception {
        String settings = Files.readString(config);
        Files.writeString(config, settings.replace("receiver: night desk", "receiver: nobody"));
        assertThatThrownBy(() -> SettingsFile.read(config, Optional.empty())).hasMessageContaining("nobody");

        Files.writeString(config, settings.replace("prefix: " + PREFIX, "prefix: others"));
        CommandLineRun refused = CommandLineRun.of("run", "--no-wall", "--config", config, "--dir", run);
        assertThat(refused.err()).contains("was begun with topics.prefix promises, not others");
        assertThat(refused.exitCode()).isNotZero();

        Files.writeString(config, settings);
        Path shop = folder.resolve("config/calendars/shop.yaml");
        Path renamed = Files.move(shop, shop.resolveSibling("store.yaml"));
        assertThatThrownBy(() -> SettingsFile.read(config, Optional.empty())).hasMessageContaining("shop");
        Files.delete(renamed);
        assertThatThrownBy(() -> SettingsFile.read(config, Optional.empty())).hasMessageContaining("shop");
    }

    private void write(String policies, String alerts) throws Exception {
        Files.writeString(config.resolveSibling("policies.yaml"), policies);
        Files.writeString(config, common + alerts);
    }

    private void replace(String text, String by) throws Exception {
        Files.writeString(config, Files.readString(config).replace(text, by));
    }

    private void openingHours(String calendar, String hours) throws Exception {
        Files.writeString(
                folder.resolve("config/calendars/%s.yaml".formatted(calendar)),
                "zone: UTC\nhours:\n  mon-sun: [\"%s\"]\n".formatted(hours));
    }

    private static String reviews() {
        return "  - {mapping: \"%s\", topic: raw.reviews}\n".formatted(presets().resolve("reviews.yaml"));
    }

    /** Another help desk, of the same shape. */
    private String support() throws Exception {
        String mapping =
                Files.readString(presets().resolve("helpdesk.yaml")).replace("channel: helpdesk", "channel: support");
        Path file = Files.writeString(folder.resolve("support.yaml"), mapping);
        return "  - {mapping: \"%s\", topic: raw.support}\n".formatted(file);
    }

    private static Path presets() {
        return CommandLineRun.HOME.toAbsolutePath().resolve("config/channels");
    }

    private static void open(LiveEngine engine, String team, Instant at) {
        engine.send("raw.helpdesk", 0, opened(team, at));
    }

    private static String opened(String team, Instant at) {
        return LiveSettings.ticketCreated(team, at)
                .replace("\"status\": \"New\"", "\"status\": \"New\", \"queue\": \"%s\"".formatted(team));
    }

    /** Of surveys and reviews, by channel and id. */
    private static List<String> answers(LiveEngine engine) {
        return engine.feedback(PREFIX).stream()
                .filter(each -> List.of("survey", "reviews").contains(each.getChannel()))
                .map(each -> each.getChannel() + " " + each.getId())
                .toList();
    }

    private static List<String> saidOf(LiveEngine engine, String ticket) {
        return of(engine, ticket).stream().map(SlaEvent::getEvent).toList();
    }

    private static SlaEvent last(LiveEngine engine, String ticket) {
        List<SlaEvent> events = of(engine, ticket);
        return events.get(events.size() - 1);
    }

    private static List<SlaEvent> of(LiveEngine engine, String ticket) {
        return engine.slaEvents(PREFIX).stream()
                .filter(event -> event.getTicket().equals(ticket))
                .toList();
    }

    private static List<String> lettersOf(LiveEngine engine) {
        return engine.deadLetters(PREFIX).stream()
                .map(letter -> letter.getReason() + " " + letter.getMessage())
                .toList();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
