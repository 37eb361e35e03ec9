package io.satisflow.local.cluster;

import java.net.URI;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;

/** Makes {@link DirectoryFileSystem} known to Flink, which finds it as a service. */
public final class DirectoryFileSystemFactory implements FileSystemFactory {
    @Override
    public String getScheme() {
        return DirectoryFileSystem.SCHEME;
    }

    @Override
    public FileSystem create(URI uri) {
        return new DirectoryFileSystem(uri.getAuthority());
    }
}
