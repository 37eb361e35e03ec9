package io.satisflow.local.terminal;

import io.satisflow.local.terminal.output.Terminal;
import io.satisflow.local.terminal.output.TerminalText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Shows lines in place: each is written over the one before, in one piece, so that nothing flickers. */
final class AnsiScreen implements Screen {
    private static final String ESCAPE = "\u001b[";
    private static final String HOME = ESCAPE + "H";
    private static final String CLEAR = ESCAPE + "2J";
    private static final String CLEAR_TO_END_OF_LINE = ESCAPE + "K";
    private static final String CLEAR_BELOW = ESCAPE + "J";
    private static final String HIDE_CURSOR = ESCAPE + "?25l";
    private static final String SHOW_CURSOR = ESCAPE + "?25h";
    private static final String BOLD = ESCAPE + "1m";
    private static final String RED = ESCAPE + "31m";
    private static final String YELLOW = ESCAPE + "33m";
    private static final String GREEN = ESCAPE + "32m";
    private static final String PLAIN = ESCAPE + "0m";

    private final OutputStream out = Terminal.cursor();
    private final boolean isColoured;
    private final TerminalDevice device;
    private boolean begun;

    /** @param isColoured whether attention may be drawn by colours as well as by marks */
    AnsiScreen(TerminalDevice device, boolean isColoured) {
        this.device = device;
        this.isColoured = isColoured;
    }

    @Override
    public TerminalSize size() {
        return device.size();
    }

    @Override
    public void show(List<String> lines) {
        StringBuilder frame = new StringBuilder(begun ? HOME : HIDE_CURSOR + CLEAR + HOME);
        for (String line : lines) {
            frame.append(isColoured ? style(line) : "")
                    .append(TerminalText.shown(line))
                    .append(PLAIN)
                    .append(CLEAR_TO_END_OF_LINE)
                    .append("\r\n");
        }
        write(frame.append(CLEAR_BELOW).toString());
        begun = true;
    }

    private static String style(String line) {
        if (!line.startsWith(" ")) {
            return BOLD;
        }
        return line.startsWith(" ✗") ? RED : line.startsWith(" !") ? YELLOW : line.startsWith(" ✓") ? GREEN : "";
    }

    @Override
    public void close() {
        write(PLAIN + SHOW_CURSOR);
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            out.write(bytes, 0, bytes.length);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be written", e);
        }
    }
}
