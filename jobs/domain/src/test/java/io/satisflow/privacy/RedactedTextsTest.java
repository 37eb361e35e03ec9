package io.satisflow.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedactedTextsTest {
    /** A text, what must be gone of it, and what must still be there. */
    record Written(String text, List<String> gone, List<String> kept) {}

    @ParameterizedTest
    @MethodSource
    void personal_data_goes_in_whatever_way_it_is_written_and_other_numbers_stay(Written written) {
        String redacted = Redaction.OF_TEXTS.redact(written.text());

        written.gone().forEach(part -> assertThat(redacted).doesNotContain(part));
        written.kept().forEach(part -> assertThat(redacted).contains(part));
    }

    static Stream<Written> personal_data_goes_in_whatever_way_it_is_written_and_other_numbers_stay()
            throws IOException {
        try (InputStream in = RedactedTextsTest.class.getResourceAsStream("texts.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).map(RedactedTextsTest::row).toList().stream();
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "satisflow.data", matches = ".+")
    void reported_texts_lose_their_personal_data_and_nothing_else() throws IOException {
        Path file = Path.of(System.getProperty("satisflow.data"), "../cases/reported/text/redaction/cases.json");
        List<String> faults = new ArrayList<>();
        for (JsonNode row : new ObjectMapper().readTree(file.toFile())) {
            String redacted = Redaction.OF_TEXTS.redact(row.get(0).asText());
            strings(row.get(1)).filter(redacted::contains).forEach(part -> faults.add("still there: " + part));
            strings(row.get(2)).filter(part -> !redacted.contains(part)).forEach(part -> faults.add("lost: " + part));
        }

        assertThat(faults).isEmpty();
    }

    private static Stream<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }

    private static Written row(String line) {
        String[] cells = line.split("\t", -1);
        return new Written(cells[0], parts(cells[1]), parts(cells[2]));
    }

    private static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }
}
