package io.satisflow.flink.settings;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.settings.Settings;
import io.satisflow.settings.SettingsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.util.MultipleParameterTool;

/**
 * The arguments of a job's main class.
 *
 * @param config the settings file
 * @param channel a mapping file to be the only channel, whatever the settings say; a replay wants it so
 * @param live whether intake is to tell its raw topics the time; without it, their records move the time
 * @param kafkaProperties {@code name=value}, each over the same name in the settings
 */
public record JobArguments(Path config, Optional<Path> channel, boolean live, List<String> kafkaProperties) {
    private static final String CONFIG = "config";
    private static final String CHANNEL = "channel";
    private static final String LIVE = "live";
    private static final String KAFKA = "kafka";

    /** @throws IllegalArgumentException when {@code --config} is missing */
    public static JobArguments parse(String[] arguments) {
        MultipleParameterTool parameters = MultipleParameterTool.fromArgs(arguments);
        if (!parameters.has(CONFIG)) {
            throw new IllegalArgumentException(
                    "Usage: --config satisflow.yaml [--channel mapping.yaml] [--live] [--kafka name=value]...");
        }
        List<String> kafka = Optional.ofNullable(parameters.getMultiParameter(KAFKA))
                .map(List::copyOf)
                .orElse(List.of());
        return new JobArguments(
                Path.of(parameters.get(CONFIG)),
                Optional.ofNullable(parameters.get(CHANNEL)).map(Path::of),
                parameters.has(LIVE),
                kafka);
    }

    /** The same arguments as {@link #parse} takes. */
    public String[] toArray() {
        Stream<String> kafka = kafkaProperties.stream().flatMap(property -> Stream.of("--" + KAFKA, property));
        List<String> arguments = new ArrayList<>(List.of("--" + CONFIG, config.toString()));
        channel.ifPresent(file -> arguments.addAll(List.of("--" + CHANNEL, file.toString())));
        if (live) {
            arguments.add("--" + LIVE);
        }
        return Stream.concat(arguments.stream(), kafka).toArray(String[]::new);
    }

    public Settings settings() {
        return SettingsFile.read(config, channel);
    }

    /** The topics' place, with what the arguments say over what the settings say. */
    public KafkaConnection kafka(Settings settings) {
        TreeMap<String, String> properties = new TreeMap<>(settings.topics().kafkaProperties());
        for (String property : kafkaProperties) {
            int equals = property.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("--kafka %s: write it as name=value".formatted(property));
            }
            properties.put(property.substring(0, equals), property.substring(equals + 1));
        }
        return new KafkaConnection(properties, new TopicNames(settings.topics().prefix()));
    }
}
