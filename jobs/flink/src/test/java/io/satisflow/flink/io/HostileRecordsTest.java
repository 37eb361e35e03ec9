package io.satisflow.flink.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.SlaEvent;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;

/** Whoever can write to a topic cannot take a job's memory, have it make objects of their choice, or stop it. */
class HostileRecordsTest {
    private static final long SEED = 1912;
    private static final int TRIALS = 20_000;
    private static final SlaEvent WORD = SlaEvent.newBuilder()
            .setTicket("T1")
            .setClock("first_reply")
            .setInstance(1)
            .setEvent("breach")
            .setAt(Instant.ofEpochMilli(1_000))
            .setAsOf(Instant.ofEpochMilli(2_000))
            .setTargetS(3600)
            .setTime("wall")
            .setConsumedS(3600)
            .setWallS(3600)
            .setPolicy("p")
            .build();

    @Test
    void a_text_that_claims_two_billion_bytes_is_refused_before_they_are_taken() throws Exception {
        assertThatThrownBy(() -> new WireFormat<>(SlaEvent.class).decode(claiming(SlaEvent.class, 2_000_000_000L)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new WireFormat<>(SlaEvent.class).decode(claiming(SlaEvent.class, -7)))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Its first field is a map. */
    @Test
    void a_map_that_claims_two_billion_entries_is_refused_before_they_are_taken() throws Exception {
        assertThatThrownBy(() ->
                        new WireFormat<>(SatisfactionRow.class).decode(claiming(SatisfactionRow.class, 2_000_000_000L)))
                .isInstanceOf(IllegalStateException.class);
    }

    /** The header of a record, and then a number where its first field says how long it is. */
    private static byte[] claiming(Class<? extends SpecificRecordBase> type, long length) throws Exception {
        Schema schema = SpecificData.get().getSchema(type);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0xC3);
        out.write(0x01);
        out.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array());
        long zigzag = (length << 1) ^ (length >> 63);
        while ((zigzag & ~0x7FL) != 0) {
            out.write((int) ((zigzag & 0x7F) | 0x80));
            zigzag >>>= 7;
        }
        out.write((int) zigzag);
        return out.toByteArray();
    }

    @Test
    void bytes_that_were_changed_on_their_way_are_a_record_or_a_refusal_and_nothing_else() {
        Random random = new Random(SEED);
        byte[] good = new WireFormat<>(SlaEvent.class).encode(WORD);
        WireFormat<SlaEvent> format = new WireFormat<>(SlaEvent.class);
        int refused = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            byte[] changed = good.clone();
            for (int change = 0; change <= random.nextInt(4); change++) {
                changed[10 + random.nextInt(changed.length - 10)] = (byte) random.nextInt(256);
            }
            refused += isRefused(format, changed) ? 1 : 0;
        }
        assertThat(refused).isBetween(TRIALS / 10, TRIALS);
    }

    private static boolean isRefused(WireFormat<SlaEvent> format, byte[] bytes) {
        try {
            format.decode(bytes);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** A schema is only text, and may name any class; since Avro 1.12.2 it is asked whether that class is trusted. */
    @Test
    void a_schema_that_names_a_class_of_the_machine_makes_no_object_of_it() {
        Schema foreign = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"File\",\"namespace\":\"java.io\",\"fields\":"
                        + "[{\"name\":\"path\",\"type\":\"string\"}]}");
        byte[] path = {10, '/', 'e', 't', 'c', 0};

        assertThatThrownBy(() -> new SpecificDatumReader<>(foreign)
                        .read(null, DecoderFactory.get().binaryDecoder(path, null)))
                .isInstanceOf(SecurityException.class);
    }

    @Test
    void our_own_records_are_trusted() {
        WireFormat<SlaEvent> format = new WireFormat<>(SlaEvent.class);

        assertThat(format.decode(format.encode(WORD))).isEqualTo(WORD);
    }
}
