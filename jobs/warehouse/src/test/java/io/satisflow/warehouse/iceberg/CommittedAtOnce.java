package io.satisflow.warehouse.iceberg;

import org.apache.flink.api.connector.sink2.Committer;

/** A request to commit that has to succeed the first time. */
record CommittedAtOnce(WrittenFiles committable) implements Committer.CommitRequest<WrittenFiles> {
    @Override
    public WrittenFiles getCommittable() {
        return committable;
    }

    @Override
    public int getNumberOfRetries() {
        return 0;
    }

    @Override
    public void signalFailedWithKnownReason(Throwable reason) {
        throw new AssertionError(reason);
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable reason) {
        throw new AssertionError(reason);
    }

    @Override
    public void retryLater() {
        throw new AssertionError("nothing here is tried later");
    }

    @Override
    public void updateAndRetryLater(WrittenFiles changed) {
        throw new AssertionError("nothing here is tried later");
    }

    @Override
    public void signalAlreadyCommitted() {
        throw new AssertionError("it is found out by itself");
    }
}
