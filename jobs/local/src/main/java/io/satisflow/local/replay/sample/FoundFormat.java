package io.satisflow.local.replay.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.channel.record.FileFormat;
import io.satisflow.local.replay.recording.Recording;
import io.satisflow.local.replay.recording.ReplayException;
import io.satisflow.local.replay.recording.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written that nobody has told of. A replay takes nothing for granted that would change words in silence; for a
 * draft, which a person reads, a good guess is better than none.
 */
public final class FoundFormat {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LOOKED_AT = 1 << 20;
    private static final int ROWS_LOOKED_AT = 20;
    private static final int MOST_LINES_ABOVE = 15;
    private static final String ENOUGH = "enough";
    private static final String UNNAMED = "column_\\d+";

    private FoundFormat() {}

    static FileFormat of(Path file, FileFormat said) throws IOException {
        FileFormat encoded = said.with(Optional.ofNullable(encoding(new TextFile(file, said))), Optional.empty());
        return said.skip() > 0 ? encoded : belowTitles(file, encoded);
    }

    /** What a mapping has to say of it, as {@code encoding: GB18030, skip: 2}; empty when it shows by itself. */
    public static String yaml(FileFormat format) {
        List<String> said = new ArrayList<>();
        if (format.encoding() != null) {
            said.add("encoding: " + format.encoding());
        }
        if (format.delimiter() != null) {
            said.add("delimiter: \"%s\"".formatted(format.delimiter() == '\t' ? "tab" : format.delimiter()));
        }
        if (format.skip() > 0) {
            said.add("skip: " + format.skip());
        }
        if (format.headerRows() > 1) {
            said.add("header_rows: " + format.headerRows());
        }
        return String.join(", ", said);
    }

    static FileFormat withHeaderRows(FileFormat format, int rows) {
        return new FileFormat(format.encoding(), format.delimiter(), format.escape(), format.skip(), rows);
    }

    /** Null where it is UTF-8, or says itself what it is. */
    private static @Nullable String encoding(TextFile file) throws IOException {
        byte[] start;
        try (InputStream in = file.open()) {
            start = in.readNBytes(LOOKED_AT);
        }
        boolean isPacked = start.length > 1 && start[0] == 'P' && start[1] == 'K';
        if (file.format().encoding() != null || isPacked || isWritten(start, StandardCharsets.UTF_8)) {
            return file.format().encoding();
        }
        Charset chinese = Charset.forName("GB18030");
        return standInPairs(start) && isWritten(start, chinese) ? chinese.name() : "windows-1252";
    }

    /** The end may be cut off within a sign. */
    private static boolean isWritten(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length + 1), false);
        try {
            if (result.isError()) {
                result.throwException();
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Letters with accents stand alone among plain ones, Chinese signs take two bytes and follow each other. */
    private static boolean standInPairs(byte[] bytes) {
        int all = 0;
        int alone = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                all++;
                boolean isAlone = (i == 0 || bytes[i - 1] >= 0) && (i + 1 == bytes.length || bytes[i + 1] >= 0);
                alone += isAlone ? 1 : 0;
            }
        }
        return alone * 5 < all;
    }

    /** Reports have a title above their table, which then looks like a header under which nothing fits. */
    private static FileFormat belowTitles(Path file, FileFormat format) throws IOException {
        for (int lines = 0; lines <= MOST_LINES_ABOVE; lines++) {
            FileFormat below =
                    new FileFormat(format.encoding(), format.delimiter(), format.escape(), lines, format.headerRows());
            if (hasRowsUnderNames(file, below)) {
                return below;
            }
        }
        return format;
    }

    private static boolean hasRowsUnderNames(Path file, FileFormat format) throws IOException {
        Look look = new Look();
        try {
            Recording.of(file, Optional.empty(), format).forEach(row -> {
                look.rows++;
                look.faults += row.fault() == null ? 0 : 1;
                if (row.fault() == null) {
                    look.at(row.payload());
                }
                if (look.rows == ROWS_LOOKED_AT) {
                    throw new IOException(ENOUGH);
                }
            });
        } catch (ReplayException e) {
            // JSON without a list, or no table: what is wrong is told when it is read.
            return format.skip() == 0;
        } catch (IOException e) {
            if (!ENOUGH.equals(e.getMessage())) {
                throw e;
            }
        }
        return look.rows > 0 && look.faults * 2 <= look.rows && look.unnamed * 2 <= look.columns;
    }

    /** What was seen of the first rows. */
    private static final class Look {
        private int rows;
        private int faults;
        private int columns;
        private int unnamed;

        private void at(byte[] row) throws IOException {
            if (columns > 0) {
                return;
            }
            try {
                MAPPER.readTree(row).fieldNames().forEachRemaining(name -> {
                    columns += name.equals("row") ? 0 : 1;
                    unnamed += name.matches(UNNAMED) ? 1 : 0;
                });
            } catch (JsonProcessingException e) {
                // Another row will tell.
            }
        }
    }
}
