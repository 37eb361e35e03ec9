package io.satisflow.local.terminal.output;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Lets only harmless text through, and remembers why writing failed, which a print writer keeps to itself. */
final class TerminalWriter extends Writer {
    private final Writer out;
    private final BooleanSupplier isTerminal;
    private @Nullable Boolean known;
    private @Nullable IOException failure;

    /** @param isTerminal asked at most once, and only when it matters */
    TerminalWriter(Writer out, BooleanSupplier isTerminal) {
        super(out);
        this.out = out;
        this.isTerminal = isTerminal;
    }

    @Override
    public void write(char[] letters, int offset, int length) throws IOException {
        String text = new String(letters, offset, length);
        // A line's end of another system is the same end.
        String safe = TerminalText.isHarmless(text)
                ? text
                : isTerminal() ? TerminalText.shown(text.replace("\r\n", "\n")) : TerminalText.piped(text);
        try {
            out.write(safe);
        } catch (IOException e) {
            throw remembered(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw remembered(e);
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    private IOException remembered(IOException e) {
        failure = e;
        return e;
    }

    private boolean isTerminal() {
        if (known == null) {
            known = isTerminal.getAsBoolean();
        }
        return known;
    }
}
