package io.satisflow.local.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A dashboard of Grafana, as its JSON model has it. */
record Dashboard(JsonNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> PANELS = Set.of("timeseries", "table", "stat", "barchart", "gauge", "text");
    private static final int WIDTH = 24;

    static List<Dashboard> in(Path folder) throws IOException {
        List<Dashboard> boards = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                boards.add(new Dashboard(MAPPER.readTree(file.toFile())));
            }
        }
        assertThat(boards).isNotEmpty();
        return boards;
    }

    /** What a panel asks, by title: SQL or PromQL. */
    List<Question> questions(String key) {
        List<Question> questions = new ArrayList<>();
        for (JsonNode panel : json.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                if (target.has(key)) {
                    questions.add(new Question(
                            panel.path("title").asText(),
                            panel.path("type").asText(),
                            target.path(key).asText()));
                }
            }
        }
        return questions;
    }

    record Question(String panel, String type, String text) {}

    /** Structure: what Grafana needs to take the file, and no panel over another. */
    void assertWellFormed(Set<String> sources) {
        assertThat(json.path("uid").asText()).matches("satisflow-[a-z]+");
        assertThat(json.path("title").asText()).isNotBlank();
        assertThat(json.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(36);
        assertThat(json.path("time").path("from").asText()).startsWith("now-");
        assertThat(json.path("id").isMissingNode())
                .as("a database id belongs to one Grafana only")
                .isTrue();
        Set<Integer> ids = new HashSet<>();
        Set<String> cells = new HashSet<>();
        for (JsonNode panel : json.path("panels")) {
            String title = panel.path("title").asText();
            assertThat(title).isNotBlank();
            assertThat(ids.add(panel.path("id").asInt())).as(title).isTrue();
            assertThat(PANELS).contains(panel.path("type").asText());
            assertThat(panel.path("fieldConfig").has("defaults")).as(title).isTrue();
            assertFreePlace(panel.path("gridPos"), cells);
            assertThat(panel.path("targets")).as(title).isNotEmpty();
            for (JsonNode target : panel.path("targets")) {
                JsonNode source = target.path("datasource");
                assertThat(sources).contains(source.path("uid").asText());
                assertThat(panel.path("datasource")).isEqualTo(source);
                assertThat(target.has(source.path("type").asText().equals("postgres") ? "rawSql" : "expr"))
                        .as(title)
                        .isTrue();
            }
        }
        assertThat(ids).isNotEmpty();
    }

    private static void assertFreePlace(JsonNode place, Set<String> cells) {
        assertThat(place.path("w").asInt()).isPositive();
        assertThat(place.path("h").asInt()).isPositive();
        for (int x = 0; x < place.path("w").asInt(); x++) {
            for (int y = 0; y < place.path("h").asInt(); y++) {
                int column = place.path("x").asInt() + x;
                assertThat(column).isLessThan(WIDTH);
                assertThat(cells.add(column + "," + (place.path("y").asInt() + y)))
                        .isTrue();
            }
        }
    }
}
