package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.satisflow.settings.SettingsFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandstillAlarmTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration SOON = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int answer = 204;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            told.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whoever_is_told_of_critical_alerts_is_told_past_the_jobs_and_again_when_time_goes_on() throws Exception {
        try (StandstillAlarm alarm = alarm()) {
            alarm.begin("2026-03-02T11:59:00Z", Duration.ofSeconds(61), "Job scoring holds it.", NOON);
            await().atMost(SOON).until(() -> told.size() == 1);
            assertThat(told.get(0).path("receiver").asText()).isEqualTo("desk");
            assertThat(told.get(0).path("status").asText()).isEqualTo("firing");
            assertThat(told.get(0).path("title").asText())
                    .contains("critical", "Satisflow's time stands still at 2026-03-02T11:59:00Z");
            assertThat(told.get(0).at("/alerts/0/annotations/description").asText())
                    .isEqualTo("Job scoring holds it.");

            alarm.end("2026-03-02T12:03:00Z", NOON.plusSeconds(200));
            await().atMost(SOON).until(() -> {
                alarm.look(NOON.plusSeconds(201));
                return told.size() == 2;
            });
            assertThat(told.get(1).path("status").asText()).isEqualTo("resolved");
            assertThat(told.get(1).at("/alerts/0/fingerprint"))
                    .isEqualTo(told.get(0).at("/alerts/0/fingerprint"));
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void a_receiver_that_is_down_is_asked_again_and_the_terminal_hears_of_it_once() throws Exception {
        answer = 503;
        try (StandstillAlarm alarm = alarm()) {
            alarm.begin("its beginning", Duration.ofSeconds(61), "", NOON);
            await().atMost(SOON).until(() -> {
                alarm.look(NOON);
                return !notices.isEmpty();
            });
            answer = 204;
            await().atMost(SOON).until(() -> {
                alarm.look(NOON.plusSeconds(60));
                return told.size() == 2;
            });
        }
        assertThat(told.get(1)).isEqualTo(told.get(0));
        assertThat(notices).singleElement().asString().contains("\"desk\"", "is asked again");
    }

    private StandstillAlarm alarm() throws Exception {
        Path config = LiveSettings.write(folder, "standstill");
        String address = "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
        Files.writeString(config, Files.readString(config) + """
                alerts:
                  receivers:
                    - {name: others, webhook: {url: "%s", allow_http: true, allow_private: true}}
                    - {name: desk, webhook: {url: "%s", allow_http: true, allow_private: true}}
                  routes:
                    - {match: {severity: critical}, receiver: desk}
                """.formatted(address, address));
        return new StandstillAlarm(SettingsFile.read(config, Optional.empty()).alerts(), name -> null, notices::add);
    }
}
