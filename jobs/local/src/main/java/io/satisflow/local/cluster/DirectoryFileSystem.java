package io.satisflow.local.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.core.fs.BlockLocation;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.RecoverableWriter;
import org.apache.flink.core.fs.local.LocalFileSystem;

/**
 * The files below a folder, named from there: {@code satisflow-dir://<id of the folder>/intake/...}. Checkpoints name the
 * files that they consist of in full, so with plain paths a folder could not be moved, and a copy of it would go on with,
 * and delete, the files of the original.
 */
public final class DirectoryFileSystem extends FileSystem {
    static final String SCHEME = "satisflow-dir";
    private static final String ID = "directory-id";
    private static final Map<String, Path> FOLDERS = new ConcurrentHashMap<>();

    private final FileSystem local = LocalFileSystem.getSharedInstance();
    private final String id;

    DirectoryFileSystem(String id) {
        this.id = id;
    }

    /** Gives a folder its name, which it keeps wherever it is moved or copied to, and finds it under that name from now on. */
    static URI mount(Path folder) throws IOException {
        Path file = folder.resolve(ID);
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Files.writeString(file, UUID.randomUUID().toString());
        }
        String id = Files.readString(file).strip();
        FOLDERS.put(id, folder.toAbsolutePath().normalize());
        return URI.create("%s://%s/".formatted(SCHEME, id));
    }

    private org.apache.flink.core.fs.Path here(org.apache.flink.core.fs.Path path) {
        Path folder = Objects.requireNonNull(FOLDERS.get(id), () -> "The folder " + id + " is not in use");
        String relative = path.toUri().getPath().replaceFirst("^/+", "");
        return org.apache.flink.core.fs.Path.fromLocalFile(
                folder.resolve(relative).toFile());
    }

    @Override
    public URI getUri() {
        return URI.create("%s://%s/".formatted(SCHEME, id));
    }

    @Override
    public org.apache.flink.core.fs.Path getWorkingDirectory() {
        return new org.apache.flink.core.fs.Path(getUri());
    }

    @Override
    public org.apache.flink.core.fs.Path getHomeDirectory() {
        return getWorkingDirectory();
    }

    @Override
    public FileStatus getFileStatus(org.apache.flink.core.fs.Path path) throws IOException {
        return new Status(local.getFileStatus(here(path)), path);
    }

    @Override
    public BlockLocation[] getFileBlockLocations(FileStatus file, long start, long length) throws IOException {
        return local.getFileBlockLocations(local.getFileStatus(here(file.getPath())), start, length);
    }

    @Override
    public FSDataInputStream open(org.apache.flink.core.fs.Path path, int bufferSize) throws IOException {
        return local.open(here(path), bufferSize);
    }

    @Override
    public FSDataInputStream open(org.apache.flink.core.fs.Path path) throws IOException {
        return local.open(here(path));
    }

    @Override
    public FileStatus[] listStatus(org.apache.flink.core.fs.Path path) throws IOException {
        FileStatus[] found = local.listStatus(here(path));
        return found == null
                ? new FileStatus[0]
                : Arrays.stream(found)
                        .map(status -> new Status(
                                status,
                                new org.apache.flink.core.fs.Path(
                                        path, status.getPath().getName())))
                        .toArray(FileStatus[]::new);
    }

    @Override
    public boolean delete(org.apache.flink.core.fs.Path path, boolean recursive) throws IOException {
        return local.delete(here(path), recursive);
    }

    @Override
    public boolean mkdirs(org.apache.flink.core.fs.Path path) throws IOException {
        return local.mkdirs(here(path));
    }

    @Override
    public FSDataOutputStream create(org.apache.flink.core.fs.Path path, WriteMode mode) throws IOException {
        return local.create(here(path), mode);
    }

    /**
     * Flink writes what a checkpoint consists of through it, so that it is there in full or not at all. Written in place, it
     * would be cut short by a kill at that moment, and a first checkpoint that never was would look like a damaged one.
     */
    @Override
    public RecoverableWriter createRecoverableWriter() throws IOException {
        return new DirectoryWriter(local.createRecoverableWriter(), this::here);
    }

    @Override
    public boolean rename(org.apache.flink.core.fs.Path from, org.apache.flink.core.fs.Path to) throws IOException {
        return local.rename(here(from), here(to));
    }

    @Override
    public boolean isDistributedFS() {
        return false;
    }

    private record Status(FileStatus local, org.apache.flink.core.fs.Path path) implements FileStatus {
        @Override
        public long getLen() {
            return local.getLen();
        }

        @Override
        public long getBlockSize() {
            return local.getBlockSize();
        }

        @Override
        public short getReplication() {
            return local.getReplication();
        }

        @Override
        public long getModificationTime() {
            return local.getModificationTime();
        }

        @Override
        public long getAccessTime() {
            return local.getAccessTime();
        }

        @Override
        public boolean isDir() {
            return local.isDir();
        }

        @Override
        public org.apache.flink.core.fs.Path getPath() {
            return path;
        }
    }
}
