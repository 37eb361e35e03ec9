package io.satisflow.local.sort;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A merge sort: what fits into memory is sorted there, and put aside into a file when it is full; the files are merged while
 * they are read. It may be read as often as one likes. Entries must be of different order, so that the outcome is one.
 */
public final class ExternalSort implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    /** Of the heap, for what is not put aside yet. */
    private static final long SHARE_OF_HEAP = 12;

    private final Comparator<SortedEntry> order;
    private final Path folder;
    private final long memory;
    private final List<Path> runs = new ArrayList<>();
    private List<SortedEntry> entries = new ArrayList<>();
    private long bytes;
    private long size;

    /** @param folder exists; what is put aside lies there until this is closed */
    public ExternalSort(Comparator<SortedEntry> order, Path folder) {
        this(order, folder, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    ExternalSort(Comparator<SortedEntry> order, Path folder, long memory) {
        this.order = order;
        this.folder = folder;
        this.memory = memory;
    }

    /** Takes entries in order, and may stop the reading by throwing. */
    @FunctionalInterface
    public interface EntryReader {
        void read(SortedEntry entry) throws IOException;
    }

    public void add(SortedEntry entry) throws IOException {
        entries.add(entry);
        bytes += entry.bytes();
        size++;
        if (bytes > memory) {
            putAside();
        }
    }

    public long size() {
        return size;
    }

    private void putAside() throws IOException {
        Path run = Files.createTempFile(folder, ".sort-", ".run");
        runs.add(run);
        entries.sort(order);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), BUFFER))) {
            for (SortedEntry entry : entries) {
                entry.write(out);
            }
        }
        entries = new ArrayList<>();
        bytes = 0;
    }

    /** Hands out all entries in order. */
    public void forEach(EntryReader reader) throws IOException {
        entries.sort(order);
        List<Run> open = new ArrayList<>();
        try {
            for (Path run : runs) {
                open.add(new FileRun(run));
            }
            open.add(new MemoryRun(entries.iterator()));
            merge(open, reader);
        } finally {
            for (Run run : open) {
                run.close();
            }
        }
    }

    private void merge(List<Run> open, EntryReader reader) throws IOException {
        PriorityQueue<Head> heads = new PriorityQueue<>((one, other) -> order.compare(one.entry, other.entry));
        for (Run run : open) {
            push(heads, run);
        }
        for (Head head = heads.poll(); head != null; head = heads.poll()) {
            reader.read(head.entry);
            push(heads, head.run);
        }
    }

    private static void push(PriorityQueue<Head> heads, Run run) throws IOException {
        SortedEntry entry = run.next();
        if (entry != null) {
            heads.add(new Head(entry, run));
        }
    }

    private record Head(SortedEntry entry, Run run) {}

    private interface Run {
        @Nullable
        SortedEntry next() throws IOException;

        void close() throws IOException;
    }

    private record MemoryRun(Iterator<SortedEntry> entries) implements Run {
        @Override
        public @Nullable SortedEntry next() {
            return entries.hasNext() ? entries.next() : null;
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }

    private static final class FileRun implements Run {
        private final DataInputStream in;

        FileRun(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
        }

        @Override
        public @Nullable SortedEntry next() throws IOException {
            in.mark(1);
            if (in.read() < 0) {
                return null;
            }
            in.reset();
            return SortedEntry.read(in);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    @Override
    public void close() throws IOException {
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
        runs.clear();
        entries = new ArrayList<>();
    }
}
