package io.satisflow.flink.io.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where the schemas of topics are registered, each topic's under the subject {@code <topic>-value}. Its address stands among the
 * properties of Kafka clients, under the names that other clients know it by.
 */
public final class SchemaRegistry implements Serializable {
    public static final String URL = "schema.registry.url";

    private static final String LOGIN = "basic.auth.user.info";
    private static final String LONG_LOGIN = "schema.registry.basic.auth.user.info";
    private static final String REGISTERS = "auto.register.schemas";

    /** What concerns the registry and no Kafka client. */
    public static final Set<String> PROPERTIES =
            Set.of(URL, LOGIN, LONG_LOGIN, REGISTERS, "basic.auth.credentials.source");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ArrayList<String> urls;
    private final @Nullable String login;
    private final boolean registers;
    private transient @Nullable RegistryClient client;

    private SchemaRegistry(List<String> urls, @Nullable String login, boolean registers) {
        this.urls = new ArrayList<>(urls);
        this.login = login;
        this.registers = registers;
    }

    /**
     * The registry that the properties name; empty when they name none.
     *
     * @throws IllegalArgumentException when its address is none
     */
    public static Optional<SchemaRegistry> of(Map<String, String> properties) {
        String named = properties.getOrDefault(URL, "");
        List<String> urls = Arrays.stream(named.split(","))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(SchemaRegistry::address)
                .toList();
        if (urls.isEmpty()) {
            return Optional.empty();
        }
        String login = properties.getOrDefault(LOGIN, properties.getOrDefault(LONG_LOGIN, ""));
        return Optional.of(
                new SchemaRegistry(urls, login.isEmpty() ? null : login, !"false".equals(properties.get(REGISTERS))));
    }

    private static String address(String url) {
        boolean isAddress;
        try {
            URI uri = URI.create(url);
            isAddress = uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            isAddress = false;
        }
        if (!isAddress) {
            throw new IllegalArgumentException(
                    "kafka.properties.%s: %s is no address; write it as http://host:port, or https"
                            .formatted(URL, url));
        }
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** Takes out of the properties of a client what concerns the registry alone. */
    public static void removeFrom(Properties client) {
        PROPERTIES.forEach(client::remove);
    }

    /** A schema as others need it: without what only Java's classes are told by it. */
    public static Schema published(Schema schema) {
        return new Schema.Parser()
                .parse(schema.toString()
                        .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"")
                        .replace(",\"avro.java.string\":\"String\"", ""));
    }

    public static String subject(String topic) {
        return topic + "-value";
    }

    /**
     * The id by which records of a topic say that they were written by a schema. It is registered when it is not yet, and the
     * settings allow it.
     *
     * @throws IncompatibleSchemaException when it does not go together with what is registered, or may not be registered
     * @throws RegistryUnavailableException when the registry does not answer
     */
    public int register(String topic, Schema schema) {
        String subject = subject(topic);
        List<Version> versions = versions(subject);
        Schema ours = published(schema);
        new SchemaContract(subject, ours).requireReadable(versions);
        ObjectNode body = MAPPER.createObjectNode().put("schema", ours.toString());
        String path = "/subjects/" + encoded(subject) + (registers ? "/versions" : "");
        RegistryClient.Answer answer = client().post(path, body);
        if (answer.status() == HttpURLConnection.HTTP_CONFLICT) {
            throw new IncompatibleSchemaException(
                    "Subject %s: the registry refuses the schema of this build by its own rule: %s"
                            .formatted(subject, answer.message()));
        }
        if (!registers && answer.status() == HttpURLConnection.HTTP_NOT_FOUND) {
            throw new IncompatibleSchemaException(
                    "Subject %s: the schema of this build is not registered, and %s is false; register what ./satisflow topics schema prints"
                            .formatted(subject, REGISTERS));
        }
        JsonNode id = client().ok(answer, path).body().path("id");
        if (!id.canConvertToInt()) {
            throw new RegistryUnavailableException(
                    "The schema registry at %s answers without an id".formatted(String.join(", ", urls)));
        }
        return id.intValue();
    }

    /**
     * Whether all that was ever registered for a topic can be read by a schema.
     *
     * @throws IncompatibleSchemaException when not
     */
    public void requireReadable(String topic, Schema reader) {
        String subject = subject(topic);
        new SchemaContract(subject, published(reader)).requireOlderReadable(versions(subject));
    }

    /** The schema of an id; empty when the registry knows none. */
    public Optional<Schema> byId(int id) {
        return client().get("/schemas/ids/" + id).map(found -> schema(found, "id " + id));
    }

    /** Whether it answers at all. */
    public void requireReachable() {
        client().get("/subjects");
    }

    /** All that was registered for a subject, the oldest first. */
    private List<Version> versions(String subject) {
        String path = "/subjects/" + encoded(subject) + "/versions";
        List<Version> versions = new ArrayList<>();
        for (JsonNode number : client().get(path).orElseGet(MAPPER::createArrayNode)) {
            client().get(path + "/" + number.asInt())
                    .ifPresent(found -> versions.add(
                            new Version(number.asInt(), schema(found, subject + ", version " + number.asInt()))));
        }
        return versions;
    }

    /** A schema under a subject. */
    record Version(int number, Schema schema) {}

    private static Schema schema(JsonNode found, String what) {
        String type = found.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new IncompatibleSchemaException(
                    "The schema registry has no Avro schema under %s but one of %s; another program uses it, choose another topics.prefix"
                            .formatted(what, type));
        }
        try {
            return new Schema.Parser().parse(found.path("schema").asText());
        } catch (AvroRuntimeException e) {
            throw new IncompatibleSchemaException(
                    "The schema registry's %s cannot be read as an Avro schema: %s".formatted(what, e.getMessage()));
        }
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }

    private RegistryClient client() {
        if (client == null) {
            client = new RegistryClient(urls, login);
        }
        return client;
    }

    /** Its addresses, never its login. */
    @Override
    public String toString() {
        return String.join(", ", urls);
    }
}
