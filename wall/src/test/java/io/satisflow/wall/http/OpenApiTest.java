package io.satisflow.wall.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.satisflow.wall.WallFixture;
import io.satisflow.wall.state.Records;
import io.satisflow.wall.view.Json;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiTest {
    /** Addresses with a query that brings something, by the path that the document describes. */
    private static final Map<String, String> ASKED = Map.ofEntries(
            Map.entry("/api/session", "/api/session"),
            Map.entry("/api/setup", "/api/setup"),
            Map.entry("/api/time", "/api/time"),
            Map.entry("/api/scores", "/api/scores?window=24h"),
            Map.entry("/api/series", "/api/series?window=24h&metric=csat"),
            Map.entry("/api/segments", "/api/segments?window=24h&metric=csat&by=channel"),
            Map.entry("/api/evidence", "/api/evidence?segment=channel%3Dapp"),
            Map.entry("/api/clocks", "/api/clocks"),
            Map.entry("/api/tickets/{id}", "/api/tickets/T-1"),
            Map.entry("/api/customers/{id}", "/api/customers/c-7"),
            Map.entry("/api/feedback", "/api/feedback"),
            Map.entry("/api/alerts", "/api/alerts"),
            Map.entry("/api/alerts/{id}", "/api/alerts/a1"),
            Map.entry("/api/marks", "/api/marks"),
            Map.entry("/health", "/health"));

    private final WallFixture wall = new WallFixture();
    private JsonNode document = new ObjectMapper().createObjectNode();

    @BeforeEach
    void read() throws Exception {
        Records.fill(wall.state);
        document = Json.read(wall.get("/api/openapi.json").body());
    }

    @AfterEach
    void close() {
        wall.close();
    }

    @Test
    void everyAnswerIsAsTheDocumentSays() throws Exception {
        for (Map.Entry<String, String> asked : ASKED.entrySet()) {
            HttpResponse<String> answer = wall.get(asked.getValue());
            JsonNode documented = document.path("paths")
                    .path(asked.getKey())
                    .path("get")
                    .path("responses")
                    .path(String.valueOf(answer.statusCode()));
            assertThat(documented.isMissingNode())
                    .as("%s answers %d", asked.getKey(), answer.statusCode())
                    .isFalse();
            assertThat(problems(documented, answer.body())).as(asked.getKey()).isEmpty();
        }
    }

    @Test
    void everyDocumentedAnswerIsAskedFor() {
        Set<String> documented = new TreeSet<>();
        document.path("paths").fields().forEachRemaining(path -> {
            if (path.getValue().has("get")) {
                documented.add(path.getKey());
            }
        });
        documented.removeAll(Set.of("/api/stream", "/metrics"));

        assertThat(documented).isEqualTo(new TreeSet<>(ASKED.keySet()));
    }

    @Test
    void theAnswersHoldWhatTheTopicsSaid() throws Exception {
        assertThat(value("/api/scores?window=24h", "/row/metrics/csat/value")).isEqualTo("80.0");
        assertThat(value("/api/series?window=24h&metric=csat", "/points/22/value"))
                .isEqualTo("79.75");
        assertThat(value("/api/series?window=24h&metric=csat", "/changes/0/drivers/0/name"))
                .isEqualTo("channel=app");
        assertThat(value("/api/series?window=24h&metric=csat", "/alerts/0/id")).isEqualTo("a1");
        assertThat(value("/api/clocks", "/clocks/0/team")).isEqualTo("deliveries");
        assertThat(value("/api/alerts/a1", "/acknowledged/author")).isEqualTo("lead");
        assertThat(value("/api/alerts/a1", "/silenced_by")).isEqualTo("c2");
        assertThat(value("/api/evidence?segment=channel%3Dapp", "/feedback/0/text"))
                .isEqualTo("Late again.");
        assertThat(value("/api/evidence?segment=channel%3Dapp", "/tickets/0/id"))
                .isEqualTo("T-1");
        assertThat(value("/api/tickets/T-1", "/story/0/feedback/text")).isEqualTo("Where is my lamp?");
        assertThat(value("/api/tickets/T-1", "/story/0/clocks/0/event")).isEqualTo("activate");
        assertThat(value("/api/tickets/T-1", "/ticket/customer")).isEqualTo("c-7");
        assertThat(value("/api/customers/c-7", "/tickets/0/id")).isEqualTo("T-1");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/scores, 400, Which window?",
        "/api/series?window=24h&metric=csat&from=yesterday, 400, write it like",
        "/api/evidence?segment=app, 400, is no segment",
        "/api/tickets/none, 404, knows no ticket none",
        "/api/nothing, 404, nothing at this address"
    })
    void whatCannotBeAnsweredSaysWhyAndWhatToDo(String path, int status, String words) throws Exception {
        HttpResponse<String> answer = wall.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void metricsAreInPrometheusTextFormat() throws Exception {
        assertThat(wall.get("/metrics").body())
                .contains("# TYPE satisflow_wall_viewers gauge\nsatisflow_wall_viewers 0.0\n")
                .matches("(?s)(# HELP satisflow_wall_\\w+ [^\n]+\n# TYPE satisflow_wall_\\w+ (gauge|counter)\n"
                        + "satisflow_wall_\\w+ -?[0-9.E]+\n)+");
    }

    private String value(String path, String pointer) throws Exception {
        return Json.read(wall.get(path).body()).at(pointer).asText();
    }

    private Set<ValidationMessage> problems(JsonNode documented, String body) throws Exception {
        ObjectNode schema = documented
                .path("content")
                .path("application/json")
                .path("schema")
                .deepCopy();
        schema.set("components", document.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(Json.read(body));
    }
}
