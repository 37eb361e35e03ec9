package io.satisflow.local.terminal;

import io.satisflow.local.terminal.output.Terminal;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The terminal that this process writes to, if any: Java does not tell its size, so the system's own tools are asked. */
public final class TerminalDevice {
    private static final File TERMINAL = new File("/dev/tty");
    private static final long SIZE_ASKED_EACH_NANOS = Duration.ofSeconds(3).toNanos();

    private TerminalSize size = TerminalSize.USUAL;
    private long askedAt = System.nanoTime() - SIZE_ASKED_EACH_NANOS;

    private TerminalDevice() {}

    /**
     * A screen that suits where standard output goes. NO_COLOR is respected (no-color.org).
     *
     * @param plain where lines go when that is no terminal
     */
    public static Screen screen(PrintWriter plain) {
        String noColour = System.getenv("NO_COLOR");
        return canMove()
                ? new AnsiScreen(new TerminalDevice(), noColour == null || noColour.isEmpty())
                : new PlainScreen(plain);
    }

    /** Whether standard output is a terminal that lets its cursor be moved. */
    public static boolean canMove() {
        String kind = System.getenv("TERM");
        return kind != null && !kind.isEmpty() && !kind.equals("dumb") && Terminal.isOutputShown();
    }

    /** As a screen that is closed does: for a process that ends without closing its own. */
    public static void showCursor() {
        if (canMove()) {
            new AnsiScreen(new TerminalDevice(), false).close();
        }
    }

    TerminalSize size() {
        if (System.nanoTime() - askedAt > SIZE_ASKED_EACH_NANOS) {
            askedAt = System.nanoTime();
            answer(new ProcessBuilder("stty", "size").redirectInput(TERMINAL))
                    .ifPresent(answer -> size = parse(answer, size));
        }
        return size;
    }

    private static TerminalSize parse(String answer, TerminalSize before) {
        String[] words = answer.trim().split(" ", -1);
        boolean isSize = words.length == 2 && words[0].matches("\\d{1,5}") && words[1].matches("\\d{1,5}");
        return isSize && !words[1].equals("0")
                ? new TerminalSize(Integer.parseInt(words[1]), Integer.parseInt(words[0]))
                : before;
    }

    /** What a tool says; empty when it fails or is not there. */
    private static Optional<String> answer(ProcessBuilder tool) {
        try {
            Process process = tool.redirectError(Redirect.DISCARD).start();
            boolean ended = process.waitFor(2, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                return Optional.empty();
            }
            return Optional.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
