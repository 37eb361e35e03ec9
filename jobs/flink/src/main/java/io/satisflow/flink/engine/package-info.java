/** The job that joins what is computed from canonical records in one graph. */
@NullMarked
package io.satisflow.flink.engine;

import org.jspecify.annotations.NullMarked;
