package io.satisflow.local.live;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.calendar.CalendarTexts;
import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import io.satisflow.sla.policy.PolicyTexts;
import io.satisflow.sla.policy.SlaPolicies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings that a run was started with, as its directory remembers them: which file they are, and its policies word
 * by word, since the file may have been edited since then.
 *
 * @param config the settings file
 * @param policies with their calendars; empty when there are none, or when they name variables of the environment
 */
public record RecordedSettings(Path config, Optional<PolicyTexts> policies) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FILE = "started-with.json";
    private static final String NAME = "the policies that this run was started with";

    /** As they stand in the files now. */
    static RecordedSettings of(Path config) {
        ConfigNode root = ConfigFile.read(config);
        Optional<Path> calendars = root.find("calendars").map(ConfigNode::text).map(config::resolveSibling);
        return new RecordedSettings(
                config.toAbsolutePath().normalize(),
                root.find("policies")
                        .map(ConfigNode::text)
                        .map(config::resolveSibling)
                        .flatMap(file -> texts(file, calendars)));
    }

    private static Optional<PolicyTexts> texts(Path file, Optional<Path> calendars) {
        try {
            return Optional.of(PolicyTexts.of(file, calendars));
        } catch (ConfigException e) {
            // They are right, as the run has read them; but variables of this process are none of another one.
            return Optional.empty();
        }
    }

    /** Empty when no run was started there. */
    public static Optional<RecordedSettings> in(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        JsonNode told = MAPPER.readTree(file.toFile());
        return Optional.of(new RecordedSettings(Path.of(told.path("config").asText()), policies(told)));
    }

    private static Optional<PolicyTexts> policies(JsonNode told) {
        return told.hasNonNull("policies")
                ? Optional.of(new PolicyTexts(
                        told.path("policies").asText(),
                        new CalendarTexts(texts(told.path("calendars")), texts(told.path("holidays")))))
                : Optional.empty();
    }

    private static TreeMap<String, String> texts(JsonNode node) {
        return MAPPER.convertValue(node, new TypeReference<>() {});
    }

    void rememberIn(Path directory) throws IOException {
        ObjectNode told = MAPPER.createObjectNode().put("config", config.toString());
        policies.ifPresent(texts -> {
            told.put("policies", texts.policies());
            told.set("calendars", MAPPER.valueToTree(texts.calendars().calendars()));
            told.set("holidays", MAPPER.valueToTree(texts.calendars().holidays()));
        });
        Path part = directory.resolve("." + FILE);
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(part.toFile(), told);
        Files.move(part, directory.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    /** What is promised; empty when it was not recorded. */
    public Optional<SlaPolicies> slaPolicies() {
        return policies.map(texts -> texts.read(NAME));
    }
}
