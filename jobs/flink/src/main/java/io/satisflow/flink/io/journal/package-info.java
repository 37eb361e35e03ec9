/** A topic that a job writes for itself alone: what must outlive a crash, and cannot wait for a checkpoint. */
@NullMarked
package io.satisflow.flink.io.journal;

import org.jspecify.annotations.NullMarked;
