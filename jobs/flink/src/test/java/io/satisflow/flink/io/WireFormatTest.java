package io.satisflow.flink.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.wire.ReleasedSchemas;
import io.satisflow.wire.SlaEvent;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class WireFormatTest {

    /** Topics outlive releases: what is on them was written before fields were added. */
    @Test
    void whatAnEarlierReleaseWroteIsStillRead() throws IOException {
        for (Schema then : ReleasedSchemas.of(SlaEvent.class.getName())) {
            GenericData.Record record = new GenericRecordBuilder(then)
                    .set("ticket", "T1")
                    .set("clock", "first_reply")
                    .set("instance", 1)
                    .set("event", "breach")
                    .set("at", 1000L)
                    .set("as_of", 2000L)
                    .set("target_s", 3600.0)
                    .set("time", "wall")
                    .set("consumed_s", 3600.0)
                    .set("wall_s", 3600.0)
                    .set("policy", "p")
                    .build();
            byte[] bytes = new BinaryMessageEncoder<GenericData.Record>(GenericData.get(), then)
                    .encode(record)
                    .array();

            SlaEvent read = new WireFormat<>(SlaEvent.class).decode(bytes);

            assertThat(read.getTicket()).isEqualTo("T1");
            assertThat(read.getAsOf().toEpochMilli()).isEqualTo(2000);
            assertThat(read.getReason()).isNull();
        }
    }

    @Test
    void whatNobodyReleasedIsRefused() throws IOException {
        Schema foreign = SchemaBuilder.record("SlaEvent")
                .namespace("io.satisflow.wire")
                .fields()
                .requiredString("ticket")
                .endRecord();
        byte[] bytes = new BinaryMessageEncoder<GenericData.Record>(GenericData.get(), foreign)
                .encode(new GenericRecordBuilder(foreign).set("ticket", "T1").build())
                .array();

        assertThatThrownBy(() -> new WireFormat<>(SlaEvent.class).decode(bytes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not a SlaEvent record");
    }
}
