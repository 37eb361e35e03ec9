/** How the domain's records travel between the steps of a job, without Kryo and without annotations in the domain. */
@NullMarked
package io.satisflow.flink.types;

import org.jspecify.annotations.NullMarked;
