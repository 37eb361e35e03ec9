package io.satisflow.local.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The exported topics of a replay: lines of the customer go, those of their tickets keep times and states, quotes are blotted out. */
final class ExportedFiles {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> OF_THE_CUSTOMER = Set.of("feedback.jsonl", "scored-feedback.jsonl");
    private static final Set<String> KEPT = Set.of(
            "ticket",
            "id",
            "channel",
            "type",
            "at",
            "known_at",
            "source",
            "status",
            "priority",
            "team",
            "group",
            "to",
            "kind",
            "grade",
            "by");

    private final Path topics;
    private final String customerKey;
    private final List<String> quotes;

    ExportedFiles(Path topics, String customerKey, List<String> quotes) {
        this.topics = topics;
        this.customerKey = customerKey;
        this.quotes = quotes.stream().map(ExportedFiles::asInJson).toList();
    }

    private static String asInJson(String quote) {
        String json = MAPPER.getNodeFactory().textNode(quote).toString();
        return json.substring(1, json.length() - 1);
    }

    /** @return by file, how many lines were taken out or changed */
    Map<String, Long> erase() throws IOException {
        Map<String, Long> changed = new TreeMap<>();
        if (Files.isDirectory(topics)) {
            try (Stream<Path> files = Files.list(topics)) {
                for (Path file : files.filter(name -> name.toString().endsWith(".jsonl"))
                        .sorted()
                        .toList()) {
                    long lines = rewrite(file);
                    if (lines > 0) {
                        changed.put("topics/" + file.getFileName(), lines);
                    }
                }
            }
        }
        return changed;
    }

    private long rewrite(Path file) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        long changed = 0;
        try (BufferedReader lines = Files.newBufferedReader(file);
                BufferedWriter out = Files.newBufferedWriter(part)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String kept = without(file.getFileName().toString(), line);
                changed += line.equals(kept) ? 0 : 1;
                if (kept != null) {
                    out.write(kept);
                    out.write('\n');
                }
            }
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        return changed;
    }

    private @Nullable String without(String file, String line) throws IOException {
        if (line.contains(customerKey)) {
            JsonNode json = MAPPER.readTree(line);
            if (json.path("customer_key").asText().equals(customerKey)) {
                if (OF_THE_CUSTOMER.contains(file)) {
                    return null;
                }
                ((ObjectNode) json).retain(KEPT);
                return json.toString();
            }
        }
        String blotted = line;
        for (String quote : quotes) {
            blotted = blotted.replace(quote, "[erased]");
        }
        return blotted;
    }
}
