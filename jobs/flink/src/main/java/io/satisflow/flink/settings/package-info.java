/** How a job is told what to do: the same arguments on a cluster and in the embedded engine. */
@NullMarked
package io.satisflow.flink.settings;

import org.jspecify.annotations.NullMarked;
