/** The only rooms of the jobs that know Kafka: typed topics in and out, exactly once, with time marks in every partition. */
@NullMarked
package io.satisflow.flink.io;

import org.jspecify.annotations.NullMarked;
