package io.satisflow.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the process holds, in bytes.
 *
 * @param heap of objects that are in use
 * @param resident of the whole process, with what native libraries hold; 0 where the system does not tell
 */
public record Memory(long heap, long resident) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final int KILOBYTE = 1024;

    static Memory now() {
        // Twice: what only finalizers and cleaners held goes with the second.
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return new Memory(runtime.totalMemory() - runtime.freeMemory(), residentNow());
    }

    /** What has come since then; never below 0. */
    Memory since(Memory before) {
        return new Memory(Math.max(0, heap - before.heap), Math.max(0, resident - before.resident));
    }

    private static long residentNow() {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
