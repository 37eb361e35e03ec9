package io.satisflow.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.runtime.state.CheckpointMetadataOutputStream;
import org.apache.flink.runtime.state.filesystem.FsCheckpointMetadataOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryFileSystemTest {
    @TempDir
    Path checkpoints;

    @Test
    void a_checkpoint_that_is_killed_while_it_is_written_is_none() throws Exception {
        Path written = checkpoints.resolve("sla/1f/chk-1/_metadata");
        try (CheckpointMetadataOutputStream metadata = metadata()) {
            metadata.write(new byte[5000]);
            metadata.flush();

            assertThat(written).doesNotExist();
            List<String> notices = new ArrayList<>();
            assertThat(stored(notices).newestWhole()).isEmpty();
            assertThat(notices).isEmpty();

            metadata.closeAndFinalizeCheckpoint();
        }
        assertThat(Files.size(written)).isEqualTo(5000);
    }

    private CheckpointMetadataOutputStream metadata() throws Exception {
        URI root = DirectoryFileSystem.mount(checkpoints);
        FileSystem directory = new DirectoryFileSystem(root.getAuthority());
        var folder = new org.apache.flink.core.fs.Path(root.resolve("sla/1f/chk-1"));
        directory.mkdirs(folder);
        return new FsCheckpointMetadataOutputStream(
                directory, new org.apache.flink.core.fs.Path(folder, "_metadata"), folder);
    }

    private StoredCheckpoints stored(List<String> notices) throws Exception {
        return new StoredCheckpoints("sla", checkpoints, DirectoryFileSystem.mount(checkpoints), notices::add);
    }
}
