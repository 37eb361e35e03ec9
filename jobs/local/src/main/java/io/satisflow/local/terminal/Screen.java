package io.satisflow.local.terminal;

import java.util.List;

/** Where lines are shown. */
public interface Screen {
    TerminalSize size();

    /** Replaces what was shown before, or follows it. */
    void show(List<String> lines);

    /** Leaves the last lines standing, and the terminal as it was. */
    void close();
}
