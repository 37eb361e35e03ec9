package io.satisflow.local.terminal;

/** Of a terminal, in characters. */
public record TerminalSize(int columns, int rows) {
    public static final TerminalSize USUAL = new TerminalSize(100, 32);
    private static final int NARROWEST = 40;
    private static final int LOWEST = 8;

    public TerminalSize {
        columns = Math.max(NARROWEST, columns);
        rows = Math.max(LOWEST, rows);
    }
}
