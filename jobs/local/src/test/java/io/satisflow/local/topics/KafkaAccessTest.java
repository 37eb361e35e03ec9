package io.satisflow.local.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of docs/kafka-access.md, and what {@code check} says of settings that are not as they should be. */
class KafkaAccessTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"scram.yaml", "mutual-tls.yaml"})
    void theExamplesAreFineOnceTheirStoresAreThere(String name) throws Exception {
        CommandLineRun missing = check(example(name));
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("ssl.truststore.location: there is no file /etc/satisflow/truststore.p12");

        CommandLineRun run = check(example(name).replace("/etc/satisflow/", store().toString() + "/"));

        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void aMisspeltPropertyIsNamedWithWhatWasMeant() {
        assertThat(problems(Map.of("bootstrap.servers", "127.0.0.1:9092", "ssl.trustore.location", "x")))
                .containsExactly(
                        "kafka.properties.ssl.trustore.location: there is no such property; did you mean ssl.truststore.location?");
        assertThat(problems(Map.of("bootstrap.servers", "127.0.0.1:9092", "security.protocl", "SSL")))
                .singleElement()
                .asString()
                .contains("did you mean security.protocol?");
    }

    @Test
    void aLoginThatIsHalfToldIsNamed() {
        assertThat(problems(Map.of("bootstrap.servers", "127.0.0.1:9092", "security.protocol", "SASL_SSL")))
                .singleElement()
                .asString()
                .contains("nothing says who logs in");
    }

    @Test
    void aValueThatNoClientTakesIsNamed() {
        assertThat(problems(Map.of("bootstrap.servers", "127.0.0.1:9092", "security.protocol", "TLS")))
                .singleElement()
                .asString()
                .contains("security.protocol");
    }

    @Test
    void whatOtherProgramsAddToClientsIsLeftAlone() {
        assertThat(problems(Map.of("bootstrap.servers", "127.0.0.1:9092", "my.interceptor.color", "blue")))
                .isEmpty();
    }

    @Test
    void theAccessListsSayWhatKafkaKnows() throws IOException {
        List<String> lists = Files.readAllLines(CommandLineRun.HOME.resolve("docs/kafka-access.md")).stream()
                .filter(line -> line.startsWith("kafka-acls.sh"))
                .toList();

        assertThat(lists).hasSizeGreaterThan(4).allSatisfy(line -> {
            List<String> words = Arrays.asList(line.split(" "));
            for (int at = 0; at < words.size() - 1; at++) {
                if (words.get(at).equals("--operation")) {
                    String spaced = words.get(at + 1).replaceAll("(?<=[a-z])(?=[A-Z])", "_");
                    assertThat(AclOperation.fromString(spaced)).as(spaced).isNotEqualTo(AclOperation.UNKNOWN);
                }
                if (words.get(at).equals("--resource-pattern-type")) {
                    assertThat(PatternType.fromString(words.get(at + 1).toUpperCase(java.util.Locale.ROOT)))
                            .isNotEqualTo(PatternType.UNKNOWN);
                }
            }
        });
    }

    private static List<String> problems(Map<String, String> properties) {
        return new KafkaProperties(properties).problems();
    }

    private static String example(String name) throws IOException {
        return Files.readString(CommandLineRun.HOME.resolve("config/kafka").resolve(name));
    }

    private CommandLineRun check(String settings) throws IOException {
        Path file = folder.resolve("satisflow.yaml");
        Files.writeString(file, settings.replaceAll("\\$\\{\\w+:unset}", "unset1"));
        return CommandLineRun.of("check", "--config", file);
    }

    /** A folder with two stores that open with the password of the examples. */
    private Path store() throws Exception {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        for (String name : List.of("truststore.p12", "satisflow.p12")) {
            try (var out = Files.newOutputStream(folder.resolve(name))) {
                empty.store(out, "unset1".toCharArray());
            }
        }
        return folder;
    }
}
