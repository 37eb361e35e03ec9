package io.satisflow.local.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.satisflow.hook.Hook;
import io.satisflow.hook.Hooks;
import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at what would be sent, and trying whether it arrives. */
class AlertsCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void every_hook_shows_what_it_would_send_in_both_languages() {
        for (Hook hook : Hooks.all()) {
            for (String language : List.of("en", "zh")) {
                CommandLineRun run = CommandLineRun.of(
                        "alerts", "preview", "--hook", hook.form().name(), "--language", language);
                assertThat(run.exitCode()).as(run.err()).isZero();
                assertThat(run.out()).contains(language.equals("zh") ? "渠道 app 的满意率从 88 降至 61" : "fell from 88 to 61");
            }
        }
    }

    @Test
    void an_example_that_is_not_there_is_named_with_those_that_are() {
        assertThat(CommandLineRun.of("alerts", "preview", "--hook", "icq").err())
                .contains("unknown hook", "slack, teams");
        assertThat(CommandLineRun.of("alerts", "preview", "--hook", "slack", "--example", "x")
                        .err())
                .contains("one of firing, repeated, resolved, no-data, digest, overdue, test");
        assertThat(CommandLineRun.of("alerts", "preview", "--hook", "slack", "--language", "fr")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void the_notifications_of_a_replay_give_the_same_bytes_each_time() throws IOException {
        Path notifications = folder.resolve("notifications.jsonl");
        Files.writeString(notifications, """
            {"id":"n1","at":"2026-03-02T09:00:00Z","receiver":"ops","group":{"team":"billing"},"reason":"first","language":"zh-CN","title":"【严重】<!channel>","text":"","alerts":[{"id":"a1","rule":"sla breach","key":"T1","state":"firing","since":"2026-03-02T09:00:00Z","severity":"critical","labels":{"team":"billing"},"annotations":{"summary":"工单 T1"}}]}
            {"id":"n2","at":"2026-03-02T09:05:00Z","receiver":"ops","group":{},"reason":"all_resolved","language":"en","title":"[resolved] T1","text":"","alerts":[{"id":"a1","rule":"sla breach","key":"T1","state":"resolved","since":"2026-03-02T09:00:00Z","ended_at":"2026-03-02T09:04:00Z","severity":"critical","labels":{},"annotations":{}}]}
            """);
        for (Hook hook : Hooks.all()) {
            String name = hook.form().name();
            CommandLineRun first = CommandLineRun.of("alerts", "preview", "--hook", name, "--from", notifications);
            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(first.out()).contains("T1");
            assertThat(CommandLineRun.of("alerts", "preview", "--hook", name, "--from", notifications)
                            .out())
                    .isEqualTo(first.out());
        }
        Files.writeString(notifications, "{}");
        assertThat(CommandLineRun.of("alerts", "preview", "--hook", "slack", "--from", notifications)
                        .err())
                .contains("notifications.jsonl:1: this is no notification");
    }

    @Test
    void a_test_message_is_sent_and_its_answer_explained() throws IOException {
        AtomicInteger status = new AtomicInteger(200);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        try {
            Path config = settings("webhook: {url: \"http://127.0.0.1:%d/\", allow_http: true, allow_private: true}"
                    .formatted(server.getAddress().getPort()));
            assertThat(CommandLineRun.of("alerts", "send-test", "--receiver", "ops", "--config", config))
                    .isEqualTo(new CommandLineRun(0, "Receiver \"ops\" (webhook) took the message.%n".formatted(), ""));
            status.set(404);
            CommandLineRun refused = CommandLineRun.of("alerts", "send-test", "--receiver", "ops", "--config", config);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("refuses it; an alert would become a dead letter: HTTP status 404");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_secret_that_is_not_set_is_named_by_check_by_run_and_by_send_test() throws IOException {
        Path config = settings("slack: {url_env: SATISFLOW_TEST_NEVER_SET}");
        String named =
                "Receiver \"ops\" (slack): url_env names the environment variable SATISFLOW_TEST_NEVER_SET, which is"
                        + " not set";
        for (List<String> command : List.of(
                List.of("check"),
                List.of("run", "--dir", folder.resolve("run").toString()),
                List.of("alerts", "send-test", "--receiver", "ops"))) {
            Object[] words = Stream.concat(command.stream(), Stream.of("--config", config.toString()))
                    .toArray();
            CommandLineRun run = CommandLineRun.of(words);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains(named);
        }
        assertThat(folder.resolve("run")).doesNotExist();
    }

    private Path settings(String hook) throws IOException {
        Path mapping =
                CommandLineRun.HOME.resolve("config/channels/helpdesk.yaml").toAbsolutePath();
        return Files.writeString(folder.resolve("satisflow.yaml"), """
            channels: [{mapping: %s}]
            alerts:
              receivers: [{name: ops, %s}]
            """.formatted(mapping, hook));
    }
}
