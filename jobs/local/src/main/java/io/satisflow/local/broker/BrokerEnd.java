package io.satisflow.local.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka ends the whole process, without a word, when it cannot write its log. It still does, as nothing can go on then, but why
 * is said first.
 */
public final class BrokerEnd {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerEnd.class);
    /** Failing, Kafka may have given back the last pages that it could not fill. */
    private static final int PROBE_BYTES = 1 << 20;

    /** With less than this left, a write that failed did so for want of room, whatever has been given back since. */
    private static final long NEARLY_FULL_BYTES = 64L << 20;

    private static volatile Consumer<Exception> explanation = why -> {};

    private final Path directory;
    private final IntConsumer end;

    /** @param end of the process, with an exit code; it does not return */
    BrokerEnd(Path directory, IntConsumer end) {
        this.directory = directory;
        this.end = end;
    }

    /** @param explanation is given why a broker of this process has failed, just before the process ends */
    public static void explainBy(Consumer<Exception> explanation) {
        BrokerEnd.explanation = explanation;
    }

    /** From now on, the end of this process by Kafka is explained by what is wrong with that directory. */
    static void watch(Path directory) {
        BrokerEnd end = new BrokerEnd(directory, Runtime.getRuntime()::halt);
        Exit.setHaltProcedure(end::come);
        // Hooks of the process wait for its main thread, which waits for the broker.
        Exit.setExitProcedure(end::come);
    }

    /** Several threads fail at once; the first one explains it. */
    synchronized void come(int status, @Nullable String message) {
        Exception why = why(message);
        LOG.error("The broker has ended with {}: {}", status, message, why);
        explanation.accept(why);
        end.accept(Math.max(status, 1));
    }

    /** Kafka does not hand its failure over, so its directory is tried. */
    private Exception why(@Nullable String message) {
        Path probe = directory.resolve("probe");
        try {
            Files.write(probe, new byte[PROBE_BYTES]);
        } catch (IOException e) {
            return e;
        } finally {
            delete(probe);
        }
        long left = directory.toFile().getUsableSpace();
        return left < NEARLY_FULL_BYTES
                ? new IOException("No space left on device; %d MB by now".formatted(left >> 20))
                : new BrokerEndException(directory, message);
    }

    private static void delete(Path probe) {
        try {
            Files.deleteIfExists(probe);
        } catch (IOException e) {
            LOG.warn("{} could not be deleted", probe, e);
        }
    }
}
