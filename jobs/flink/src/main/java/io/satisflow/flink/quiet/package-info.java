/** What the jobs of one process know of each other while nothing comes in, so that none works in vain. On a cluster nothing is known. */
@NullMarked
package io.satisflow.flink.quiet;

import org.jspecify.annotations.NullMarked;
