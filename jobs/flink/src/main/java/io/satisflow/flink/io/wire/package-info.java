/** How what travels within jobs looks on topics: Avro begins and ends here. */
@NullMarked
package io.satisflow.flink.io.wire;

import org.jspecify.annotations.NullMarked;
