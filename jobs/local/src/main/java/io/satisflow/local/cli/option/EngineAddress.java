package io.satisflow.local.cli.option;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.live.RecordedSettings;
import io.satisflow.local.live.RunningBroker;
import io.satisflow.local.topics.TopicTail;
import io.satisflow.settings.Settings;
import io.satisflow.settings.SettingsFile;
import io.satisflow.sla.policy.SlaRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say which running engine is meant. */
public final class EngineAddress {
    /** A person waits for it. */
    private static final Map<String, String> PATIENCE =
            Map.of("default.api.timeout.ms", "10000", "request.timeout.ms", "8000", "max.block.ms", "10000");

    @Mixin
    private SettingsChoice config;

    @Mixin
    private DirectoryOption.Running directory;

    @Option(
            names = "--brokers",
            paramLabel = "HOST:PORT",
            description = "of an engine elsewhere, such as what `demo` prints (default: --dir, or kafka.properties)")
    private @Nullable String brokers;

    /** The settings file that is named, or else that which the run of --dir was started with. */
    public Path config() {
        return startedWith()
                .filter(run -> !config.isGiven())
                .map(run -> Installation.existing(run.config(), "the settings of this run,"))
                .orElseGet(config::existing);
    }

    public Settings settings() {
        return SettingsFile.read(config(), Optional.empty());
    }

    /** The policies that the run of --dir was started with, whatever its files say now; else those of the settings. */
    public SlaRules rules(Settings settings) {
        return startedWith()
                .flatMap(RecordedSettings::slaPolicies)
                .map(settings.sla()::withPolicies)
                .orElseGet(settings::sla);
    }

    private Optional<RecordedSettings> startedWith() {
        Optional<Path> named = directory.path();
        try {
            return named.isPresent() ? RecordedSettings.in(named.get()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("--dir %s cannot be read".formatted(named.get()), e);
        }
    }

    /** @throws UsageException when there is no such engine to be found */
    public KafkaConnection kafka(Settings settings) throws IOException {
        KafkaConnection found = brokers != null ? at(brokers, settings) : local(settings);
        TreeMap<String, String> properties = new TreeMap<>(found.properties());
        PATIENCE.forEach(properties::putIfAbsent);
        return new KafkaConnection(properties, found.names());
    }

    /** @throws UsageException when the engine has no such topic */
    public TopicTail.Tail tail(KafkaConnection kafka, Topic topic, int records) {
        String name = kafka.names().of(topic);
        try {
            return new TopicTail(kafka.properties()).of(name, records);
        } catch (NoSuchElementException e) {
            throw new UsageException(
                    "There is no topic %s; start the engine, or set topics.prefix as it has it".formatted(name));
        }
    }

    private KafkaConnection local(Settings settings) throws IOException {
        Optional<Path> named = directory.path();
        return named.isPresent() ? running(named.get()) : configured(settings);
    }

    private static KafkaConnection running(Path directory) throws IOException {
        return RunningBroker.of(directory)
                .orElseThrow(() ->
                        new UsageException("--dir %s: no run is going on there; start it with ./satisflow run --dir %s"
                                .formatted(directory, directory)));
    }

    private static KafkaConnection at(String brokers, Settings settings) {
        TreeMap<String, String> properties = new TreeMap<>(settings.topics().kafkaProperties());
        properties.put("bootstrap.servers", brokers);
        return new KafkaConnection(properties, new TopicNames(settings.topics().prefix()));
    }

    private KafkaConnection configured(Settings settings) {
        if (!settings.topics().kafkaProperties().containsKey("bootstrap.servers")) {
            throw new UsageException(
                    "Which engine? Give --dir DIR of a run, --brokers HOST:PORT, or kafka.properties with bootstrap.servers in %s"
                            .formatted(config()));
        }
        return new KafkaConnection(
                settings.topics().kafkaProperties(),
                new TopicNames(settings.topics().prefix()));
    }
}
