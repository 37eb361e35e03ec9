/** A schema registry, by the interface that Confluent gave it and others share: a subject for each topic. */
@NullMarked
package io.satisflow.flink.io.registry;

import org.jspecify.annotations.NullMarked;
