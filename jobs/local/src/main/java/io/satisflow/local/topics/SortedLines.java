package io.satisflow.local.topics;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lines in order of time, then key, however many there are: what does not fit into memory goes to sorted files that are
 * merged at the end. Lines of one time and key keep the order in which they were added.
 */
final class SortedLines implements AutoCloseable {
    private static final Comparator<Line> ORDER =
            Comparator.comparing(Line::time).thenComparing(Line::key);
    /** What a line costs beside its characters. */
    private static final int OVERHEAD = 120;

    private final Path folder;
    private final long budget;
    private final List<Line> inMemory = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private long bytes;

    /**
     * @param folder for the sorted files; it exists
     * @param budget bytes of lines to hold before they go to a file
     */
    SortedLines(Path folder, long budget) {
        this.folder = folder;
        this.budget = budget;
    }

    /** A line, without its end. */
    record Line(Instant time, String key, String text) {}

    /** Takes lines in their order. */
    interface LineWriter {
        void write(String line) throws IOException;
    }

    void add(Instant time, String key, String text) throws IOException {
        inMemory.add(new Line(time, key, text));
        bytes += OVERHEAD + key.length() + text.length();
        if (bytes > budget) {
            spill();
        }
    }

    void writeTo(LineWriter out) throws IOException {
        inMemory.sort(ORDER);
        if (files.isEmpty()) {
            for (Line line : inMemory) {
                out.write(line.text());
            }
            return;
        }
        spill();
        merge(out);
    }

    private void spill() throws IOException {
        inMemory.sort(ORDER);
        Path file = Files.createTempFile(folder, "sorted-", ".part");
        files.add(file);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Line line : inMemory) {
                out.writeLong(line.time().getEpochSecond());
                out.writeInt(line.time().getNano());
                write(line.key(), out);
                write(line.text(), out);
            }
        }
        inMemory.clear();
        bytes = 0;
    }

    /** Of equal lines that of the earlier file comes first, since it was added first. */
    private void merge(LineWriter out) throws IOException {
        PriorityQueue<SortedFile> heads = new PriorityQueue<>(
                Comparator.comparing(SortedFile::head, ORDER).thenComparingInt(SortedFile::place));
        try {
            for (int place = 0; place < files.size(); place++) {
                SortedFile file = new SortedFile(place, files.get(place));
                offer(file, heads);
            }
            while (!heads.isEmpty()) {
                SortedFile first = heads.remove();
                out.write(first.head().text());
                offer(first, heads);
            }
        } finally {
            for (SortedFile file : heads) {
                file.close();
            }
        }
    }

    private static void offer(SortedFile file, PriorityQueue<SortedFile> heads) throws IOException {
        if (file.next()) {
            heads.add(file);
        } else {
            file.close();
        }
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
    }

    /** A file of sorted lines, read one by one. */
    private static final class SortedFile implements AutoCloseable {
        private final int place;
        private final DataInputStream in;
        private long left;
        private @Nullable Line head;

        SortedFile(int place, Path file) throws IOException {
            this.place = place;
            this.left = Files.size(file);
            this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
        }

        int place() {
            return place;
        }

        Line head() {
            if (head == null) {
                throw new IllegalStateException("There is no line at the head of a file that has ended");
            }
            return head;
        }

        /** Whether there was another line. */
        boolean next() throws IOException {
            if (left == 0) {
                head = null;
                return false;
            }
            Instant time = Instant.ofEpochSecond(in.readLong(), in.readInt());
            left -= Long.BYTES + Integer.BYTES;
            head = new Line(time, read(), read());
            return true;
        }

        private String read() throws IOException {
            byte[] encoded = new byte[in.readInt()];
            in.readFully(encoded);
            left -= Integer.BYTES + encoded.length;
            return new String(encoded, StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
