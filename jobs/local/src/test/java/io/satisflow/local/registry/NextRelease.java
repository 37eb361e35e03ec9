package io.satisflow.local.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.flink.io.registry.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;

/** What a later build, or another program, might write. */
final class NextRelease {
    static final String ADDED = "remark";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private NextRelease() {}

    static Schema ours(Class<?> type) {
        return SchemaRegistry.published(SpecificData.get().getSchema(type));
    }

    /** With one more field, which has a default. */
    static Schema withField(Class<?> type) throws IOException {
        return changed(
                ours(type),
                schema -> ((ArrayNode) schema.get("fields"))
                        .addObject()
                        .put("name", ADDED)
                        .put("default", "")
                        .put("type", "string"));
    }

    /** With one more field, which has none. */
    static Schema withFieldWithoutDefault(Class<?> type) throws IOException {
        return changed(
                ours(type),
                schema -> ((ArrayNode) schema.get("fields"))
                        .addObject()
                        .put("name", ADDED)
                        .put("type", "string"));
    }

    /** With a field of another type. */
    static Schema withOtherType(Class<?> type, String field) throws IOException {
        return changed(
                ours(type),
                schema -> schema.get("fields").forEach(one -> {
                    if (one.path("name").asText().equals(field)) {
                        ((ObjectNode) one).put("type", "long");
                    }
                }));
    }

    private static Schema changed(Schema schema, Consumer<ObjectNode> change) throws IOException {
        ObjectNode json = (ObjectNode) MAPPER.readTree(schema.toString());
        change.accept(json);
        return new Schema.Parser().parse(json.toString());
    }

    /** The same record, by a later schema and in a registry's form. */
    static byte[] rewritten(byte[] registered, Schema by, Schema later, int laterId) throws IOException {
        GenericRecord record = new GenericDatumReader<GenericRecord>(by, later)
                .read(null, DecoderFactory.get().binaryDecoder(registered, 5, registered.length - 5, null));
        record.put(ADDED, "seen by the next release");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.write(ByteBuffer.allocate(4).putInt(laterId).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<>(later, GenericData.get()).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
