package io.satisflow.local.replay.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text of any encoding as UTF-8. What is no character of the encoding becomes a byte that is no UTF-8, so that the record it
 * stands in is refused, not repaired in silence.
 */
final class TranscodedStream extends InputStream {
    /** No text holds it, so it can stand for what could not be read. */
    private static final char UNREADABLE = '\uFFFF';

    private static final int NO_UTF_8 = 0xff;
    private static final int CHARACTERS = 1 << 13;

    private final Reader reader;
    private final char[] characters = new char[CHARACTERS];
    private byte[] bytes = {};
    private int next;
    private char pending;

    TranscodedStream(InputStream in, Charset charset) {
        reader = new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(UNREADABLE)));
    }

    @Override
    public int read() throws IOException {
        return next < bytes.length || fill() ? bytes[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next >= bytes.length && !fill()) {
            return -1;
        }
        int copied = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, target, offset, copied);
        next += copied;
        return copied;
    }

    private boolean fill() throws IOException {
        int start = 0;
        if (pending != 0) {
            characters[0] = pending;
            pending = 0;
            start = 1;
        }
        int read = reader.read(characters, start, CHARACTERS - start);
        int end = start + Math.max(read, 0);
        if (end == 0) {
            return false;
        }
        // Half of a pair waits for its other half.
        if (read > 0 && Character.isHighSurrogate(characters[end - 1])) {
            pending = characters[--end];
            if (end == 0) {
                return fill();
            }
        }
        bytes = encoded(new String(characters, 0, end));
        next = 0;
        return true;
    }

    private static byte[] encoded(String text) {
        if (text.indexOf(UNREADABLE) < 0) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() * 2);
        int from = 0;
        for (int at = text.indexOf(UNREADABLE); at >= 0; at = text.indexOf(UNREADABLE, from)) {
            out.writeBytes(text.substring(from, at).getBytes(StandardCharsets.UTF_8));
            out.write(NO_UTF_8);
            from = at + 1;
        }
        out.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
