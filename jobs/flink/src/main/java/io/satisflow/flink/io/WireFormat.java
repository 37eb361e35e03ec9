package io.satisflow.flink.io;

import io.satisflow.wire.ReleasedSchemas;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Avro single-object encoding: every value says by which schema it was written, so that the embedded default needs no
 * registry. What earlier releases wrote is read by the schemas they had.
 */
public final class WireFormat<T extends SpecificRecordBase> implements Serializable {
    private final Class<T> type;
    private transient @Nullable BinaryMessageEncoder<T> encoder;
    private transient @Nullable BinaryMessageDecoder<T> decoder;

    public WireFormat(Class<T> type) {
        this.type = type;
    }

    public Class<T> type() {
        return type;
    }

    public byte[] encode(T value) {
        if (encoder == null) {
            SpecificData model = SpecificData.getForClass(type);
            encoder = new BinaryMessageEncoder<>(model, model.getSchema(type));
        }
        try {
            return encoder.encode(value).array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException when the bytes are not a record of this type */
    public T decode(byte[] bytes) {
        if (decoder == null) {
            SpecificData model = SpecificData.getForClass(type);
            decoder = new BinaryMessageDecoder<>(model, model.getSchema(type));
            ReleasedSchemas.of(model.getSchema(type).getFullName()).forEach(decoder::addSchema);
        }
        try {
            return decoder.decode(bytes);
        } catch (IOException | AvroRuntimeException e) {
            throw new IllegalStateException(
                    "not a %s record; does another program write to this topic?".formatted(type.getSimpleName()), e);
        }
    }
}
