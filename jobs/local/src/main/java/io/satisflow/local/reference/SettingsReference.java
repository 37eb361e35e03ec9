package io.satisflow.local.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.calendar.BusinessCalendar;
import io.satisflow.calendar.CalendarFile;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.local.speech.Catalogue;
import io.satisflow.local.speech.Sentences;
import io.satisflow.settings.SettingsFile;
import io.satisflow.sla.policy.PolicyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every key of the files of config/, with what may stand there and what holds without it, asked of the code that reads them. */
public final class SettingsReference {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** An example in the shipped file: a number sign in the first column, without the blank of prose. */
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^#(?=\\S|  )");
    /** They name files, which are read by themselves. */
    private static final List<String> OF_FILES = List.of("channels", "calendars", "policies", "enrich");

    private final Path config;
    private final Catalogue words;
    private final UnaryOperator<String> description;

    private SettingsReference(Path config, Catalogue words, UnaryOperator<String> description) {
        this.config = config;
        this.words = words;
        this.description = description;
    }

    /**
     * @param config the shipped folder of settings
     * @param words in which the page is written
     */
    public static String page(Path config, Catalogue words) {
        boolean isChinese = words.locale().equals(Locale.SIMPLIFIED_CHINESE);
        UnaryOperator<String> description =
                isChinese ? Sentences.ofSettingsInChinese()::translate : UnaryOperator.identity();
        return new SettingsReference(config, words, description).page();
    }

    private String page() {
        ObjectNode settings =
                (ObjectNode) yaml(EXAMPLE.matcher(text("satisflow.yaml")).replaceAll(""));
        settings.remove(OF_FILES);
        ((ObjectNode) settings.path("scoring")).remove("models");
        ((ObjectNode) settings.path("drift")).remove(List.of("calendar", "k", "h"));
        Map<String, BusinessCalendar> calendars = Map.of(
                "berlin",
                BusinessCalendar.ALWAYS,
                "shanghai",
                BusinessCalendar.ALWAYS,
                "retail",
                BusinessCalendar.ALWAYS);
        return String.join(
                "\n",
                words.say("reference.settings"),
                section(
                        "satisflow.yaml",
                        new SettingsProbe(settings, root -> SettingsFile.read(root, config.toAbsolutePath()))),
                section(
                        "policies.yaml",
                        new SettingsProbe(yaml(POLICIES), root -> new PolicyFile(calendars).read(root))),
                section(
                        "calendars/*.yaml",
                        new SettingsProbe(yaml(CALENDAR), new CalendarFile(name -> Optional.empty())::read)),
                section("channels/*.yaml", new SettingsProbe(yaml(CHANNEL), ChannelMappingFile::read)));
    }

    private String section(String file, SettingsProbe probe) {
        String rows = new SettingsTable(probe, description).rows().stream().collect(Collectors.joining("\n"));
        return "## %s\n\n%s\n|---|---|---|\n%s\n".formatted(file, words.say("reference.settings.columns"), rows);
    }

    private String text(String file) {
        try {
            return Files.readString(config.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode yaml(String text) {
        return MAPPER.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    private static final String POLICIES = """
            policies:
              - name: complex
                when: {grade: complex}
                calendar: berlin
                targets:
                  first_reply: {target: 2h, time: business, warn: [25%], pause: [pending]}
                  periodic_update: {target: 2h, time: business, answered_by: agent}
                  total_resolution: {target: 8h, time: business}
                  promise: {warn: [30m]}
                  requester_wait: {target: 8h, time: business}
            """;

    private static final String CALENDAR = """
            zone: Europe/Berlin
            hours: {mon-fri: "09:00-18:00"}
            breaks: {mon-fri: ["12:00-13:00"]}
            holidays: [2026-01-01]
            shifts: {2026-10-03: ["10:00-14:00"]}
            """;

    private static final String CHANNEL = """
            channel: example
            kind: survey
            id: {pointer: /id}
            occurred_at: {pointer: /at, format: iso}
            text: /text
            ratings: [{question: csat, pointer: /score, scale: [1, 5]}]
            attributes: {product: /product}
            ticket: {id: /ticket, event: /event, status: {pointer: /status}}
            """;
}
