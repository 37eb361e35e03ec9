package io.satisflow.flink.io;

import io.satisflow.flink.io.registry.IncompatibleSchemaException;
import io.satisflow.flink.io.registry.NoRegistryException;
import io.satisflow.flink.io.registry.RegistryUnavailableException;
import io.satisflow.flink.io.registry.SchemaRegistry;
import io.satisflow.wire.ReleasedSchemas;
import io.satisflow.wire.TrustedRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Avro in one of two forms, each of which says by which schema a value was written. Single-object encoding needs no registry, and
 * what earlier releases wrote is read by the schemas they had. With a schema registry a value begins with a zero and the four
 * bytes of an id there. Readers take both.
 */
public final class WireFormat<T extends SpecificRecordBase> implements Serializable {
    private static final byte REGISTERED = 0;
    private static final int HEADER = 1 + Integer.BYTES;

    static {
        TrustedRecords.trust();
    }

    private final Class<T> type;
    private final @Nullable SchemaRegistry registry;
    private final @Nullable Integer writtenAs;
    private transient @Nullable BinaryMessageEncoder<T> encoder;
    private transient @Nullable BinaryMessageDecoder<T> decoder;
    private transient @Nullable Map<Integer, SpecificDatumReader<T>> readers;

    /** Single-object encoding, whatever is configured. */
    public WireFormat(Class<T> type) {
        this(type, null, null);
    }

    private WireFormat(Class<T> type, @Nullable SchemaRegistry registry, @Nullable Integer writtenAs) {
        this.type = type;
        this.registry = registry;
        this.writtenAs = writtenAs;
    }

    /** @param properties of Kafka clients, the registry's among them */
    public static <T extends SpecificRecordBase> WireFormat<T> reading(Class<T> type, Map<String, String> properties) {
        return new WireFormat<>(type, SchemaRegistry.of(properties).orElse(null), null);
    }

    /** What {@link KafkaConnection#writing} gives. */
    static <T extends SpecificRecordBase> WireFormat<T> writing(
            Class<T> type, String topic, Map<String, String> properties) {
        SchemaRegistry registry = SchemaRegistry.of(properties).orElse(null);
        return new WireFormat<>(
                type,
                registry,
                registry == null
                        ? null
                        : registry.register(topic, SpecificData.get().getSchema(type)));
    }

    public Class<T> type() {
        return type;
    }

    public byte[] encode(T value) {
        try {
            return writtenAs == null ? encoder().encode(value).array() : encodeRegistered(value, writtenAs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BinaryMessageEncoder<T> encoder() {
        if (encoder == null) {
            SpecificData model = SpecificData.getForClass(type);
            encoder = new BinaryMessageEncoder<>(model, model.getSchema(type));
        }
        return encoder;
    }

    private byte[] encodeRegistered(T value, int id) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(REGISTERED);
        out.write(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
        BinaryEncoder binary = EncoderFactory.get().directBinaryEncoder(out, null);
        new SpecificDatumWriter<>(type).write(value, binary);
        binary.flush();
        return out.toByteArray();
    }

    /**
     * @throws IllegalStateException when the bytes are not a record of this type
     * @throws io.satisflow.flink.io.registry.RegistryUnavailableException when the registry does not answer, so that nothing
     *     is known of them
     */
    public T decode(byte[] bytes) {
        try {
            return isRegistered(bytes) ? decodeRegistered(bytes) : decoder().decode(bytes);
        } catch (NoRegistryException | RegistryUnavailableException | IncompatibleSchemaException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Whatever Avro throws at bytes that nobody of ours wrote, such as an index out of bounds.
            throw new IllegalStateException(
                    "not a %s record; does another program write to this topic?".formatted(type.getSimpleName()), e);
        }
    }

    /** Whether bytes look as if a schema registry were needed to read them. */
    public static boolean isRegistered(byte[] bytes) {
        return bytes.length >= HEADER && bytes[0] == REGISTERED;
    }

    private BinaryMessageDecoder<T> decoder() {
        if (decoder == null) {
            SpecificData model = SpecificData.getForClass(type);
            decoder = new BinaryMessageDecoder<>(model, model.getSchema(type));
            ReleasedSchemas.of(model.getSchema(type).getFullName()).forEach(decoder::addSchema);
        }
        return decoder;
    }

    private T decodeRegistered(byte[] bytes) throws IOException {
        if (registry == null) {
            throw new NoRegistryException();
        }
        if (readers == null) {
            readers = new HashMap<>();
        }
        int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        SpecificDatumReader<T> reader = readers.get(id);
        if (reader == null) {
            reader = reader(registry, id);
            readers.put(id, reader);
        }
        return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null));
    }

    private SpecificDatumReader<T> reader(SchemaRegistry schemas, int id) {
        SpecificData model = SpecificData.getForClass(type);
        Schema ours = model.getSchema(type);
        Schema written = schemas.byId(id)
                .orElseThrow(() -> new MissingSchemaException("the registry knows no schema of id " + id));
        if (!written.getFullName().equals(ours.getFullName())) {
            throw new AvroRuntimeException("a record of " + written.getFullName());
        }
        return new SpecificDatumReader<>(written, ours, model);
    }
}
