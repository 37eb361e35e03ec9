package io.satisflow.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.alerts.receiver.Language;
import io.satisflow.alerts.route.GroupTiming;
import io.satisflow.alerts.route.Route;
import io.satisflow.alerts.rule.AlertRule;
import io.satisflow.config.ConfigFile;
import io.satisflow.drift.DriftRules;
import io.satisflow.drift.DriftRulesNode;
import io.satisflow.hook.HookRate;
import io.satisflow.hook.HookReceiver;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertSettingsNodeTest {

    @Test
    void rules_receivers_and_routes_are_read() {
        AlertSettings settings = read("""
                external_url: https://wall.example.com
                intervals: {group_wait: 10s, repeat_interval: 2h}
                rules:
                  - {name: CSAT low, on: threshold, metric: csat, window: 24h, segment: [channel], below: 70, for: 15m,
                     keep_firing_for: 10m, no_data: 6h, severity: critical}
                  - {name: NPS falls, on: drift, metrics: nps, direction: down}
                  - {name: late, on: ticket, events: breach, clocks: [first_reply], labels: {paged: yes}}
                receivers:
                  - {name: ops, language: zh-CN, webhook: {url: https://example.com/hook?token=abc, secret_env: SECRET}}
                routes:
                  - {match: {severity: critical}, receiver: ops, group_by: [channel], repeat_interval: never}
                """);

        assertThat(settings.rules()).extracting(AlertRule::name).containsExactly("CSAT low", "NPS falls", "late");
        assertThat(settings.rules().get(0).noDataAfter()).isEqualTo(Duration.ofHours(6));
        assertThat(settings.rules().get(0).pendingFor()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.languageOf("ops")).isEqualTo(Language.CHINESE);
        assertThat(settings.languageOf("terminal")).isEqualTo(Language.ENGLISH);
        Route score = settings.routes().routes().get(1);
        assertThat(score.groupBy()).containsExactly("channel");
        assertThat(score.timing().groupWait()).isEqualTo(Duration.ofSeconds(10));
        assertThat(score.timing().repeat()).isNull();
        assertThat(settings.routes().routes().get(3).timing().repeat()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void tickets_are_told_at_once_and_never_at_a_slower_pace_than_scores_unless_it_is_said() {
        GroupTiming usual = tickets("intervals: {group_wait: 30s, group_interval: 5m}");
        assertThat(usual.groupWait()).isZero();
        assertThat(usual.interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(tickets("intervals: {group_interval: 10s}").interval()).isEqualTo(Duration.ofSeconds(10));
        GroupTiming said = tickets("intervals: {tickets: {group_wait: 10s, group_interval: 2h}}");
        assertThat(said.groupWait()).isEqualTo(Duration.ofSeconds(10));
        assertThat(said.interval()).isEqualTo(Duration.ofHours(2));
    }

    private static GroupTiming tickets(String text) {
        return read(text).routes().routes().get(0).timing();
    }

    @Test
    void only_a_breach_is_waited_with() {
        assertThat(read("rules: [{name: late, on: ticket, grace: 0s}]")
                        .rules()
                        .get(0)
                        .grace())
                .isZero();
        assertThatThrownBy(() -> read("rules: [{name: late, on: ticket, events: warn, grace: 5s}]"))
                .hasMessageContaining("only a breach is waited with");
    }

    @Test
    void nothing_said_means_the_defaults() {
        AlertSettings settings = read("rules:");
        assertThat(settings).isEqualTo(AlertSettings.DEFAULT);
    }

    @Test
    void every_problem_is_named_with_its_place() {
        assertThatThrownBy(() -> read("""
                rules:
                  - {name: a, on: threshold, metric: csat, window: 24h}
                  - {name: b, on: drift, below: 3}
                  - {name: c, on: moon}
                receivers:
                  - {name: r, webhook: {url: "http://example.com/?token=abc"}}
                  - {name: s, webhook: {url: "https://example.com/", secret_env: "pass word"}}
                routes:
                  - {receiver: nobody}
                """))
                .hasMessageContaining("alerts.yaml:2:5: rules[0]: needs a bound: below, above or both")
                .hasMessageContaining("alerts.yaml:3:26: rules[1].below: unknown key")
                .hasMessageContaining("rules[2].on: \"moon\" is not allowed; one of: drift, threshold, ticket")
                .hasMessageContaining("receivers[0].webhook.url: is not https")
                .hasMessageContaining("receivers[1].webhook.secret_env: is not the name of an environment variable")
                .hasMessageContaining("routes[0].receiver: unknown receiver \"nobody\"")
                .hasMessageNotContaining("token");
    }

    @Test
    void names_that_stand_twice_are_refused() {
        assertThatThrownBy(() -> read("rules:\n  - {name: a, on: drift}\n  - {name: a, on: drift}"))
                .hasMessageContaining("alerts.yaml:3:12: rules[1].name: another rule in line 2 is named \"a\" already");
    }

    @Test
    void a_receiver_does_not_show_its_address() {
        AlertSettings settings = read("receivers: [{name: ops, webhook: {url: https://example.com/hook?token=abc}}]");
        assertThat(settings.toString()).doesNotContain("token").contains("hook webhook");
        assertThat(settings.hookReceivers()).singleElement().satisfies(ops -> {
            assertThat(ops.settings().allowPrivate()).isFalse();
            assertThat(ops.staleAfter()).isEqualTo(Duration.ofHours(2));
        });
    }

    @Test
    void hooks_have_their_own_keys_a_pace_and_an_age() {
        AlertSettings settings = read("""
                receivers:
                  - {name: a, slack: {url_env: SLACK_URL}, rate: 20/1m, stale_after: 30m}
                  - {name: b, dingtalk: {url_env: DING_URL, secret_env: DING_SECRET, ca_file: own-ca.pem}}
                  - {name: c, email: {url: "smtps://mail.example.com", from: a@example.com, to: [b@example.com, c@example.com]}}
                  - {name: d}
                """);
        assertThat(settings.hookReceivers()).extracting(HookReceiver::name).containsExactly("a", "b", "c");
        assertThat(settings.hookReceivers().get(0).rate()).isEqualTo(new HookRate(20, Duration.ofMinutes(1)));
        assertThat(settings.hookReceivers().get(0).staleAfter()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.hookReceivers().get(1).settings().caFile())
                .startsWith("/")
                .endsWith("/own-ca.pem");
        assertThat(settings.hookReceivers().get(2).settings().value("to", "")).isEqualTo("b@example.com,c@example.com");
    }

    @Test
    void hooks_say_what_they_need_and_what_they_do_not_know() {
        assertThatThrownBy(() -> read("""
                receivers:
                  - {name: a, slack: {url: "https://hooks.example.com/services/secret"}}
                  - {name: b, slack: {token_env: TOKEN}}
                  - {name: c, teams: {url_env: T, channel: x}}
                  - {name: d, teams: {url_env: T}, wecom: {url_env: W}}
                  - {name: e, email: {url: "smtp://mail.example.com", from: a@example.com, to: b@example.com}}
                  - {name: f, webhook: {url: "https://2130706433/x"}}
                  - {name: g, wecom: {url_env: W}, rate: fast}
                """))
                .hasMessageContaining("receivers[0].slack: needs url_env or token_env")
                .hasMessageContaining("receivers[1].slack: a token needs a channel too")
                .hasMessageContaining("receivers[2].teams.channel: unknown key")
                .hasMessageContaining("receivers[3]: has several hooks (teams, wecom)")
                .hasMessageContaining("receivers[4].email: does not encrypt")
                .hasMessageContaining("receivers[5].webhook.url: writes its host as a number")
                .hasMessageContaining("receivers[6].rate: \"fast\" is not a rate")
                .hasMessageNotContaining("services/secret");
    }

    @Test
    void drift_is_read_with_its_defaults() {
        DriftRules rules = drift("step: 15m\nmetrics: [csat]\nlimit: 4");
        assertThat(rules.step()).isEqualTo(Duration.ofMinutes(15));
        assertThat(rules.metrics()).isEqualTo(List.of("csat"));
        assertThat(rules).isNotEqualTo(DriftRules.DEFAULT);
        assertThat(rules.minimumN()).isEqualTo(30);
    }

    @Test
    void drift_that_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> drift("step: 7m")).hasMessageContaining("drift.yaml:1:7: step: a day must be");
        assertThatThrownBy(() -> drift("lambda: 2")).hasMessageContaining("a weight above 0 up to 1");
        assertThatThrownBy(() -> drift("baseline: 3")).hasMessageContaining("expected 8 to 10000 steps");
        assertThatThrownBy(() -> drift("metrics: []")).hasMessageContaining("watches nothing");
        assertThatThrownBy(() -> drift("forget_after: 1h")).hasMessageContaining("must be longer than step");
    }

    private static AlertSettings read(String yaml) {
        return AlertSettingsNode.read(ConfigFile.parse("alerts.yaml", yaml), Language.ENGLISH);
    }

    private static DriftRules drift(String yaml) {
        return DriftRulesNode.read(ConfigFile.parse("drift.yaml", yaml));
    }
}
