package io.satisflow.local.chaos.live;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The disk of the engine, which can be full. Who may mount gets a small file system of its own that is shrunk to what is in
 * it; for everybody else the limit of the process is set by which no file may grow any more.
 */
public final class Disk implements AutoCloseable {
    private static final String ROOM = "2g";
    private static final long LARGEST_SPARE = 64 << 20;

    private enum Means {
        TMPFS("a tmpfs that is shrunk to what is in it"),
        LIMIT("prlimit --fsize, by which the process may not write any more"),
        NONE("left out: neither mount nor prlimit works here");

        private final String words;

        Means(String words) {
            this.words = words;
        }
    }

    private final Path folder;
    private final Means means;

    private Disk(Path folder, Means means) {
        this.folder = folder;
        this.means = means;
    }

    public static Disk in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Disk disk = new Disk(folder, means(folder));
        Runtime.getRuntime().addShutdownHook(new Thread(disk::unmount));
        return disk;
    }

    private static Means means(Path folder) throws InterruptedException {
        if (SystemCommand.works("mount", "-t", "tmpfs", "-o", "size=" + ROOM, "tmpfs", folder.toString())) {
            return Means.TMPFS;
        }
        return SystemCommand.works("prlimit", "--version") ? Means.LIMIT : Means.NONE;
    }

    public Path folder() {
        return folder;
    }

    String inWords() {
        return means.words;
    }

    public boolean canBeFull() {
        return means != Means.NONE;
    }

    /** @param pid of the process that may write no more */
    public void fill(long pid) throws IOException, InterruptedException {
        if (means == Means.TMPFS) {
            shrink();
        } else {
            SystemCommand.run("prlimit", "--pid", String.valueOf(pid), "--fsize=0");
        }
    }

    /** A size below what is used is refused, and the engine goes on writing while it is measured: so with a little more each time. */
    private void shrink() throws IOException, InterruptedException {
        FileStore store = Files.getFileStore(folder);
        for (long spare = 4_096; spare < LARGEST_SPARE; spare *= 2) {
            long used = store.getTotalSpace() - store.getUnallocatedSpace();
            if (SystemCommand.works("mount", "-o", "remount,size=" + (used + spare), folder.toString())) {
                return;
            }
        }
        throw new IOException("%s could not be shrunk to what is in it".formatted(folder));
    }

    /** Room again. A process under a limit never gets it back: the next one has none. */
    public void makeRoom() throws IOException, InterruptedException {
        if (means == Means.TMPFS) {
            resize(ROOM);
        }
    }

    private void resize(String size) throws IOException, InterruptedException {
        SystemCommand.run("mount", "-o", "remount,size=" + size, folder.toString());
    }

    private void unmount() {
        try {
            SystemCommand.works("umount", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (means == Means.TMPFS) {
            unmount();
        }
    }
}
