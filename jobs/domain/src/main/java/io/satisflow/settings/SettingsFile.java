package io.satisflow.settings;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.AlertSettingsNode;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.calendar.BusinessCalendar;
import io.satisflow.calendar.CalendarFolder;
import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import io.satisflow.config.ConfigProblem;
import io.satisflow.drift.DriftRules;
import io.satisflow.drift.DriftRulesNode;
import io.satisflow.enrichment.EnrichmentFiles;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.policy.PolicyFile;
import io.satisflow.sla.policy.PolicyTexts;
import io.satisflow.sla.policy.SlaPolicies;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEnd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code satisflow.yaml} and every file it names; paths in it are relative to it. */
public final class SettingsFile {
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Duration DISORDER = Duration.ofSeconds(1);
    private static final int PARTITIONS = 2;
    private static final String[] KEYS = Stream.concat(
                    Stream.of("topics", "kafka", "intake", "channels", "calendars", "policies", "sla"),
                    Stream.concat(
                            SatisfactionFile.KEYS.stream(),
                            Stream.of("scoring", "drift", "alerts", "language", "wall", "enrich", "warehouse")))
            .toArray(String[]::new);

    private final ConfigNode root;
    private final Path folder;
    private final List<ConfigProblem> problems = new ArrayList<>();

    private SettingsFile(ConfigNode root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /**
     * @param onlyChannel a mapping file to take instead of all channels in the settings
     * @throws ConfigException with everything that is wrong, in any of the files
     */
    public static Settings read(Path file, Optional<Path> onlyChannel) {
        Path folder = file.toAbsolutePath().getParent();
        return new SettingsFile(ConfigFile.read(file), folder == null ? Path.of("") : folder).read(onlyChannel);
    }

    /**
     * Settings that are no file, such as an example.
     *
     * @param folder that paths are relative to
     */
    public static Settings read(ConfigNode root, Path folder) {
        return new SettingsFile(root, folder).read(Optional.empty());
    }

    /** The policies and calendars that the settings name, as texts. */
    public static PolicyTexts policyTexts(Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        ConfigNode root = ConfigFile.read(file);
        return PolicyTexts.configured(
                root.find("policies").map(node -> folder.resolve(node.text())),
                root.find("calendars").map(node -> folder.resolve(node.text())));
    }

    private Settings read(Optional<Path> onlyChannel) {
        check(() -> root.allowOnly(KEYS));
        TopicSettings topics = topics();
        Optional<ConfigNode> sla = section("sla", "forget_after", "remember_for");
        List<ChannelSettings> channels =
                check(() -> channels(onlyChannel, topics.prefix())).orElse(List.of());
        Settings settings = new Settings(
                topics,
                channels,
                slaRules(channels, in(sla, "forget_after", ConfigNode::duration).orElse(SlaRules.FORGET_AFTER))
                        .rememberingFor(
                                in(sla, "remember_for", ConfigNode::duration).orElse(SlaRules.REMEMBER_FOR)),
                named("scoring", node -> ScoringNode.read(node, folder)).orElse(ScoringSettings.DEFAULT),
                check(() -> SatisfactionFile.read(root)).orElseGet(SatisfactionFile::defaults),
                named(
                                "drift",
                                node -> DriftRulesNode.read(
                                        node, check(this::calendars).orElse(Map.of())))
                        .orElse(DriftRules.DEFAULT),
                alerts(language()),
                named("wall", WallNode::read).orElse(WallSettings.DEFAULT),
                enrichment(),
                named("warehouse", node -> WarehouseNode.read(node, folder)).orElse(WarehouseSettings.DEFAULT));
        if (problems.isEmpty()) {
            // What is wrong by itself would be told twice.
            problems.addAll(new References(root, settings).problems());
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return settings;
    }

    private TopicSettings topics() {
        Optional<ConfigNode> topics = section("topics", "prefix", "partitions");
        return new TopicSettings(
                in(topics, "prefix", SettingsFile::prefix).orElse("satisflow"),
                in(topics, "partitions", SettingsFile::partitions).orElse(PARTITIONS),
                in(section("kafka", "properties"), "properties", SettingsFile::properties)
                        .orElse(Map.of()),
                in(section("intake", "disorder"), "disorder", ConfigNode::duration)
                        .orElse(DISORDER));
    }

    private EnrichmentFiles enrichment() {
        Optional<ConfigNode> enrich = section("enrich", "customers", "agents");
        EnrichmentFiles files = new EnrichmentFiles(
                in(enrich, "customers", this::placed).orElse(null),
                in(enrich, "agents", this::placed).orElse(null));
        check(files::read);
        return files;
    }

    private String placed(ConfigNode node) {
        return folder.resolve(node.text()).toString();
    }

    private AlertSettings alerts(Language language) {
        return named("alerts", node -> AlertSettingsNode.read(node, language))
                .orElseGet(() -> AlertSettings.DEFAULT.in(language));
    }

    /** Of alert texts, where a receiver names none. */
    private Language language() {
        return named("language", node -> node.value(Language::tagged)).orElse(Language.ENGLISH);
    }

    private <T> Optional<T> named(String key, Function<ConfigNode, T> reader) {
        return check(() -> root.find(key).map(reader)).flatMap(value -> value);
    }

    private Optional<ConfigNode> section(String key, String... allowed) {
        Optional<ConfigNode> section = check(() -> root.find(key)).flatMap(found -> found);
        section.ifPresent(node -> check(() -> node.allowOnly(allowed)));
        return section;
    }

    private <T> Optional<T> in(Optional<ConfigNode> section, String key, Function<ConfigNode, T> reader) {
        return section.flatMap(node -> check(() -> node.find(key).map(reader))).flatMap(value -> value);
    }

    /** Goes on after a problem, so that one run tells all of them. */
    private <T> Optional<T> check(Supplier<T> reading) {
        return check(reading, problem -> false);
    }

    /** @param follows from something that is told already */
    private <T> Optional<T> check(Supplier<T> reading, Predicate<ConfigProblem> follows) {
        try {
            return Optional.of(reading.get());
        } catch (ConfigException e) {
            e.problems().stream()
                    .filter(problem -> !problems.contains(problem) && !follows.test(problem))
                    .forEach(problems::add);
            return Optional.empty();
        }
    }

    private static String prefix(ConfigNode node) {
        if (!PREFIX.matcher(node.text()).matches()) {
            throw node.problem("\"%s\" cannot begin a topic's name; use letters, digits, dots, dashes and underscores"
                    .formatted(node.text()));
        }
        return node.text();
    }

    private static int partitions(ConfigNode node) {
        if (node.integer() < 1 || node.integer() > 10_000) {
            throw node.problem("expected 1 to 10000 partitions, but was " + node.integer());
        }
        return (int) node.integer();
    }

    private static Map<String, String> properties(ConfigNode node) {
        Map<String, String> properties = new TreeMap<>();
        node.entries().forEach((name, value) -> properties.put(name, value.text()));
        return properties;
    }

    private List<ChannelSettings> channels(Optional<Path> onlyChannel, String prefix) {
        if (onlyChannel.isPresent()) {
            ChannelMapping mapping = ChannelMappingFile.read(ConfigFile.read(onlyChannel.get()));
            return List.of(new ChannelSettings(mapping, ChannelSettings.defaultTopic(prefix, mapping)));
        }
        Optional<ConfigNode> list = root.find("channels");
        return list.isEmpty() ? List.of() : new ChannelList(folder, prefix).read(list.get());
    }

    private SlaRules slaRules(List<ChannelSettings> channels, Duration forgetAfter) {
        Optional<Map<String, BusinessCalendar>> calendars = check(this::calendars);
        SlaPolicies policies = check(
                        () -> root.find("policies")
                                .map(node -> new PolicyFile(calendars.orElse(Map.of()))
                                        .read(ConfigFile.read(folder.resolve(node.text()))))
                                .orElse(new SlaPolicies(List.of())),
                        problem -> calendars.isEmpty() && problem.message().startsWith(PolicyFile.UNKNOWN_CALENDAR))
                .orElse(new SlaPolicies(List.of()));
        Map<String, TicketEnd> ends = new TreeMap<>();
        channels.forEach(channel ->
                ends.put(channel.mapping().channel(), channel.mapping().ticketEnd()));
        return new SlaRules(policies, ends, forgetAfter, SlaRules.LOG_CAP).withoutJudging(notJudged(channels));
    }

    private static Map<String, Map<Clock, String>> notJudged(List<ChannelSettings> channels) {
        Map<String, Map<Clock, String>> byChannel = new TreeMap<>();
        channels.forEach(channel -> channel.mapping()
                .tickets()
                .ifPresent(tickets -> byChannel.put(channel.mapping().channel(), tickets.notJudged())));
        return byChannel;
    }

    private Map<String, BusinessCalendar> calendars() {
        return root.find("calendars")
                .map(node -> CalendarFolder.read(existingFolder(node)))
                .orElse(new TreeMap<>());
    }

    private Path existingFolder(ConfigNode node) {
        Path named = folder.resolve(node.text());
        if (!Files.isDirectory(named)) {
            throw node.problem("there is no folder %s; name the folder that holds the calendars".formatted(named));
        }
        return named;
    }
}
