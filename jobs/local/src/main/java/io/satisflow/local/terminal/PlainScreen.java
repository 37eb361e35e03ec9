package io.satisflow.local.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** For files and pipes: a block of plain lines now and then, without any control characters. */
final class PlainScreen implements Screen {
    private static final long PACE_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintWriter out;
    private long shownAt = System.nanoTime() - PACE_NANOS;
    private List<String> last = List.of();
    private boolean isLastShown = true;

    PlainScreen(PrintWriter out) {
        this.out = out;
    }

    @Override
    public TerminalSize size() {
        return TerminalSize.USUAL;
    }

    @Override
    public void show(List<String> lines) {
        last = lines;
        isLastShown = false;
        if (System.nanoTime() - shownAt >= PACE_NANOS) {
            shownAt = System.nanoTime();
            print();
        }
    }

    @Override
    public void close() {
        if (!isLastShown) {
            print();
        }
    }

    private void print() {
        last.forEach(out::println);
        out.println();
        out.flush();
        isLastShown = true;
    }
}
