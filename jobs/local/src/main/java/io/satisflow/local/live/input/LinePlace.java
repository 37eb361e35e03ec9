package io.satisflow.local.live.input;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Where a raw record stood in its file. It travels with the record, so that the raw topic itself says how far the file
 * has been read: what is in the topic was read, what is not was not, whenever the process is killed.
 */
record LinePlace(String file, long start, long end) {
    private static final String HEADER = "satisflow-line";
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18}) (.+)", Pattern.DOTALL);

    List<Header> toHeaders() {
        String text = "%d-%d %s".formatted(start, end, file);
        return List.of(new RecordHeader(HEADER, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Headers of raw records are written by anyone, so one that is not ours counts as none. */
    static Optional<LinePlace> of(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(HEADER);
        if (header == null || header.value() == null || record.value() == null) {
            return Optional.empty();
        }
        Matcher text = TEXT.matcher(new String(header.value(), StandardCharsets.UTF_8));
        return text.matches()
                ? Optional.of(
                        new LinePlace(text.group(3), Long.parseLong(text.group(1)), Long.parseLong(text.group(2))))
                : Optional.empty();
    }
}
