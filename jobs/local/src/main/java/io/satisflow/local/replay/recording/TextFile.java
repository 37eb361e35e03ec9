package io.satisflow.local.replay.recording;

import io.satisflow.channel.record.FileFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of text as UTF-8, whatever it is written in: unpacked, without its byte order mark, and from the encoding that the
 * mark, the mapping or the user names. Bytes that are none of the encoding stay visible as bytes that are no UTF-8.
 */
public record TextFile(Path path, FileFormat format) {
    private static final int PEEKED = 4096;
    private static final int MOST_UNPACKED_TO_READ = 1 << 16;

    /** The name without what packs it, in small letters. */
    public String name() throws IOException {
        String name = ZippedFile.in(path)
                .map(ZippedFile::name)
                .orElse(path.getFileName().toString())
                .toLowerCase(Locale.ROOT);
        return name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
    }

    /** Its text as UTF-8. */
    public InputStream open() throws IOException {
        BufferedInputStream in = new BufferedInputStream(unpacked(), MOST_UNPACKED_TO_READ);
        in.mark(PEEKED);
        byte[] start = in.readNBytes(PEEKED);
        in.reset();
        ByteOrderMark mark = ByteOrderMark.of(start);
        in.skipNBytes(mark.length());
        Charset charset = charset(mark, start);
        return charset.equals(StandardCharsets.UTF_8) ? in : new TranscodedStream(in, charset);
    }

    /** The first bytes as UTF-8, to see what the file is. */
    byte[] start() throws IOException {
        try (InputStream in = open()) {
            return in.readNBytes(PEEKED);
        }
    }

    /** The first bytes as they stand there, unpacked. */
    byte[] rawStart() throws IOException {
        try (InputStream in = unpacked()) {
            return in.readNBytes(PEEKED);
        }
    }

    private InputStream unpacked() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), MOST_UNPACKED_TO_READ);
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        if (first == 'P' && second == 'K') {
            return ZippedFile.in(path).map(entry -> entry.open(in)).orElse(in);
        }
        return first == 0x1f && second == 0x8b ? new GZIPInputStream(in, MOST_UNPACKED_TO_READ) : in;
    }

    private Charset charset(ByteOrderMark mark, byte[] start) {
        if (mark.charset() != null) {
            return mark.charset();
        }
        return format.encoding() == null ? ByteOrderMark.guessed(start) : Charset.forName(format.encoding());
    }

    /** @param charset null when there is no mark */
    private record ByteOrderMark(@Nullable Charset charset, int length) {
        private static final ByteOrderMark NONE = new ByteOrderMark(null, 0);
        private static final double MOST_ZEROS = 0.3;

        static ByteOrderMark of(byte[] start) {
            int first = at(start, 0) << 8 | at(start, 1);
            if (first == 0xfffe && start.length >= 4 && at(start, 2) == 0 && at(start, 3) == 0) {
                return new ByteOrderMark(Charset.forName("UTF-32LE"), 4);
            }
            return switch (first) {
                case 0xfffe -> new ByteOrderMark(StandardCharsets.UTF_16LE, 2);
                case 0xfeff -> new ByteOrderMark(StandardCharsets.UTF_16BE, 2);
                case 0xefbb -> at(start, 2) == 0xbf ? new ByteOrderMark(StandardCharsets.UTF_8, 3) : NONE;
                case 0x8431 -> new ByteOrderMark(Charset.forName("GB18030"), at(start, 2) == 0x95 ? 4 : 0);
                default -> NONE;
            };
        }

        /** Text in UTF-16 without its mark still shows: every other byte of plain letters is zero. */
        static Charset guessed(byte[] start) {
            int[] zeros = new int[2];
            for (int i = 0; i < start.length; i++) {
                zeros[i % 2] += start[i] == 0 ? 1 : 0;
            }
            double many = start.length / 2.0 * MOST_ZEROS;
            if (start.length > 1 && zeros[1] > many && zeros[0] < many / 4) {
                return StandardCharsets.UTF_16LE;
            }
            return start.length > 1 && zeros[0] > many && zeros[1] < many / 4
                    ? StandardCharsets.UTF_16BE
                    : StandardCharsets.UTF_8;
        }

        private static int at(byte[] bytes, int index) {
            return index < bytes.length ? bytes[index] & 0xff : 0;
        }
    }
}
