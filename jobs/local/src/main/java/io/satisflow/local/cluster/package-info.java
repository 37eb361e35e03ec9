/** A Flink cluster in this process that runs the same job classes as any other. */
@NullMarked
package io.satisflow.local.cluster;

import org.jspecify.annotations.NullMarked;
