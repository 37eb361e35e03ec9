package io.satisflow.local.terminal.output;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Standard output and error of this process. */
public final class Terminal {
    private static final TerminalWriter OUT =
            new TerminalWriter(utf8(FileDescriptor.out), () -> leadsToTerminal(Redirect.INHERIT, Redirect.DISCARD, 1));
    private static final TerminalWriter ERR =
            new TerminalWriter(utf8(FileDescriptor.err), () -> leadsToTerminal(Redirect.DISCARD, Redirect.INHERIT, 2));

    private Terminal() {}

    public static PrintWriter out() {
        return new PrintWriter(OUT, true);
    }

    public static PrintWriter err() {
        return new PrintWriter(ERR, true);
    }

    /** For screens, which move the cursor; whoever takes it passes every line through {@link TerminalText#shown}. */
    public static OutputStream cursor() {
        return new FileOutputStream(FileDescriptor.out);
    }

    /** Why standard output could not be written to the end, such as a full disk; a reader that has gone is no trouble. */
    public static Optional<String> troubleOfOutput() {
        return OUT.failure()
                .map(IOException::getMessage)
                .filter(reason -> !reason.contains("Broken pipe"))
                .map("Standard output could not be written: %s"::formatted);
    }

    public static boolean isOutputShown() {
        return leadsToTerminal(Redirect.INHERIT, Redirect.DISCARD, 1);
    }

    private static BufferedWriter utf8(FileDescriptor descriptor) {
        return new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }

    /** Java does not tell, so the system's own tool is asked. */
    private static boolean leadsToTerminal(Redirect out, Redirect err, int descriptor) {
        try {
            Process test = new ProcessBuilder("test", "-t", String.valueOf(descriptor))
                    .redirectOutput(out)
                    .redirectError(err)
                    .start();
            return test.waitFor(2, TimeUnit.SECONDS) && test.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
