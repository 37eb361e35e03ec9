package io.satisflow.local.speech;

import java.io.IOException;
import java.io.Writer;

/** Says line by line in Chinese what is written to it; a line without its end is said when it is closed. */
public final class TranslatingWriter extends Writer {
    private final Writer out;
    private final Sentences sentences;
    private final StringBuilder open = new StringBuilder();

    public TranslatingWriter(Writer out, Sentences sentences) {
        super(out);
        this.out = out;
        this.sentences = sentences;
    }

    @Override
    public void write(char[] letters, int offset, int length) throws IOException {
        open.append(letters, offset, length);
        int from = 0;
        for (int end = open.indexOf("\n"); end >= 0; end = open.indexOf("\n", from)) {
            out.write(sentences.translate(open.substring(from, end)));
            out.write('\n');
            from = end + 1;
        }
        open.delete(0, from);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.write(sentences.translate(open.toString()));
        open.setLength(0);
        out.flush();
    }
}
