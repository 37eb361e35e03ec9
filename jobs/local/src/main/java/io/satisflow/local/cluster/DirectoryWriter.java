package io.satisflow.local.cluster;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableFsDataOutputStream;
import org.apache.flink.core.fs.RecoverableFsDataOutputStream.Committer;
import org.apache.flink.core.fs.RecoverableWriter;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Writes files under a temporary name and gives them their own once they are whole. */
final class DirectoryWriter implements RecoverableWriter {
    private final RecoverableWriter local;
    private final UnaryOperator<Path> here;

    /** @param here where a file of the directory lies on this machine */
    DirectoryWriter(RecoverableWriter local, UnaryOperator<Path> here) {
        this.local = local;
        this.here = here;
    }

    @Override
    public RecoverableFsDataOutputStream open(Path path) throws IOException {
        return local.open(here.apply(path));
    }

    @Override
    public RecoverableFsDataOutputStream recover(ResumeRecoverable resumable) throws IOException {
        return local.recover(resumable);
    }

    @Override
    public boolean requiresCleanupOfRecoverableState() {
        return local.requiresCleanupOfRecoverableState();
    }

    @Override
    public boolean cleanupRecoverableState(ResumeRecoverable resumable) throws IOException {
        return local.cleanupRecoverableState(resumable);
    }

    @Override
    public Committer recoverForCommit(CommitRecoverable resumable) throws IOException {
        return local.recoverForCommit(resumable);
    }

    @Override
    public SimpleVersionedSerializer<CommitRecoverable> getCommitRecoverableSerializer() {
        return local.getCommitRecoverableSerializer();
    }

    @Override
    public SimpleVersionedSerializer<ResumeRecoverable> getResumeRecoverableSerializer() {
        return local.getResumeRecoverableSerializer();
    }

    @Override
    public boolean supportsResume() {
        return local.supportsResume();
    }
}
